/** The state's components, in the one order used by arrays, `vec4f`, JSON, CSV and flags. */
export const COMPONENTS = ['phi1', 'phi2', 'theta1', 'theta2'] as const;

export type Component = (typeof COMPONENTS)[number];

/** (phi1, phi2, theta1, theta2): the discriminator's parameter, then the generator's. */
export type State = readonly [number, number, number, number];

/** A state as the integrators hold it: four float64 in the order of `COMPONENTS`. */
export type StateArray = Float64Array;

/** `u = phi . theta`, the discriminator's logit of the fake sample. */
export function logit(s: ArrayLike<number>): number {
  return s[0]! * s[2]! + s[1]! * s[3]!;
}

/** The derivative of `logit` at s along t. */
export function logitJvp(s: ArrayLike<number>, t: ArrayLike<number>): number {
  return t[0]! * s[2]! + t[1]! * s[3]! + s[0]! * t[2]! + s[1]! * t[3]!;
}

/** `L = phi1 theta2 - phi2 theta1`, the angular momentum. */
export function angularMomentum(s: ArrayLike<number>): number {
  return s[0]! * s[3]! - s[1]! * s[2]!;
}

/** In the invariant subspace phi2 = theta2 = 0 the game is the one-dimensional Dirac GAN. */
export function isOneDimensional(s: ArrayLike<number>): boolean {
  return s[1] === 0 && s[3] === 0;
}
