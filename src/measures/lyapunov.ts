import { TOLERANCES } from './tolerances.ts';

/**
 * The tangent at T = 0, of length 1 and in no direction that a model prefers: almost every tangent
 * turns to the fastest growing direction.
 */
export const FIRST_TANGENT = [0.7, 0.1, 0.5, 0.5] as const;

/** Beyond these lengths a tangent is brought back to 1. */
const [SHORTEST, LONGEST] = [1e-6, 1e6];

/** Follows how the tangent in a point grows; it begins as `FIRST_TANGENT`. */
export class TangentGrowth {
  private logarithm = 0;

  begin(): void {
    this.logarithm = 0;
  }

  /** Keeps the tangent within numbers; the memory's tangents are scaled with it. */
  renormalise(point: Float64Array, memory: readonly Float64Array[]): void {
    const length = lengthOf(point);
    if (length > SHORTEST && length < LONGEST) return;
    if (!(length > 0 && length < Infinity)) return;
    this.logarithm += Math.log(length);
    for (const carried of [point, ...memory]) {
      for (let i = 4; i < 8; i++) carried[i] = carried[i]! / length;
    }
  }

  /** `ln(|t(T)| / |t(0)|) / T`, the largest finite-time Lyapunov exponent. */
  exponent(point: Float64Array, horizon: number): number {
    return (this.logarithm + Math.log(Math.max(lengthOf(point), TOLERANCES.floor))) / horizon;
  }
}

function lengthOf(point: Float64Array): number {
  return Math.sqrt(point[4]! ** 2 + point[5]! ** 2 + point[6]! ** 2 + point[7]! ** 2);
}
