import { describe, expect, test } from 'vitest';
import { keepDirection, norm } from '../../src/models/norms.ts';
import { modelOf } from '../../src/experiment/parameters.ts';
import { defaultExperiment } from '../../src/experiment/experiment.ts';

/** Down to where squares underflow. */
const SIZES = [1e-300, 1e-200, 1e-162, 1e-100, 1e-30, 1e-8, 1, 1e3, 1e100];

test('a norm is right however short it is', () => {
  for (const size of SIZES) expect(norm(3 * size, 4 * size) / (5 * size)).toBeCloseTo(1, 14);
  // A subnormal one has few digits.
  expect(norm(3e-320, 4e-320) / 5e-320).toBeCloseTo(1, 3);
  expect(norm(0, 0)).toBe(0);
  expect(norm(NaN, 1)).toBeNaN();
});

describe('a field reads phi’s direction however short phi is', () => {
  const field = (id: string) => modelOf({ model: id }).game(defaultExperiment(id).values).field;

  test('of wgan, whose phi′ grows as 1/|phi|', () => {
    for (const size of [1e-240, 1e-150, 1e-100, 1e-30, 1e-3, 1]) {
      const { phi1, phi2, theta1, theta2 } = field('wgan')(0.6 * size, 0.8 * size, 1, 0);
      // theta's part across phi/|phi| = (0.6, 0.8) is 0.8 (0.8, -0.6).
      expect(phi1 * size, String(size)).toBeCloseTo(-0.64, 12);
      expect(phi2 * size, String(size)).toBeCloseTo(0.48, 12);
      expect([theta1, theta2]).toEqual([expect.closeTo(0.6, 12), expect.closeTo(0.8, 12)]);
    }
  });

  test('of wgan in one dimension, where nothing turns', () => {
    for (const size of SIZES) {
      expect(field('wgan')(-size, 0, 0.3, 0)).toEqual({
        phi1: expect.closeTo(0, 300),
        phi2: expect.closeTo(0, 300),
        theta1: expect.closeTo(-1, 12),
        theta2: expect.closeTo(0, 300),
      });
    }
  });

  test('of wgan-gp, whose penalty pulls along it', () => {
    for (const size of [1e-240, 1e-150, 1e-30, 1e-9]) {
      const { phi1, phi2 } = field('wgan-gp')(0.6 * size, 0.8 * size, 0, 0);
      expect([phi1, phi2]).toEqual([expect.closeTo(0.12, 8), expect.closeTo(0.16, 8)]);
    }
  });
});

describe('a phi that would underflow is kept', () => {
  test.each([
    [3e-260, -4e-260],
    [0, 5e-324],
    [-1e-310, 1e-310],
  ])('%s, %s', (phi1, phi2) => {
    const s = Float64Array.of(phi1, phi2, 1, 2);
    keepDirection(s);
    expect(Math.atan2(s[1]!, s[0]!)).toBeCloseTo(Math.atan2(phi2, phi1), 12);
    expect(Math.max(Math.abs(s[0]!), Math.abs(s[1]!)) / 1e-250).toBeCloseTo(1, 12);
    expect([...s.subarray(2)]).toEqual([1, 2]);
  });

  test.each([
    [0, 0],
    [1e-200, 0],
    [0.3, -2],
    [NaN, 0],
  ])('and %s, %s stays as it is', (phi1, phi2) => {
    const s = Float64Array.of(phi1, phi2, 1, 2);
    keepDirection(s);
    expect([...s]).toEqual([phi1, phi2, 1, 2]);
  });
});
