/** Which equilibrium a trajectory ends at. Twin of shaders/basins/numbered.wgsl. */
import type { State } from '../models/state.ts';
import type { Outcome } from './outcomes.ts';
import { TOLERANCES } from './tolerances.ts';

const TARGET: State = [0, 0, 0, 0];

/**
 * The number of the equilibrium that a start ends at, from 1 in their order; 0 where it is shown to end at
 * none of them; NaN where its label is undecided, where none is known, and where it ends at a target that is
 * none.
 * @param end the last state, counted from the target as the equilibria are
 * @param eps the distance from the target that counts as there
 */
export function basinOf(
  outcome: Outcome,
  end: ArrayLike<number>,
  equilibria: readonly State[],
  eps: number,
): number {
  if (equilibria.length === 0 || outcome === 'undecided') return NaN;
  const isHome = outcome === 'converged' || outcome === 'converging';
  if (!isHome && outcome !== 'stuck') return 0;
  const place = isHome ? TARGET : end;
  const least = isHome ? eps : TOLERANCES.reached * distanceBetween(end, TARGET);
  const distances = equilibria.map((state) => distanceBetween(place, state));
  const nearest = Math.min(...distances);
  if (nearest <= least) return distances.indexOf(nearest) + 1;
  return isHome ? NaN : 0;
}

function distanceBetween(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!, a[2]! - b[2]!, a[3]! - b[3]!);
}
