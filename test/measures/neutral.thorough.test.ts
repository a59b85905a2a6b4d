/** Hundreds of neutral orbits, of every game that has only such: none converges or grows. */
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/measures/outcomes.ts';
import type { Values } from '../../src/models/parameter.ts';
import { measure } from '../support/flow.ts';
import { randomSource, randomStates } from '../support/random.ts';

/** Games all of whose orbits are closed, or at least keep |theta| within two fixed radii. */
const NEUTRAL: readonly (readonly [string, Values])[] = [
  ['saturating-gan', {}],
  ['wgan', {}],
  ['hinge-gan', {}],
  ['wgan-clip', {}],
  ...['kl', 'reverse-kl', 'pearson', 'hellinger', 'js'].map(
    (divergence) => ['f-gan', { divergence, nonSaturating: false }] as const,
  ),
];

/** At these a closed orbit may not be called anything else. */
const FALSE_OF_NEUTRAL: readonly Outcome[] = ['converged', 'converging', 'growing', 'diverged'];

describe('no neutral orbit converges or grows', () => {
  test.each(NEUTRAL)('%s %o', (model, values) => {
    const random = randomSource(8);
    for (let n = 0; n < 150; n++) {
      const time = [1, 3, 7, 12, 20, 20, 40, 100][n % 8]!;
      const step = [1 / 16, 0.1, 0.2][n % 3]!;
      const start = [...randomStates(random, 1, 0.005, 4)];
      // In one dimension the unit-norm discriminator has no orbits.
      if (n % 4 === 0 && model !== 'wgan') start[1] = start[3] = 0;
      const eps = n % 2 === 0 ? 0.01 : 0.5;
      const { outcome } = measure(model, { ...values, eps }, start, time, step);
      expect(FALSE_OF_NEUTRAL, `from ${start.join()} to ${time} at ${step}`).not.toContain(outcome);
    }
  });

  test.each(NEUTRAL)('%s %o to T = 300 and 1,000', (model, values) => {
    const random = randomSource(9);
    for (const time of [300, 300, 300, 1000]) {
      const start = [...randomStates(random, 1, 0.1, 2)];
      for (const step of [1 / 16, 0.2]) {
        const { outcome } = measure(model, values, start, time, step);
        expect(FALSE_OF_NEUTRAL, `from ${start.join()} to ${time} at ${step}`).not.toContain(
          outcome,
        );
      }
    }
  });

  // Of wgan |phi| = r and |theta|^2/2 - r^2 ln|L| are kept, and |theta| is largest across phi.
  test.each([
    [1 / 16, [0.15, 0, 0.05, 0.15]],
    [1 / 16, [-0.1694, 0.0068, 0.0478, -0.1612]],
    [0.1, [-0.1952, -0.1592, 0.129, -0.2012]],
  ])('nor wgan’s circle with small |phi|, by steps of %d from %o', (step, start) => {
    const [phi1, phi2, theta1, theta2] = start as [number, number, number, number];
    const r = Math.hypot(phi1, phi2);
    const across = Math.abs(phi1 * theta2 - phi2 * theta1) / r;
    const squared = theta1 ** 2 + theta2 ** 2 - 2 * r * r * Math.log(across);
    // Contracts, as |theta| > r there: the fixed point of |theta|^2 = squared + 2 r^2 ln|theta|.
    let largest = Math.hypot(theta1, theta2);
    for (let n = 0; n < 1000; n++) largest = Math.sqrt(squared + 2 * r * r * Math.log(largest));
    const { outcome, amplitude } = measure('wgan', {}, start, 1000, step);
    expect(outcome).toBe('orbiting');
    // RK4 widens |phi| over 1,000 units of time, and the largest of its steps may lie beside the maximum.
    expect(Math.abs(amplitude / largest - 1)).toBeLessThan(1e-3);
  });
});
