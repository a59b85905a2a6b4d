import type { Outcome } from './outcomes.ts';
import { FLOAT64 } from './length-range.ts';

/**
 * All measures of one trajectory. Not finite where the trajectory left every bound, and NaN where it did
 * so in steps that did not resolve it.
 */
export interface Measured {
  readonly distance: number;
  readonly amplitude: number;
  readonly rate: number;
  readonly settle: number;
  readonly rest: number;
  readonly turns: number;
  readonly ema: number;
  readonly lyapunov: number;
  readonly outcome: Outcome;
  readonly evidence: number;
  readonly basin: number;
}

/** Whether a length has sunk below what can be known, from above. */
export function hasSunk(length: number, before: number): boolean {
  return length < FLOAT64.least && before >= FLOAT64.least;
}
