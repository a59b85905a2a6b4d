/** The part of a diagram that is seen, where the present value lies in it, and how both move: pure. */
import type { NumberParameter } from '../../models/parameter.ts';
import type { State } from '../../models/state.ts';
import {
  indexOf,
  numberOf,
  withValues,
  type Diagram,
  type Experiment,
  type Plane,
  type PlaneAxis,
} from '../experiment.ts';
import { fractionOn, isParameterAxis, parameterAt, valueAt } from '../plane.ts';
import { roundedPoint } from '../viewport.ts';
import { diagramAxis, diagramStart } from './diagram.ts';

/** What is counted upwards reaches no further: trajectories beyond have left every bound. */
const FURTHEST = 1e12;

/** A horizon has at least so many steps. */
const LEAST_STEPS = 4;

/**
 * What is seen of a diagram, as a plane that zooms and pans as a map's does; upwards is what is counted.
 * @param range of the values upwards
 */
export function diagramPlane(
  experiment: Experiment,
  diagram: Diagram,
  [min, max]: readonly [low: number, high: number],
): Plane {
  const { of } = diagram;
  const declared: NumberParameter = {
    kind: 'number',
    name: of,
    symbol: of,
    default: 0,
    min: -FURTHEST,
    max: FURTHEST,
    step: 1,
    doc: 'what is counted',
  };
  const y = { parameter: of, min, max, scale: 'linear', declared } as const;
  return { x: withinHorizon(experiment, diagramAxis(experiment, diagram)), y, hold: NOWHERE };
}

/** All components of a plane's starts are those of the diagram's. */
const NOWHERE: State = [0, 0, 0, 0];

/** An axis of steps ends where the horizon would have too few of them. */
function withinHorizon(experiment: Experiment, axis: PlaneAxis): PlaneAxis {
  if (!isParameterAxis(axis) || axis.parameter !== 'step') return axis;
  const max = Math.min(axis.declared.max, numberOf(experiment, 'time') / LEAST_STEPS);
  return { ...axis, declared: { ...axis.declared, max } };
}

/** The diagram that shows a plane of `diagramPlane`; of outcomes there is nothing upwards. */
export function withWindow(diagram: Diagram, { x, y }: Plane): Diagram {
  const { min, max } = x;
  const range = diagram.of === 'outcome' ? {} : ({ range: [y.min, y.max] } as const);
  return { ...diagram, x: { ...diagram.x, min, max }, ...range };
}

/** Where the experiment's own value lies across, 0 at the left end and 1 at the right one; it may be beyond. */
export function presentFraction(experiment: Experiment, diagram: Diagram): number {
  return fractionOn(diagram.x, presentValue(experiment, diagram));
}

/** The experiment's own value of what is across. */
export function presentValue(experiment: Experiment, { x }: Diagram): number {
  if (isParameterAxis(x)) return numberOf(experiment, x.parameter);
  return diagramStart(experiment)[indexOf(x.component)]!;
}

/** The experiment with the value at a fraction across, as finely as a pane shows it. */
export function withPresent(
  experiment: Experiment,
  diagram: Diagram,
  fraction: number,
): Experiment {
  const axis = diagramAxis(experiment, diagram);
  const inside = Math.min(1, Math.max(0, fraction));
  if (isParameterAxis(axis)) {
    const value = roundedPoint(axis, parameterAt(axis, inside));
    return withValues(experiment, { [axis.parameter]: value });
  }
  const start: [number, number, number, number] = [...diagramStart(experiment)];
  start[indexOf(axis.component)] = roundedPoint(axis, valueAt(axis, inside));
  return { ...experiment, starts: [start, ...experiment.starts.slice(1)] };
}
