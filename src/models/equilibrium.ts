import type { VectorField } from './modifiers.ts';

/** So near the equilibrium that only a field that does not vanish there moves visibly. */
const NEAR = 1e-9;

/** From there, both players and each of them alone. */
const DIRECTIONS = [
  [1, 0, 0, 0],
  [0, 0, 1, 0],
  [0.5, 0.25, -0.5, 0.75],
] as const;

/**
 * The speed with which the field passes the equilibrium: 0 where the field vanishes towards it. As
 * for wgan it may not, and then steps of one length never come nearer than about one of them.
 */
export function speedAtEquilibrium(vectorField: VectorField): number {
  const [state, out] = [new Float64Array(4), new Float64Array(4)];
  let fastest = 0;
  for (const direction of DIRECTIONS) {
    for (let i = 0; i < 4; i++) state[i] = NEAR * direction[i]!;
    vectorField(state, out);
    const speed = Math.hypot(out[0]!, out[1]!, out[2]!, out[3]!);
    // What vanishes at least as the root of the distance.
    if (!(speed < 10 * Math.sqrt(NEAR))) fastest = Math.max(fastest, speed);
  }
  return fastest;
}
