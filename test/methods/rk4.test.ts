import { describe, expect, it, test } from 'vitest';
import type { Values } from '../../src/models/parameter.ts';
import { integratorStateOf } from '../../src/cpu/advance.ts';
import { simulationOf } from '../../src/cpu/simulation.ts';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { experimentOf, follow, integrate, measure, radius } from '../support/flow.ts';

const START = [0.5, 0.3, 0.9, -0.4];

/** The bilinear game: phi' = -theta, theta' = phi, a rotation of frequency 1. */
const BILINEAR = { divergence: 'reverse-kl', nonSaturating: false };

function distance(a: Float64Array, b: Float64Array): number {
  return Math.hypot(...a.map((x, i) => x - b[i]!));
}

/** The error ratio that one step reports, and the state after it: a step that is not refined. */
function step(model: string, values: Values, start: readonly number[], h: number) {
  const { dynamics, stepper } = simulationOf(
    experimentOf(model, { ...values, time: 8 * h, step: h }),
  );
  const state = Float64Array.from(start);
  const change = new Float64Array(4);
  dynamics.project(state);
  const errorRatio = Math.sqrt(stepper().step(state, h, change));
  const s = state.map((x, i) => x + change[i]!);
  dynamics.project(s);
  return { errorRatio, s };
}

/** Steps in substeps where they need them: how many, and their lengths' sum in steps. */
function substepsOf(model: string, values: Values, start: readonly number[], h: number, count = 1) {
  const integrator = integratorStateOf(
    simulationOf(experimentOf(model, { ...values, time: 8 * h, step: h })),
  );
  integrator.begin(start);
  let substeps = 0;
  for (let number = 1; number <= count; number++) {
    for (let done = 0; done < 1; substeps++) done = integrator.advance(h, number);
  }
  return { substeps, s: integrator.state };
}

describe('the order of rk4 is 4', () => {
  const smooth: readonly (readonly [string, Values])[] = [
    ['ns-gan', {}],
    ['saturating-gan', { l2: 0.3 }],
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
    let end: Float64Array = Float64Array.from(START);
    for (let n = 0; n < steps; n++) end = step('f-gan', BILINEAR, [...end], x).s;
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

describe('a step that does not resolve its motion is done in substeps', () => {
  it('as many as make w (w h)^2 at most 0.04', () => {
    // Of a rotation of frequency 3 with h = 1/4: w h <= 0.115, seven substeps and one to spare.
    const fast = { ...BILINEAR, rateD: 3, rateG: 3 };
    const { substeps, s } = substepsOf('f-gan', fast, [0, 0, 1, 0], 1 / 4);
    expect(substeps).toBeGreaterThanOrEqual(7);
    expect(substeps).toBeLessThanOrEqual(9);
    // (w h)^5/120 each.
    expect(Math.abs(s[2]! - Math.cos(3 / 4))).toBeLessThan(2e-6);
    expect(Math.abs(s[0]! + Math.sin(3 / 4))).toBeLessThan(2e-6);
  });

  it('not at the default step where a model turns with frequency 1', () => {
    expect(substepsOf('f-gan', BILINEAR, START, 1 / 16, 32).substeps).toBe(32);
  });

  it('so that wgan-div comes in from afar, where a whole step throws it out', () => {
    // From the 40 starts of norm up to 2.5 that an independent integration (DOP853) decides.
    const start = [2.3511, -0.0695, 0.6311, -0.418];
    const measured = measure('wgan-div', {}, start, 40);
    const exact = follow(
      withValues(defaultExperiment('wgan-div', 'dopri5'), { time: 40, rtol: 1e-11 }),
      start,
    );
    expect(measured.outcome).toBe('converging');
    expect(Math.abs(measured.distance / radius(exact) - 1)).toBeLessThan(1e-3);
  });

  it('so that wgan turns on a small circle as often as it does', () => {
    const { turns, outcome } = measure('wgan', {}, [0.03, 0, 0, 0.03], 40);
    // |phi| = |theta| = r: T / (2 pi r), and (w h)^4/120 of that.
    expect(Math.abs(turns + 40 / (2 * Math.PI * 0.03))).toBeLessThan(0.1);
    expect(outcome).toBe('orbiting');
  });
});
