/** Which paths return to 0 by theorem, and how far they have come. Twin of shaders/labels/return.wgsl. */
import { angularMomentumOf, isLost, potentialAmplitudeOf, type Evidence } from './evidence.ts';
import { norm } from '../../models/norms.ts';
import type { Outcome } from '../outcomes.ts';

/**
 * The label of a path whose |phi| falls as exp(-m t) while the loss only turns it (`offLines`), where its
 * start says it: whatever a run of so fast a turning resolves, or rounding leaves of its L. The largest
 * |theta| falls by between 2/3 m and m a unit of time, a pass from one to the next late; see `Convergence`.
 * Undefined where that does not tell which side of eps it is on, or a quarter of the horizon may hold no
 * two passes by then.
 */
export function returnOf(e: Evidence): Outcome | undefined {
  const { start, rates, period, horizon, decay, eps } = e;
  const isOffLines = !isLost({
    angularMomentum: angularMomentumOf(start),
    potential: potentialAmplitudeOf(start, rates),
  });
  if (e.convergence !== 'offLines' || e.diffusion > 0 || !isOffLines) return undefined;
  const { unit, ratio } = largestThetaOf(start, rates);
  const largest = unit * ratio;
  // At the speed rateG.
  const passOf = (length: number) => (2 * length * period) / (2 * Math.PI * Math.sqrt(rates));
  const mostAt = (time: number) =>
    largest * Math.exp((-2 / 3) * decay * Math.max(time - passOf(largest), 0));
  if (mostAt((3 / 4) * horizon) < eps) return 'converged';
  const isFollowed = 2 * passOf(mostAt(horizon / 2)) < horizon / 4;
  const least = unit * Math.exp(-decay * horizon) * leastRatioAfter(decay * horizon, ratio);
  return isFollowed && least > eps ? 'converging' : undefined;
}

/**
 * The largest |theta| of WGAN's path, as a multiple of p = sqrt(rateG/rateD) |phi|. In units of p let r be
 * |theta|, and x and l what of theta lies along phi and across it. The flow keeps K = r^2/2 - ln l, so the
 * largest r has f(r) = r^2/2 - ln r - K = 0; two of Newton's steps from 1 + sqrt(2 K - 1), which is above, are
 * within 0.3% of it.
 */
function largestThetaOf(start: Float64Array, rates: number): { unit: number; ratio: number } {
  const phi = norm(start[0]!, start[1]!);
  const unit = Math.sqrt(rates) * phi;
  const across = angularMomentumOf(start) / phi / unit;
  const kept = (norm(start[2]!, start[3]!) / unit) ** 2 / 2 - Math.log(across);
  const closer = (r: number) => r - (r * r - 2 * Math.log(r) - 2 * kept) / (2 * (r - 1 / r));
  // Of a circle, rounding apart.
  const above = 1 + Math.sqrt(Math.max(2 * kept - 1, 1e-6));
  return { unit, ratio: closer(closer(above)) };
}

/**
 * The least that this ratio may have become where |phi| has fallen by exp(-`fall`). L2 lets K rise by the mean
 * of x^2, and so ln r by a share of m that is (r^2 - 1)/(3 r^2 + 1) at least, as integrating its orbits shows.
 * Of an r that rises by this, (r^2 - 1)^2 / r rises by exp(m t); the iteration comes to it from below.
 */
function leastRatioAfter(fall: number, ratio: number): number {
  const risen = ((ratio * ratio - 1) ** 2 / ratio) * Math.exp(fall);
  let r = ratio;
  for (let i = 0; i < 3; i++) r = Math.sqrt(1 + Math.sqrt(risen * r));
  return r;
}
