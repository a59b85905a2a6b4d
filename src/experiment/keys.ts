import { baseMeasure, mapMeasure } from '../measures/statistics.ts';
import { mapEnsemble, mapMeasureOf } from './ensemble/ensemble.ts';
import { rowLayoutOf } from './ensemble/rows.ts';
import { needsOf } from './needs.ts';
import { COMPONENTS } from '../models/state.ts';
import { isSameModel, withValues, type Experiment } from './experiment.ts';
import { componentOf, mapPlane, parameterAxesOf, rangesOf } from './plane.ts';
import { VIEW } from './parameters.ts';
import { isSameSlice } from './viewport.ts';

const VIEW_NAMES = new Set(VIEW.map(({ name }) => name));

/** Equal for experiments whose trajectories are the same: all but view, slice and starts. */
export function dynamicsKey({ model, method, game, values }: Experiment): string {
  const computed = Object.entries(values).filter(([name]) => !VIEW_NAMES.has(name));
  return JSON.stringify([model, method, ...(game ? [game.source] : []), computed]);
}

/** Equal for experiments whose maps have the same results. */
export function mapKey(experiment: Experiment): string {
  const { x, y, hold } = mapPlane(experiment);
  // What is held of a component that varies is not read, nor is the value of such a parameter.
  const held = hold.filter(
    (_, i) => componentOf(x) !== COMPONENTS[i] && componentOf(y) !== COMPONENTS[i],
  );
  const varied = parameterAxesOf({ x, y, hold }).map(({ parameter }) => [parameter, 0]);
  const { parameterAxes } = experiment;
  const { resolution } = experiment.values;
  const measure = mapMeasureOf(experiment).id;
  return JSON.stringify([
    dynamicsKey(withValues(experiment, Object.fromEntries(varied))),
    parameterAxes?.x ?? x,
    parameterAxes?.y ?? y,
    held,
    resolution,
    needsOf(experiment, [baseMeasure(mapMeasure(measure)).id], rangesOf({ x, y, hold })),
    ...ensembleKey(experiment),
  ]);
}

/** Which starts an ensemble has, and what is kept of them. */
function ensembleKey(experiment: Experiment): readonly unknown[] {
  const ensemble = mapEnsemble(experiment);
  return ensemble ? [ensemble, rowLayoutOf(experiment).columns] : [];
}

/** Equal for experiments whose trajectories are the same. */
export function trajectoryKey(experiment: Experiment): string {
  return JSON.stringify([dynamicsKey(experiment), experiment.starts]);
}

/** Whether two experiments differ in their starts and in their diagrams at most. */
export function differOnlyInInitialConditions(a: Experiment, b: Experiment): boolean {
  return (
    isSameModel(a, b) &&
    a.method === b.method &&
    a.values === b.values &&
    a.slice === b.slice &&
    a.ensemble === b.ensemble &&
    a.colours === b.colours &&
    a.parameterAxes === b.parameterAxes
  );
}

/** Whether two experiments make the same choices. */
export function isSameExperiment(a: Experiment, b: Experiment): boolean {
  if (!isSameModel(a, b) || a.method !== b.method || !isSameSlice(a.slice, b.slice)) return false;
  if (!isSameSlice(mapPlane(a), mapPlane(b))) return false;
  if (JSON.stringify(a.ensemble) !== JSON.stringify(b.ensemble)) return false;
  if (JSON.stringify(a.diagram) !== JSON.stringify(b.diagram)) return false;
  if (JSON.stringify(a.colours) !== JSON.stringify(b.colours)) return false;
  const names = Object.keys(a.values);
  return (
    names.length === Object.keys(b.values).length &&
    names.every((name) => a.values[name] === b.values[name]) &&
    a.starts.length === b.starts.length &&
    a.starts.every((start, i) => start.every((value, k) => value === b.starts[i]![k]))
  );
}
