/** How [0, T] is cut into steps. Every step is `step` long but the last, which ends at T exactly. */
export interface Schedule {
  readonly horizon: number;
  readonly steps: number;
  readonly step: number;
  readonly lastStep: number;
  /** The number of steps after which the first, second, third and last quarter end. */
  readonly quarterEnds: readonly [number, number, number, number];
}

/** @throws RangeError where the horizon has no room for a step in each quarter. */
export function scheduleOf(horizon: number, step: number): Schedule {
  // A quotient that misses a whole number by rounding alone must not add an empty step.
  const steps = Math.ceil((horizon / step) * (1 - 1e-12));
  // So that NaN is refused too.
  if (!(steps >= 4 && steps < Infinity)) {
    throw new RangeError(
      `invalid time: ${horizon} is under four steps of ${step}; expected at least ${4 * step}, or a smaller step`,
    );
  }
  return {
    horizon,
    steps,
    step,
    lastStep: horizon - (steps - 1) * step,
    quarterEnds: [Math.round(steps / 4), Math.round(steps / 2), Math.round((3 * steps) / 4), steps],
  };
}
