/** What `theory()` tells people of the models with a logit, checked by integrating them. */
import { describe, expect, it } from 'vitest';
import { angularMomentum } from '../../src/models/state.ts';
import {
  discriminatorNorm,
  integrate,
  theory,
  measure,
  momentumRadius,
  radii,
  radius,
} from '../support/flow.ts';

const PLANE = [0.5, 0.3, 1.2, -0.4];
const LINE = [0.5, 0, 0.5, 0];

describe('lsgan', () => {
  it.each([
    [-1, 1],
    [-0.5, 2],
    [1, -2],
  ])('creeps to 0 as 1/√t, or to the circle fixed by L, with a = %f, g = %f', (a, g) => {
    expect(theory('lsgan', { a, g }, 0, true)).toContain('1/√t');
    const product = (time: number) =>
      radii('lsgan', { a, g }, LINE, [time - 14, time]).most ** 2 * time;
    expect(product(1000) / product(500)).toBeCloseTo(1, 1);
    const { least, most } = radii('lsgan', { a, g }, PLANE, [290, 300]);
    // |a| |theta|^2 = |g| |phi|^2 and |phi| |theta| = |L|.
    const expected = momentumRadius(PLANE) * Math.abs(g / a) ** 0.25;
    expect(least / expected).toBeCloseTo(1, 3);
    expect(most / expected).toBeCloseTo(1, 3);
  });

  it.each([1, 0.5, -1.5])('with a = 0 creeps outwards, |θ|⁶ ≈ 6g²L²t, g = %f', (g) => {
    expect(theory('lsgan', { a: 0, g })).toContain('|θ|⁶ ≈ 6g²L²t');
    const time = 800;
    const momentum = angularMomentum(PLANE);
    // At |theta| = 5 u relaxes at |theta|^2 = 25: steps of 1/16 resolve it.
    const s = integrate('lsgan', { a: 0, g }, PLANE, time, 1 / 16);
    // To leading order in |phi|^2/|theta|^2 = 2%.
    expect(Math.abs(radius(s) ** 6 / (6 * (g * momentum) ** 2 * time) - 1)).toBeLessThan(0.03);
  });

  it('with a = 0 stops where L = 0, with L2, and with both labels 0', () => {
    for (const [values, l2, start] of [
      [{ a: 0 }, 0, LINE],
      [{ a: 0 }, 0, [0.5, 0.25, 1, 0.5]],
      [{ a: 0 }, 0.2, PLANE],
      [{ a: 0, g: 0 }, 0, PLANE],
    ] as const) {
      expect(theory('lsgan', values, l2, start[1] === 0)).toContain('stops');
      expect(measure('lsgan', { ...values, l2 }, start, 60).outcome).toBe('stuck');
    }
  });

  it('with g = 0 θ converges, and φ does not', () => {
    expect(theory('lsgan', { g: 0 })).toContain('θ converges');
    const line = integrate('lsgan', { g: 0 }, LINE, 100, 1 / 16);
    expect(radius(line)).toBeLessThan(1e-9);
    expect(discriminatorNorm(line)).toBeGreaterThan(0.3);
    const [soon, late] = [100, 800].map((time) =>
      integrate('lsgan', { g: 0 }, PLANE, time, 1 / 16),
    );
    expect(radius(late!)).toBeLessThan(0.8 * radius(soon!));
    expect(discriminatorNorm(late!)).toBeGreaterThan(1.2 * discriminatorNorm(soon!));
    expect(theory('lsgan', { g: 0 }, 0.3)).toContain('1/√t');
    // |theta|' = -(a/μ)² |theta|³
    const damped = integrate('lsgan', { g: 0, l2: 0.3 }, PLANE, 1600, 1 / 8);
    expect(radius(damped) * Math.sqrt(1600)).toBeCloseTo(0.3 / Math.SQRT2, 2);
  });

  it('leaves the equilibrium where a and g have one sign', () => {
    expect(theory('lsgan', { a: 1, g: 0.5 })).toContain('saddle');
    const s = integrate(
      'lsgan',
      { a: 1, g: 0.5 },
      PLANE.map((x) => x / 100),
      20,
      1 / 16,
    );
    expect(Math.hypot(...s)).toBeGreaterThan(10 * Math.hypot(...PLANE.map((x) => x / 100)));
  });
});

describe('f-gan', () => {
  it.each([
    ['kl', Math.E],
    ['reverse-kl', 1],
    ['pearson', 1],
    ['hellinger', 1],
    ['js', 1],
  ] as const)(
    'non-saturating %s creeps to 0 as 1/√t, or to the circle fixed by L',
    (divergence, ratio) => {
      const values = { divergence, nonSaturating: true };
      expect(theory('f-gan', values, 0, true)).toContain('1/√t');
      const product = (time: number) =>
        radii('f-gan', values, LINE, [time - 20, time], 1 / 8).most ** 2 * time;
      // The start counts for C A0^-2/t with C up to 11, kl: 5% at t = 500 and half of it at 1,000.
      expect(Math.abs(product(1000) / product(500) - 1)).toBeLessThan(0.06);
      const { least, most } = radii('f-gan', values, PLANE, [380, 400], 1 / 8);
      // |theta|^2 : |phi|^2 = act'(0) : w(0)
      const expected = momentumRadius(PLANE) * ratio ** 0.25;
      expect(least / expected).toBeCloseTo(1, 3);
      expect(most / expected).toBeCloseTo(1, 3);
    },
  );

  it('reverse-kl is bilinear: every orbit closes after 2π', () => {
    expect(theory('f-gan', { divergence: 'reverse-kl' })).toContain('2π');
    const s = integrate('f-gan', { divergence: 'reverse-kl' }, PLANE, 2 * Math.PI, Math.PI / 200);
    // h^4/120 of each of 400 radians.
    s.forEach((x, i) => expect(x).toBeCloseTo(PLANE[i]!, 8));
  });

  it('pearson stops at u = −2, and circles elsewhere', () => {
    const values = { divergence: 'pearson', nonSaturating: false };
    expect(theory('f-gan', values)).toContain('u = −2');
    const stopped = integrate('f-gan', values, [0.5, 0, 2.2, 0], 60, 1 / 16);
    expect(stopped[0]! * stopped[2]!).toBeCloseTo(-2, 6);
    expect(measure('f-gan', values, [0.5, 0, 2.2, 0], 60).outcome).toBe('stuck');
    expect(measure('f-gan', values, [0.5, 0, 1.5, 0], 60).outcome).toBe('orbiting');
  });
});
