import { describe, expect, it, test } from 'vitest';
import { METHODS } from '../../src/methods/index.ts';
import { cpuEngine } from '../../src/cpu/engine.ts';
import {
  AMPLIFICATIONS,
  CORRECTED,
  errorOfAmplification,
  largestRoot,
} from '../support/bilinear.ts';

describe('amplification on the bilinear game over 1,000 steps', () => {
  test.each(AMPLIFICATIONS)('of $method $values at h = $h', async (known) => {
    // Of the whole path, not of a step: the damping of RK4 at h = 1/8 is 24 times as much.
    expect(await errorOfAmplification(cpuEngine, known)).toBeLessThan(1e-6);
  });

  test.each(CORRECTED)('of $method with $values at h = $h', async (known) => {
    expect(await errorOfAmplification(cpuEngine, known)).toBeLessThan(1e-6);
  });

  it('of corrections is what science says', () => {
    const factors = [0.975141, 0.986154, 1.220656];
    [0.1, 0.5, 1].forEach((h, i) => {
      const known = CORRECTED.find((one) => one.h === h)!;
      expect(largestRoot(known.polynomial)).toBeCloseTo(factors[i]!, 6);
    });
  });

  it('is known for every method', () => {
    const known = new Set(AMPLIFICATIONS.map(({ method }) => method));
    expect([...known].toSorted()).toEqual(METHODS.map(({ id }) => id).toSorted());
  });

  it('is what science says', () => {
    const factor = (method: string, h: number) =>
      largestRoot(
        AMPLIFICATIONS.find((known) => known.method === method && known.h === h)!.polynomial,
      );
    for (const h of [1 / 16, 1 / 4]) {
      expect(factor('simgd', h)).toBeCloseTo(Math.sqrt(1 + h * h), 12);
      expect(factor('altgd', h)).toBeCloseTo(1, 12);
      expect(factor('extragradient', h)).toBeCloseTo(Math.sqrt(1 - h * h + h ** 4), 12);
    }
    for (const h of [1 / 16, 1 / 8]) {
      expect((1 - factor('rk4', h)) / (h ** 6 / 144)).toBeCloseTo(1, 1);
    }
  });
});
