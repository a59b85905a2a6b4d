import type { VectorField } from './modifiers.ts';

/** So near the equilibrium that only a field that does not vanish there moves visibly. */
const NEAR = 1e-9;

/** From there, both players and each of them alone. */
const DIRECTIONS = [
  [1, 0, 0, 0],
  [0, 0, 1, 0],
  [0.5, 0.25, -0.5, 0.75],
];

/**
 * The speed with which the field passes the equilibrium: 0 where the field vanishes towards it. As
 * for wgan it may not, and then steps of one length never come nearer than about one of them.
 */
export function speedAtEquilibrium(vectorField: VectorField): number {
  const out = new Float64Array(4);
  const speeds = DIRECTIONS.map((direction) => {
    vectorField(
      Float64Array.from(direction, (x) => NEAR * x),
      out,
    );
    return Math.hypot(...out);
  });
  // What vanishes at least as the root of the distance.
  return Math.max(...speeds.map((speed) => (speed < 10 * Math.sqrt(NEAR) ? 0 : speed)));
}
