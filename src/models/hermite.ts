/**
 * Interpolation at share x of a step of length h, from both ends' values and derivatives: cubic Hermite,
 * whose error is h^4 max|s''''| / 384, the order of RK4 itself.
 * @param quartic what a method's own dense output adds, as a multiple of x^2 (1 - x)^2
 */
export function hermite(
  from: number,
  to: number,
  fromDerivative: number,
  toDerivative: number,
  h: number,
  x: number,
  quartic = 0,
): number {
  const y = 1 - x;
  return (
    y * y * (1 + 2 * x) * from +
    x * x * (3 - 2 * x) * to +
    h * x * y * (y * fromDerivative - x * toDerivative) +
    x * x * y * y * quartic
  );
}

/**
 * Where in a step a cubic Hermite interpolant falls below 0.
 * @param from at the step's beginning, at least 0
 * @param to at its end, below 0
 * @param fromDerivative per step, as `toDerivative`
 * @returns the share of the step
 */
export function fallsBelowZero(
  from: number,
  to: number,
  fromDerivative: number,
  toDerivative: number,
): number {
  let [above, below] = [0, 1];
  // As many halvings as float32 has digits; the WGSL twin is no finer.
  for (let i = 0; i < 24; i++) {
    const x = (above + below) / 2;
    if (hermite(from, to, fromDerivative, toDerivative, 1, x) < 0) below = x;
    else above = x;
  }
  return below;
}
