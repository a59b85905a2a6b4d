import { expect, test } from 'vitest';
import { boxDimension, MIN_DIMENSION_SIDE } from '../../src/measures/box-dimension.ts';

/** Labels at the centres of pixels of the unit square. */
function labelsOf(side: number, labelAt: (x: number, y: number) => number): Float64Array {
  return Float64Array.from({ length: side ** 2 }, (_, i) =>
    labelAt(((i % side) + 0.5) / side, (Math.floor(i / side) + 0.5) / side),
  );
}

/** Whether points stay bounded under z -> z^2 + c, on [-half, half]^2: the boundary is c's Julia set. */
const staysBounded = (re: number, im: number, half: number) => (x: number, y: number) => {
  let [a, b] = [half * (2 * x - 1), half * (2 * y - 1)];
  for (let i = 0; i < 300; i++) {
    [a, b] = [a * a - b * b + re, 2 * a * b + im];
    if (a * a + b * b > 16) return 1;
  }
  return 0;
};

test('a straight line has dimension 1, along the axes without any error', () => {
  const upright = boxDimension(
    labelsOf(256, (x) => Number(x > 0.51)),
    256,
  );
  expect(upright).toMatchObject({ sizes: [1, 2, 4, 8, 16], counts: [240, 120, 60, 30, 15] });
  expect(upright.value).toBeCloseTo(1, 12);
  expect(upright.error).toBeCloseTo(0, 12);
  const slanted = boxDimension(
    labelsOf(256, (x, y) => Number(y > 0.37 * x + 0.2)),
    256,
  );
  // Whole boxes: the counts are off by one at most, of 21 at least.
  expect(Math.abs(slanted.value! - 1)).toBeLessThan(0.02);
});

test('Julia sets have the dimensions that are known of them, within the error that is stated', () => {
  // McMullen 1998, "Hausdorff dimension and conformal dynamics III": basilica, rabbit, cauliflower.
  for (const [re, im, half, known] of [
    [-1, 0, 1.7, 1.2683],
    [-0.123, 0.745, 1.5, 1.3934],
    [0.25, 0, 1.3, 1.0812],
  ] as const) {
    const { value, error } = boxDimension(labelsOf(384, staysBounded(re, im, half)), 384);
    expect(Math.abs(value! - known), String(known)).toBeLessThan(2 * error!);
    expect(error, String(known)).toBeLessThan(0.12);
  }
});

test('three labels that meet everywhere fill the plane, and one label has no boundary', () => {
  const noise = boxDimension(
    labelsOf(129, (x, y) => Math.floor(997 * x + 613 * y) % 3),
    129,
  );
  expect(noise.value).toBeCloseTo(2, 1);
  const none = boxDimension(new Float64Array(129 ** 2), 129);
  expect(none).toMatchObject({ value: undefined, error: undefined, counts: [0, 0, 0, 0, 0] });
});

test('what is not square is measured over its middle, and what is too small is refused', () => {
  const [width, height] = [200, 129];
  const labels = Float64Array.from({ length: width * height }, (_, i) =>
    Number(Math.floor(i / width) > 60),
  );
  const { value, counts } = boxDimension(labels, width);
  expect(value).toBeCloseTo(1, 12);
  expect(counts[0]).toBe(192);
  const small = MIN_DIMENSION_SIDE - 1;
  expect(() => boxDimension(new Float64Array(small ** 2), small)).toThrow(
    `invalid grid: ${small} x ${small}, expected at least ${MIN_DIMENSION_SIDE} pixels`,
  );
});
