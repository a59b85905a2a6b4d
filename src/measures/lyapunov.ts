import { TOLERANCES } from './tolerances.ts';

/**
 * The tangent at T = 0, of length 1 and in no direction that a model prefers: almost every tangent
 * turns to the fastest growing direction.
 */
export const FIRST_TANGENT = [0.7, 0.1, 0.5, 0.5] as const;

/** Beyond these lengths a tangent is brought back to 1. */
const [SHORTEST, LONGEST] = [1e-6, 1e6];

/** Follows how the tangent in an augmented state grows; it begins as `FIRST_TANGENT`. */
export class TangentGrowth {
  private logarithm = 0;

  begin(): void {
    this.logarithm = 0;
  }

  /** Keeps the tangent within numbers; the solver state's tangents are scaled with it. */
  renormalise(state: Float64Array, solverState: readonly Float64Array[]): void {
    const length = lengthOf(state);
    if (length > SHORTEST && length < LONGEST) return;
    if (!(length > 0 && length < Infinity)) return;
    this.logarithm += Math.log(length);
    for (const carried of [state, ...solverState]) {
      for (let i = 4; i < 8; i++) carried[i] = carried[i]! / length;
    }
  }

  /** `ln(|t(T)| / |t(0)|) / T`, the largest finite-time Lyapunov exponent. */
  exponent(state: Float64Array, horizon: number): number {
    return (this.logarithm + Math.log(Math.max(lengthOf(state), TOLERANCES.floor))) / horizon;
  }
}

function lengthOf(state: Float64Array): number {
  return Math.sqrt(state[4]! ** 2 + state[5]! ** 2 + state[6]! ** 2 + state[7]! ** 2);
}
