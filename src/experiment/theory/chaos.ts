import { TOLERANCES } from '../../measures/tolerances.ts';
import { numberOf, type Experiment } from '../experiment.ts';
import { methodOf } from '../parameters.ts';
import { scheduleFor } from '../schedule.ts';

/**
 * Whether trajectories may be chaotic, so that a label needs tangents: those of a rule whose steps are
 * coarse, or do not shrink with the gradients, over a horizon that is long against what the rule
 * remembers. Without noise, whose clouds have a label of their own.
 */
export function mayBeChaotic(experiment: Experiment): boolean {
  const { kind, constantStepSize, memory } = methodOf(experiment.method);
  const of = (name: string) => numberOf(experiment, name);
  if (kind === 'flow' || of('noise') > 0 || of('gradientNoise') > 0) return false;
  const remembered = memory?.(experiment.values) ?? 0;
  if (scheduleFor(experiment).steps < TOLERANCES.memories * remembered) return false;
  const angle = of('step') * Math.sqrt(of('rateD') * of('rateG'));
  return constantStepSize === true || angle >= TOLERANCES.coarseStep;
}
