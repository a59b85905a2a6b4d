/** A diagram: one target across, and upwards what trajectories visit in the last part of the horizon. */
import { scheduleOf } from '../../measures/schedule.ts';
import { countedSteps, visitedComponent } from '../../measures/visit-counter.ts';
import type { Visited } from '../../measures/visits.ts';
import type { State } from '../../models/state.ts';
import { drawnStarts } from '../ensemble/ensemble.ts';
import { targetOf } from '../equilibrium/target.ts';
import {
  indexOf,
  numberOf,
  type Diagram,
  type Ensemble,
  type Experiment,
  type PlaneAxis,
} from '../experiment.ts';
import type { PixelStarts } from '../grid.ts';
import { methodOf } from '../parameters.ts';
import { axisParameters, isParameterAxis, parameterAt, valueAt } from '../plane.ts';
import { withDrawn } from '../pixels.ts';

/** The axis across, with the declaration of its parameter. */
export function diagramAxis(experiment: Experiment, { x }: Diagram): PlaneAxis {
  if (!isParameterAxis(x)) return x;
  const declared = axisParameters(experiment).find(({ name }) => name === x.parameter)!;
  return { ...x, declared };
}

/** The value in the middle of column `index` of so many: a whole one where the parameter is. */
export function columnValue(axis: PlaneAxis, index: number, columns: number): number {
  const fraction = (index + 0.5) / columns;
  return isParameterAxis(axis) ? parameterAt(axis, fraction) : valueAt(axis, fraction);
}

/** The start that all columns have where there is no ensemble: the first initial condition. */
export function diagramStart({ starts, slice }: Experiment): State {
  return starts[0] ?? slice.hold;
}

/** The ensemble of every column: without the component across. Undefined where there is none. */
export function diagramEnsemble({ ensemble }: Experiment, { x }: Diagram): Ensemble | undefined {
  const box = ensemble?.box.filter(
    ({ component }) => isParameterAxis(x) || component !== x.component,
  );
  return ensemble && box && box.length > 0 ? { ...ensemble, box } : undefined;
}

/** The starts behind every column: those of the ensemble, or one. */
export function startsPerColumn(experiment: Experiment, diagram: Diagram): number {
  return diagramEnsemble(experiment, diagram)?.starts ?? 1;
}

/**
 * The starts of columns `first` to `first + count - 1` of `columns`, those of one column after the other.
 * @param group of the starts of each column the first one, and behind the last one; by default all
 */
export function startsOfColumns(
  experiment: Experiment,
  diagram: Diagram,
  [columns, first, count]: readonly [columns: number, first: number, count: number],
  group?: readonly [from: number, to: number],
): PixelStarts {
  const axis = diagramAxis(experiment, diagram);
  const values = Float64Array.from({ length: count }, (_, i) =>
    columnValue(axis, first + i, columns),
  );
  const starts = new Float64Array(4 * count);
  const start = diagramStart(experiment);
  for (let i = 0; i < count; i++) {
    starts.set(start, 4 * i);
    if (!isParameterAxis(axis)) starts[4 * i + indexOf(axis.component)] = values[i]!;
  }
  const varied = isParameterAxis(axis) && { varied: { names: [axis.parameter], values } };
  const own = { starts, ...varied };
  const ensemble = diagramEnsemble(experiment, diagram);
  if (!ensemble) return own;
  const drawn = drawnStarts(experiment, ensemble);
  return withDrawn(own, ensemble, group ? drawn.slice(4 * group[0], 4 * group[1]) : drawn);
}

/** What `of` is counted from: a component from 0, everything else from the target. */
export function visitedOrigin(experiment: Experiment, of: Visited): number {
  const component = visitedComponent(of);
  return component ? targetOf(experiment)[indexOf(component)]! : 0;
}

/** How many states of one start at a value across are counted. */
export function countedAt(experiment: Experiment, { x, last }: Diagram, value: number): number {
  const isStep = isParameterAxis(x) && x.parameter === 'step';
  const step = isStep ? value : numberOf(experiment, 'step');
  const { kind } = methodOf(experiment.method);
  return countedSteps(scheduleOf(numberOf(experiment, 'time'), step, kind).steps, last);
}
