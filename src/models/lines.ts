/** Starts with L = 0, which stay on a line through 0. Twin of shaders/lines.wgsl. */
import { norm, reciprocalOrZero } from './norms.ts';
import { isOneDimensional, type State } from './state.ts';

/**
 * What counts as L = 0, relative to |phi| |theta|: the roundings of both players' components and of the
 * products, in units of 2^-53.
 */
const ROUNDING = 2 ** -49;

/** The direction of theta, or of phi where theta is 0: of the line, for a start on one. */
export function lineDirection(s: Float64Array): readonly [number, number] {
  const player = s[2] === 0 && s[3] === 0 ? 0 : 2;
  const inverse = reciprocalOrZero(norm(s[player]!, s[player + 1]!));
  return [s[player]! * inverse, s[player + 1]! * inverse];
}

/**
 * Whether a start has two dimensions, but phi and theta lie on one line through 0, as far as rounding
 * can tell. Where every direction is alike the path stays on it, and is the one-dimensional game's;
 * rounding alone would take it off, and wgan and wgan-gp do not come back.
 */
export function isOnLine(s: Float64Array): boolean {
  if (isOneDimensional(s)) return false;
  const [d1, d2] = lineDirection(s);
  return Math.abs(s[0]! * d2 - s[1]! * d1) <= ROUNDING * norm(s[0]!, s[1]!);
}

/** Turns the plane so that the start's line is the first axis, in place. */
export function turnToAxis(s: Float64Array): void {
  const [d1, d2] = lineDirection(s);
  const [phi, theta] = [s[0]! * d1 + s[1]! * d2, s[2]! * d1 + s[3]! * d2];
  s[0] = phi;
  s[1] = 0;
  s[2] = theta;
  s[3] = 0;
}

/** A state of the one-dimensional game as that on the line of `start`, which was turned to the first axis. */
export function alongLine(s: ArrayLike<number>, start: Float64Array): State {
  const [d1, d2] = lineDirection(start);
  return [s[0]! * d1, s[0]! * d2, s[2]! * d1, s[2]! * d2];
}

/**
 * Turns of theta on a line that was turned to the first axis, where theta is not negative at first: half a
 * turn, in no sense, where it is on the other side of 0 now.
 */
export function turnsOnAxis(theta1: number): number {
  return theta1 < 0 ? 0.5 : 0;
}
