/**
 * How [0, T] is cut into steps, all of the same length: a flow's last one is shorter where that is
 * needed to end at T exactly, a rule's last one ends at T or before.
 */
export interface Schedule {
  readonly kind: 'flow' | 'rule';
  readonly horizon: number;
  readonly steps: number;
  readonly step: number;
  readonly lastStep: number;
  /** The number of steps after which the first, second, third and last quarter end. */
  readonly quarterEnds: readonly [number, number, number, number];
}

/** @throws RangeError where `time` has no room for a step in each quarter. */
export function scheduleOf(time: number, step: number, kind: 'flow' | 'rule'): Schedule {
  // A quotient that misses a whole number by rounding alone must not add an empty step.
  const steps =
    kind === 'flow'
      ? Math.ceil((time / step) * (1 - 1e-12))
      : Math.floor((time / step) * (1 + 1e-12));
  // So that NaN is refused too.
  if (!(steps >= 4 && steps < Infinity)) {
    throw new RangeError(
      `invalid time: ${time} is under four steps of ${step}; expected at least ${4 * step}, or a smaller step`,
    );
  }
  const horizon = kind === 'flow' ? time : steps * step;
  return {
    kind,
    horizon,
    steps,
    step,
    lastStep: kind === 'flow' ? horizon - (steps - 1) * step : step,
    quarterEnds: [Math.round(steps / 4), Math.round(steps / 2), Math.round((3 * steps) / 4), steps],
  };
}

/** The time after so many steps, the last one of them in part. */
export function timeAfter(
  { horizon, step, lastStep, ...schedule }: Schedule,
  steps: number,
): number {
  if (steps === schedule.steps) return horizon;
  const alike = schedule.steps - 1;
  return steps <= alike ? steps * step : alike * step + (steps - alike) * lastStep;
}
