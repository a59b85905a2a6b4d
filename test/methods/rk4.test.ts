import { describe, expect, it, test } from 'vitest';
import type { Values } from '../../src/models/parameter.ts';
import { integratorStateOf } from '../../src/cpu/advance.ts';
import { simulationOf } from '../../src/cpu/simulation.ts';
import { experimentOf, integrate } from '../support/flow.ts';

const START = [0.5, 0.3, 0.9, -0.4];

/** The bilinear game: phi' = -theta, theta' = phi, a rotation of frequency 1. */
const BILINEAR = { divergence: 'reverse-kl', nonSaturating: false };

function distance(a: Float64Array, b: Float64Array): number {
  return Math.hypot(...a.map((x, i) => x - b[i]!));
}

/** The error ratio that one step reports, and the state after it. */
function step(model: string, values: Values, start: readonly number[], h: number) {
  const integrator = integratorStateOf(
    simulationOf(experimentOf(model, { ...values, time: 8 * h, step: h })),
  );
  integrator.begin(start);
  integrator.advance(h, 1);
  return { errorRatio: Math.sqrt(integrator.diagnostics[0]!), s: integrator.state };
}

describe('the order of rk4 is 4', () => {
  const smooth: readonly (readonly [string, Values])[] = [
    ['ns-gan', {}],
    ['saturating-gan', { l2: 0.3 }],
    ['wgan', {}],
    ['wgan-gp', { lambda: 0.3 }],
    ['gan-qp', {}],
    ['lsgan', { rateD: 2, rateG: 0.5 }],
    ['f-gan', { divergence: 'kl' }],
    ['f-gan', { divergence: 'hellinger', nonSaturating: true }],
    ['wgan-div', { k: 0.5, p: 4 }],
  ];

  test.each(smooth)('on %s %o', (model, values) => {
    const at = (h: number) => integrate(model, values, START, 4, h);
    const exact = at(1 / 512);
    const errors = [1 / 16, 1 / 32, 1 / 64].map((h) => distance(at(h), exact));
    errors.slice(1).forEach((error, i) => {
      // Terms of order 5 are h = 3% of a coefficient of some 5; the reference is off by 8^-4.
      expect(Math.abs(Math.log2(errors[i]! / error) - 4)).toBeLessThan(0.3);
    });
  });
});

describe('on a rotation of frequency w', () => {
  it.each([0.02, 0.1, 0.3, 0.7])('a step of w h = %f damps by (w h)^6/144', (x) => {
    const steps = 100;
    const before = Math.hypot(...START);
    const end = integrate('f-gan', BILINEAR, START, steps * x, x);
    const factor = (Math.hypot(...end) / before) ** (1 / steps);
    // |1 + ix - x²/2 - ix³/6 + x⁴/24|² exactly; its root is 1 - x⁶/144 to leading order.
    expect(factor).toBeCloseTo(Math.sqrt(1 - x ** 6 / 72 + x ** 8 / 576), 13);
    expect(Math.abs((1 - factor) / (x ** 6 / 144) - 1)).toBeLessThan(x ** 2 / 4 + 1e-6 / x ** 5);
  });

  it.each([0.05, 0.3, 1])('the error ratio is (w h)³/4 √(1 + (w h)²), w h = %f', (x) => {
    const expected = (x ** 3 / 4) * Math.sqrt(1 + x ** 2);
    expect(step('f-gan', BILINEAR, START, x).errorRatio / expected).toBeCloseTo(1, 10);
    const rates = { ...BILINEAR, rateD: 3, rateG: 3 };
    expect(step('f-gan', rates, START, x / 3).errorRatio / expected).toBeCloseTo(1, 10);
  });

  it('of wgan’s circle, |phi| = |theta| = r, w = 1/r, it is no smaller', () => {
    const [r, h] = [0.2, 0.05];
    // Its midpoint derivatives agree by symmetry: only the bend tells. Stages off the circle: 10%.
    const { errorRatio } = step('wgan', {}, [r, 0, 0, r], h);
    expect(errorRatio / ((h / r) ** 3 / 4)).toBeGreaterThan(0.9);
  });
});

describe('the error ratio', () => {
  it('of a decay is not 0 at w h = 1, where its slope does not bend', () => {
    // wgan-gp, c = 0, in phi alone: theta = 0 and rateG next to nothing.
    const values = { c: 0, lambda: 4, rateG: 0.01 };
    const { errorRatio } = step('wgan-gp', values, [1, 0, 0, 0], 1 / 8);
    expect(errorRatio).toBeCloseTo(1 / 4, 2);
  });

  it('is 0 at rest, and the state stays', () => {
    const { errorRatio, s } = step('ns-gan', {}, [0, 0, 0, 0], 0.1);
    expect(errorRatio).toBe(0);
    expect([...s].map((x) => x + 0)).toEqual([0, 0, 0, 0]);
  });

  it('falls with the square of the step’s third power', () => {
    const ratio =
      step('ns-gan', {}, START, 0.1).errorRatio / step('ns-gan', {}, START, 0.05).errorRatio;
    expect(ratio).toBeCloseTo(8, 0);
  });
});

describe('a step', () => {
  it('of wgan-clip ends in the box', () => {
    const { s } = step('wgan-clip', { clip: 0.5 }, [0.49, -0.49, -3, 3], 0.1);
    expect([s[0], s[1]]).toEqual([0.5, -0.5]);
  });

  it('that is shortened ends at T', () => {
    for (const time of [3, 3.01, 2.95, 2.9999999]) {
      const s = integrate('f-gan', BILINEAR, [0, 0, 1, 0], time, 0.1);
      // h^4/120 a radian.
      expect(s[2]).toBeCloseTo(Math.cos(time), 5);
      expect(s[0]).toBeCloseTo(-Math.sin(time), 5);
    }
  });

  it('gives the same state to the bit when repeated', () => {
    const once = step('gan-qp', {}, START, 0.1).s;
    expect(step('gan-qp', {}, START, 0.1).s).toEqual(once);
  });
});
