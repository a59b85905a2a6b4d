/**
 * Gauss-Legendre collocation: within a step the derivative is a polynomial that agrees with the field
 * at the Gauss points (Hairer, Norsett, Wanner, Solving ODEs I, II.7). Of order 16 at the ends of
 * steps with 8 points, 9 in between. Nothing of it is shared with the methods of src/methods.
 */

/** Gauss points in a step. */
export const STAGES = 8;

/** `P_0` to `P_STAGES` of Legendre at x in [-1, 1], by their recurrence; by default in a new array. */
export function legendre(x: number, out = new Float64Array(STAGES + 1)): Float64Array {
  out[0] = 1;
  out[1] = x;
  for (let k = 1; k < STAGES; k++) {
    out[k + 1] = ((2 * k + 1) * x * out[k]! - k * out[k - 1]!) / (k + 1);
  }
  return out;
}

/** The zeros of `P_STAGES`, by Newton's method from Chebyshev's points. */
function zeros(): number[] {
  return Array.from({ length: STAGES }, (_, i) => {
    let x = -Math.cos((Math.PI * (i + 0.75)) / (STAGES + 0.5));
    for (let iteration = 0; iteration < 10; iteration++) x -= legendre(x)[STAGES]! / slope(x);
    return x;
  });
}

/** `P_STAGES'` at x. */
function slope(x: number): number {
  const values = legendre(x);
  return (STAGES * (x * values[STAGES]! - values[STAGES - 1]!)) / (x * x - 1);
}

/**
 * Integrals from 0 to x in [0, 1] of the shifted `P_0` to `P_(STAGES - 1)`, in the first places of
 * `out`; by default a new array.
 */
export function integrals(x: number, out = new Float64Array(STAGES + 1)): Float64Array {
  legendre(2 * x - 1, out);
  let before = out[0]!;
  for (let k = 1; k < STAGES; k++) {
    const own = out[k]!;
    out[k] = (out[k + 1]! - before) / (2 * (2 * k + 1));
    before = own;
  }
  out[0] = x;
  return out;
}

/** The scheme's tables. */
export interface Collocation {
  /** In [0, 1]. */
  readonly points: readonly number[];
  /** Row k, column i: the share of the field at point i in the derivative's coefficient of P_k. */
  readonly coefficients: Float64Array;
  /** Row i, column j: the share of the derivative at point j in the way to point i. */
  readonly stages: Float64Array;
}

export function collocation(): Collocation {
  const nodes = zeros();
  const points = nodes.map((node) => (node + 1) / 2);
  const weights = nodes.map((node) => 1 / ((1 - node * node) * slope(node) ** 2));
  const polynomials = nodes.map((node) => legendre(node));
  const table = (entry: (row: number, column: number) => number) =>
    Float64Array.from({ length: STAGES * STAGES }, (_, at) =>
      entry(Math.floor(at / STAGES), at % STAGES),
    );
  const coefficients = table((k, i) => (2 * k + 1) * weights[i]! * polynomials[i]![k]!);
  const upTo = points.map((point) => integrals(point).subarray(0, STAGES));
  const stages = table((i, j) =>
    upTo[i]!.reduce((sum, share, k) => sum + share * coefficients[STAGES * k + j]!, 0),
  );
  return { points, coefficients, stages };
}
