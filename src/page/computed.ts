import type { Experiment } from '../experiment/experiment.ts';
import { VIEW } from '../experiment/parameters.ts';

const VIEW_NAMES = new Set(VIEW.map(({ name }) => name));

/** Equal for experiments whose trajectories are the same: all but view, slice and starts. */
export function dynamicsKey({ model, method, values }: Experiment): string {
  const computed = Object.entries(values).filter(([name]) => !VIEW_NAMES.has(name));
  return JSON.stringify([model, method, computed]);
}

/** Equal for experiments whose maps have the same results. */
export function mapKey(experiment: Experiment): string {
  const { slice, values } = experiment;
  return JSON.stringify([dynamicsKey(experiment), slice, values['resolution']]);
}

/** Equal for experiments whose traces are the same. */
export function traceKey(experiment: Experiment): string {
  return JSON.stringify([dynamicsKey(experiment), experiment.starts]);
}
