import { basinFinder } from '../../experiment/equilibrium/basin-finder.ts';
import { statesFromTarget } from '../../experiment/equilibrium/target.ts';
import type { Job } from '../../experiment/engine.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import type { GpuContext } from '../context.ts';
import type { BasinStates } from '../run.ts';

/**
 * What `basin` numbers, on the device: undefined where it is not asked for, or nothing is found. The caller
 * destroys its buffer.
 */
export function basinStatesLoader(
  context: GpuContext,
): (experiment: Experiment, job?: Job) => Promise<BasinStates | undefined> {
  const find = basinFinder();
  return async (experiment, job) => {
    const equilibria = await find(experiment, job);
    if (equilibria.length === 0) return undefined;
    const { basinStates } = await import('./basin-states.ts');
    return basinStates(context, statesFromTarget(experiment, equilibria));
  };
}
