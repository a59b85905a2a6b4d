import type { Series } from './labels/quarters.ts';
import type { Schedule } from './schedule.ts';

/**
 * Tangents that are followed: none; those along phi1 and theta1, whose growth tells chaos; or all four,
 * the columns of the tangent map.
 */
export type Tangents = 0 | 2 | 4;

/** The components along which they begin. */
const COMPONENTS_OF_TANGENTS = [0, 2, 1, 3] as const;

/**
 * Squarings of a matrix that find its largest eigenvalue; see `logLargestSingularValue`. The result is
 * at most `ln(4) / 2^(SQUARINGS + 1)` = 4e-8 too small, less than float32 rounds.
 */
export const SQUARINGS = 24;

/** Between these lengths tangents are left as they are. */
const [SHORTEST, LONGEST] = [1e-6, 1e6];

/**
 * Writes the tangents at a start into an augmented state: unit vectors, and 0 for those that are not in
 * the one-dimensional subspace where the start is. Where the model projects the start, the tangents are
 * projected after this.
 * @param inSubspace only tangents in the one-dimensional subspace count
 */
export function beginTangents(state: Float64Array, inSubspace: boolean): void {
  state.fill(0, 4);
  for (let offset = 4; offset < state.length; offset += 4) {
    const component = COMPONENTS_OF_TANGENTS[offset / 4 - 1]!;
    if (!inSubspace || component % 2 === 0) state[offset + component] = 1;
  }
}

/** What tangents have shown at the horizon. */
export interface TangentMeasures {
  /** The Lyapunov exponent; NaN where not all tangents were followed. */
  readonly exponent: number;
  /** See `Evidence`. */
  readonly growth: Series;
}

/** Follows how the tangents in an augmented state grow: columns of the product of the steps' Jacobians. */
export class TangentGrowth {
  private readonly schedule: Schedule;
  /** Powers of 2 that the tangents were divided by. */
  private doublings = 0;
  private readonly growth: [number, number, number, number] = [0, 0, 0, 0];

  constructor(schedule: Schedule) {
    this.schedule = schedule;
  }

  begin(): void {
    this.doublings = 0;
  }

  /** After step number `step` (from 1). The solver state's tangents are scaled with those of the state. */
  see(step: number, state: Float64Array, solverState: readonly Float64Array[]): void {
    this.renormalise(state, solverState);
    const quarter = this.schedule.quarterEnds.indexOf(step);
    if (quarter < 0) return;
    // Two tangents, whether others are followed or not.
    const length = lengthOf(state, 12);
    this.growth[quarter] = Math.log(length) + this.doublings * Math.LN2;
  }

  /** Keeps tangents within numbers by one factor for all, a power of 2, which rounds nothing. */
  private renormalise(state: Float64Array, solverState: readonly Float64Array[]): void {
    const length = lengthOf(state, state.length);
    if (length > SHORTEST && length < LONGEST) return;
    if (!(length > 0 && length < Infinity)) return;
    const power = Math.round(Math.log2(length));
    this.doublings += power;
    const factor = 2 ** -power;
    for (const carried of [state, ...solverState]) {
      for (let i = 4; i < carried.length; i++) carried[i] = carried[i]! * factor;
    }
  }

  measured(state: Float64Array): TangentMeasures {
    return { exponent: state.length === 20 ? this.exponent(state) : NaN, growth: this.growth };
  }

  /**
   * `ln(sigma_1) / T`, sigma_1 the largest singular value of the tangent map over [0, T]: the largest
   * finite-time Lyapunov exponent over all tangents at the start (Shadden 2005). NaN where the map is
   * 0 or not finite.
   */
  private exponent(state: Float64Array): number {
    const growth = logLargestSingularValue(state.subarray(4)) + this.doublings * Math.LN2;
    const exponent = growth / this.schedule.horizon;
    return Number.isFinite(exponent) ? exponent : NaN;
  }
}

/** Frobenius norm of the tangents up to number `end` of an augmented state. */
function lengthOf(state: Float64Array, end: number): number {
  let sum = 0;
  for (let i = 4; i < end; i++) sum += state[i]! ** 2;
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
