/** When a step of RK4 is done again in substeps. */

/**
 * A step is done again in substeps where its error ratio in a unit of time is above this, as errors add
 * up over the horizon: for a rotation of frequency w where w (w h)^2 > 0.04, w h = 0.2 at w = 1, which
 * turns (w h)^4/120 too far in each unit of time. At T = 40 and h = 1/16 it leaves the final distances of
 * every model within 1e-4 of the orbit's size of an integration of order 8, WGAN apart.
 */
export const REFINED_ERROR_RATIO = 0.01;

/**
 * And where the derivative changes along the step at a rate w with w h above this, however little of the
 * state moves at that rate: |L| of WGAN falls and rises again by many powers of 10 while |s| hardly
 * changes. Such a step is wrong by (w h)^5/120 = 0.002% of what moves. Final distances of WGAN at T = 40
 * are then within 5e-4 of the orbit's size where |L| stays above 1e-9 |phi| |theta|; at 0.5 it is 6e-3.
 */
export const REFINED_RATE = 0.3;

/** What of a derivative is rounding: 64 times the precision of float64. */
const ROUNDING = 64 * Number.EPSILON;

/**
 * The largest |k3 - k2|^2 of a step that resolves the rate: that is 2 |k3 - k2| / (h |k2 - k1|).
 * @param first |k2 - k1|^2
 * @param size |k1|^2
 */
export function mostDisagreement(first: number, size: number): number {
  return (REFINED_RATE ** 2 / 4) * (first + ROUNDING ** 2 * size);
}

/**
 * Whether a step need not be refined; not where anything is no number.
 * @param disagreement |k3 - k2|^2
 */
export function resolves(
  errorRatioSquared: number,
  h: number,
  disagreement: number,
  first: number,
  size: number,
): boolean {
  return (
    errorRatioSquared <= (REFINED_ERROR_RATIO * h) ** 2 &&
    disagreement <= mostDisagreement(first, size)
  );
}
