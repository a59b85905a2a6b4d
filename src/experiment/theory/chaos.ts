import { TOLERANCES } from '../../measures/tolerances.ts';
import { numberOf, withValues, type Experiment } from '../experiment.ts';
import type { Ranges } from '../plane.ts';
import { methodOf } from '../parameters.ts';
import { scheduleFor } from '../schedule.ts';

/**
 * Whether trajectories may be chaotic, so that a label needs tangents: those of a rule whose steps are
 * coarse, or do not shrink with the gradients, over a horizon that is long against what the rule
 * remembers. Without noise, whose clouds have a label of their own.
 * @param ranges of parameters that differ from start to start: whether any of these starts may be, as
 *   far as each condition alone tells
 */
export function mayBeChaotic(experiment: Experiment, ranges: Ranges = {}): boolean {
  const { kind, constantStepSize, memory } = methodOf(experiment.method);
  if (kind === 'flow') return false;
  const corners = cornersOf(experiment, ranges);
  const isLong = (corner: Experiment) =>
    scheduleFor(corner).steps >= TOLERANCES.memories * (memory?.(corner.values) ?? 0);
  const isCoarse = (corner: Experiment) => {
    const of = (name: string) => numberOf(corner, name);
    const angle = of('step') * Math.sqrt(of('rateD') * of('rateG'));
    return constantStepSize === true || angle >= TOLERANCES.coarseStep;
  };
  const isSilent = (corner: Experiment) =>
    !(numberOf(corner, 'noise') > 0) && !(numberOf(corner, 'gradientNoise') > 0);
  // Each is monotone in every parameter.
  return [isSilent, isLong, isCoarse].every((holds) => corners.some(holds));
}

/** The experiments at the ends of all ranges. */
function cornersOf(experiment: Experiment, ranges: Ranges): readonly Experiment[] {
  return Object.entries(ranges).reduce<readonly Experiment[]>(
    (corners, [name, ends]) =>
      corners.flatMap((corner) => ends.map((end) => withValues(corner, { [name]: end }))),
    [experiment],
  );
}
