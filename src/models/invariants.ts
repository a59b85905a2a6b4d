import type { VectorField } from './modifiers.ts';

/** What a field may keep along every path: the angular momentum L, or |phi|. */
export type Invariant = 'angularMomentum' | 'discriminatorNorm';

/** States of all directions and sizes up to this, at which a field is evaluated. */
const LARGEST = 4;
const STATES = 64;

/** Rounding, relative to the lengths that are multiplied. */
const ROUNDING = 1e-9;

/**
 * What every path of a field keeps, from the field at many states. L counts where each player moves
 * along the other and both with factors of one sign, `phi' = -a theta`, `theta' = b phi`, a and b
 * nowhere below 0: there an Euler step multiplies L by `1 + h^2 a b`. Where they change their sign, paths
 * come to rest. |phi| counts where phi' is perpendicular to phi:
 * there an Euler step adds `|h phi'|^2` to its square.
 */
export function invariantsOf(vectorField: VectorField): readonly Invariant[] {
  const out = new Float64Array(4);
  let kept: readonly Invariant[] = ['angularMomentum', 'discriminatorNorm'];
  for (const state of statesUpTo(LARGEST)) {
    vectorField(state, out);
    kept = kept.filter((invariant) => KEEPS[invariant](state, out));
    // Most fields keep neither, and show it at the first state.
    if (kept.length === 0) break;
  }
  return kept;
}

/** States spread by the golden ratio's relative of four dimensions (Roberts 2018), components up to `largest`. */
export function* statesUpTo(largest: number): Generator<Float64Array> {
  // The positive root of x^5 = x + 1.
  const ratio = 1.1673039782614187;
  for (let n = 0; n < STATES; n++) {
    yield Float64Array.from([1, 2, 3, 4], (power) => {
      const uniform = (0.5 + (n + 1) / ratio ** power) % 1;
      return largest * (2 * uniform - 1);
    });
  }
}

const KEEPS: Readonly<Record<Invariant, (s: Float64Array, v: Float64Array) => boolean>> = {
  angularMomentum: keepsAngularMomentum,
  discriminatorNorm: keepsDiscriminatorNorm,
};

function keepsAngularMomentum(s: Float64Array, v: Float64Array): boolean {
  const [phi, theta, phiRate, thetaRate] = [
    playerOf(s, 0),
    playerOf(s, 2),
    playerOf(v, 0),
    playerOf(v, 2),
  ];
  const a = -inner(phiRate, theta);
  const b = inner(thetaRate, phi);
  return isAlong(phiRate, theta) && isAlong(thetaRate, phi) && a >= 0 && b >= 0;
}

function keepsDiscriminatorNorm(s: Float64Array, v: Float64Array): boolean {
  const [phi, phiRate] = [playerOf(s, 0), playerOf(v, 0)];
  return isAlong(phiRate, [-phi[1], phi[0]]);
}

export type Vector = readonly [number, number];

export function playerOf(s: Float64Array, first: 0 | 2): Vector {
  return [s[first]!, s[first + 1]!];
}

export function inner(one: Vector, other: Vector): number {
  return one[0] * other[0] + one[1] * other[1];
}

export function isAlong(one: Vector, other: Vector): boolean {
  const across = Math.abs(one[0] * other[1] - one[1] * other[0]);
  return across <= ROUNDING * Math.hypot(...one) * Math.hypot(...other);
}
