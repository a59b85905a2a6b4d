/** What float32's rounding does to a start, done to it in float64. */
import { hash } from '../../methods/noise.ts';
import { numberOf, withValues, type Experiment } from '../experiment.ts';
import type { PixelStarts, Varied } from '../grid.ts';
import { scheduleFor } from '../schedule.ts';

/**
 * What rounding does to a start is measured in float64, by two runs whose parameters, start and
 * steps are moved as float32 moves them. Each start sees two random directions only, so that more
 * than they show is allowed: with 32 times as much 1 start in 100 of the stiffest maps was left.
 */
export const MAGNIFIED = 32;

/** A number of float32 is at most this fraction of itself off. */
const ROUNDING = 2 ** -24;

/** Both engines cut the horizon in float64, and count draws of noise by a whole seed. */
const SCHEDULE = new Set(['time', 'step', 'seed']);

interface Run extends PixelStarts {
  readonly experiment: Experiment;
}

/**
 * Reproduces float32's rounding in float64: parameters are rounded, an initial condition is off by
 * what the roundings of all steps add up to at random, and in the second run each step is rounded,
 * too.
 */
export function roundedRuns(
  experiment: Experiment,
  { starts, varied }: PixelStarts,
  seed: number,
): [Run, Run] {
  const { steps, step } = scheduleFor(experiment);
  const fraction = ROUNDING * Math.sqrt(steps);
  const moved = (salt: number) =>
    starts.map((x, i) => {
      const own = starts.subarray(i - (i % 4), i - (i % 4) + 4);
      // What is 0 stays so: one dimension is left by no rounding.
      const sign = x === 0 ? 0 : hash(hash(seed + salt) ^ i) & 1 ? 1 : -1;
      return x + sign * fraction * Math.hypot(...own);
    });
  const parameters = withValues(
    experiment,
    Object.fromEntries(
      Object.entries(experiment.values).map(([name, value]) => [
        name,
        typeof value === 'number' && !SCHEDULE.has(name) ? Math.fround(value) : value,
      ]),
    ),
  );
  const reach = starts.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  const perturbation = (ROUNDING * reach) / Math.sqrt(step);
  const perturbed = withValues(parameters, { noise: numberOf(experiment, 'noise') + perturbation });
  const rounded = varied && { varied: roundedParameters(varied) };
  return [
    { experiment: parameters, starts: moved(1), ...rounded },
    { experiment: perturbed, starts: moved(2), ...rounded },
  ];
}

/** The values of parameters that differ from start to start, as float32 has them. */
function roundedParameters({ names, values }: Varied): Varied {
  return {
    names,
    values: values.map((value, i) =>
      SCHEDULE.has(names[i % names.length]!) ? value : Math.fround(value),
    ),
  };
}
