import { isOneDimensional } from '../models/state.ts';

/** Tangents in an augmented state: one along each component of the start. */
const TANGENTS = 4;

/** Numbers in an augmented state that carries the tangent map: the state, then the map's columns. */
export const TANGENT_MAP_SIZE = 4 + 4 * TANGENTS;

/**
 * Squarings of a matrix that find its largest eigenvalue; see `logLargestSingularValue`. The result is
 * at most `ln(4) / 2^(SQUARINGS + 1)` = 4e-8 too small, less than float32 rounds.
 */
export const SQUARINGS = 24;

/** Between these lengths the tangent map is left as it is. */
const [SHORTEST, LONGEST] = [1e-6, 1e6];

/**
 * Writes the tangents at a start into an augmented state: all unit vectors, and in the one-dimensional
 * subspace those in it, with 0 for the others. Where the model projects the start, the tangents are
 * projected after this.
 */
export function beginTangents(state: Float64Array): void {
  const inLine = isOneDimensional(state);
  for (let tangent = 0; tangent < TANGENTS; tangent++) {
    for (let i = 0; i < 4; i++) {
      const left = inLine && tangent % 2 === 1;
      state[4 + 4 * tangent + i] = i === tangent && !left ? 1 : 0;
    }
  }
}

/** Follows how the tangent map in an augmented state grows: the product of the steps' Jacobians. */
export class TangentGrowth {
  /** Powers of 2 that the map was divided by. */
  private doublings = 0;

  begin(): void {
    this.doublings = 0;
  }

  /**
   * Keeps the map within numbers by one factor for all columns, a power of 2, which rounds nothing. The
   * solver state's tangents are scaled with it.
   */
  renormalise(state: Float64Array, solverState: readonly Float64Array[]): void {
    const length = lengthOf(state);
    if (length > SHORTEST && length < LONGEST) return;
    if (!(length > 0 && length < Infinity)) return;
    const power = Math.round(Math.log2(length));
    this.doublings += power;
    const factor = 2 ** -power;
    for (const carried of [state, ...solverState]) {
      for (let i = 4; i < TANGENT_MAP_SIZE; i++) carried[i] = carried[i]! * factor;
    }
  }

  /**
   * `ln(sigma_1) / T`, sigma_1 the largest singular value of the tangent map over [0, T]: the largest
   * finite-time Lyapunov exponent over all tangents at the start (Shadden 2005). NaN where the map is
   * 0 or not finite.
   */
  exponent(state: Float64Array, horizon: number): number {
    const growth = logLargestSingularValue(state.subarray(4, TANGENT_MAP_SIZE));
    const exponent = (growth + this.doublings * Math.LN2) / horizon;
    return Number.isFinite(exponent) ? exponent : NaN;
  }
}

/** Frobenius norm of the map. */
function lengthOf(state: Float64Array): number {
  let sum = 0;
  for (let i = 4; i < TANGENT_MAP_SIZE; i++) sum += state[i]! ** 2;
  return Math.sqrt(sum);
}

/**
 * The natural logarithm of the largest singular value of a 4 x 4 matrix M. The trace of a positive
 * matrix G is between its largest eigenvalue and four times that, so that of `G^(2^n)`, to the power
 * `2^-n`, tends to it from above; here G is the Gram matrix of the columns of M, divided by its trace
 * before each squaring. No rotation or start vector can miss, and rounding of a squaring counts `2^-n`.
 * @param columns of M, one after another, of lengths whose squares are in range
 */
export function logLargestSingularValue(columns: ArrayLike<number>): number {
  let gram = new Float64Array(16);
  for (let i = 0; i < 4; i++) {
    for (let j = 0; j < 4; j++) {
      for (let k = 0; k < 4; k++) gram[4 * i + j]! += columns[4 * i + k]! * columns[4 * j + k]!;
    }
  }
  let logarithm = 0;
  for (let n = 0, weight = 1; n < SQUARINGS; n++, weight /= 2) {
    const trace = gram[0]! + gram[5]! + gram[10]! + gram[15]!;
    logarithm += weight * Math.log(trace);
    gram = squareOf(gram.map((x) => x / trace));
  }
  return logarithm / 2;
}

/** The square of a symmetric 4 x 4 matrix. */
function squareOf(matrix: Float64Array): Float64Array<ArrayBuffer> {
  const square = new Float64Array(16);
  for (let i = 0; i < 4; i++) {
    for (let j = 0; j < 4; j++) {
      for (let k = 0; k < 4; k++) square[4 * i + j]! += matrix[4 * i + k]! * matrix[4 * k + j]!;
    }
  }
  return square;
}
