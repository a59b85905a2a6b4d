import type { State } from '../../models/state.ts';
import type { Job } from '../engine.ts';
import type { Experiment } from '../experiment.ts';
import { needsOf } from '../needs.ts';

/** The equilibria that a job's starts are told apart by: none where it does not ask for `basin`. */
export type BasinFinder = (experiment: Experiment, job?: Job) => Promise<readonly State[]>;

/** For one engine, which is asked for the same again and again; what finds them is loaded when it is wanted. */
export function basinFinder(): BasinFinder {
  let find: ((experiment: Experiment) => Promise<readonly State[]>) | undefined;
  return async (experiment, { measures, equilibria, varied } = {}) => {
    // Equilibria move with parameters: where these differ from start to start there are no numbers.
    if (varied || !needsOf(experiment, measures).equilibria) return [];
    if (equilibria) return equilibria;
    find ??= (await import('./numbered.ts')).equilibriumFinder();
    return find(experiment);
  };
}
