/** Lengths and directions of the players' vectors. Twin of shaders/norms.wgsl. */

/** A sum of two squares above this has lost no digit to underflow. */
const LEAST_SQUARE = 1e-280;

/**
 * `|(x, y)|` of numbers up to 1e150, however short. `Math.hypot` is many times slower and left to
 * lengths whose squares underflow.
 */
export function norm(x: number, y: number): number {
  const square = x * x + y * y;
  return square > LEAST_SQUARE ? Math.sqrt(square) : Math.hypot(x, y);
}

/**
 * `1 / x`, and 0 where that is no number: the subgradient of a norm that is chosen where it has no
 * gradient.
 */
export function reciprocalOrZero(x: number): number {
  const reciprocal = 1 / x;
  return reciprocal < Infinity ? reciprocal : 0;
}

/**
 * The shortest phi of a game that reads its direction. Far below what changes any other number, and
 * so far above float64's least that no chunk of steps ends there: 64 of RK4, which shrinks a
 * decay to no less than 0.27 of itself, make 1e-37 of it.
 */
const SHORTEST_PHI = 1e-250;

/** Holds |phi| at `SHORTEST_PHI` in its direction, in place. A phi of 0 has none and stays. */
export function keepDirection(s: Float64Array): void {
  const longest = Math.max(Math.abs(s[0]!), Math.abs(s[1]!));
  // So that what is not finite goes through.
  if (!(longest > 0 && longest < SHORTEST_PHI)) return;
  // In two factors: the quotient itself may overflow.
  const [first, second] = [1 / Math.sqrt(longest), SHORTEST_PHI / Math.sqrt(longest)];
  s[0] = s[0]! * first * second;
  s[1] = s[1]! * first * second;
}
