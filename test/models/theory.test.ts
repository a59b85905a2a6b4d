/** What `theory()` tells people about each model, checked by integrating it. */
import { describe, expect, it } from 'vitest';
import { modelOf } from '../../src/experiment/parameters.ts';
import { englishOf } from '../../src/models/message.ts';
import { angularMomentum } from '../../src/models/state.ts';
import {
  discriminatorNorm,
  energy,
  integrate,
  theory,
  measure,
  momentumRadius,
  radii,
  radius,
} from '../support/flow.ts';
import { situation } from '../support/situation.ts';

const PLANE = [0.5, 0.3, 1.2, -0.4];
const LINE = [0.5, 0, 0.5, 0];
const ARTICLE = [0.1, 0.2, 0.2, 0.1];

describe('ns-gan', () => {
  it('swings at the article’s start in [0.102, 0.298] at first and in [0.133, 0.225] at its end', () => {
    const first = radii('ns-gan', {}, ARTICLE, [0, 4 * Math.PI]);
    expect([first.least, first.most].map((x) => x.toFixed(3))).toEqual(['0.102', '0.298']);
    const last = radii('ns-gan', {}, ARTICLE, [85, 100]);
    expect([last.least, last.most].map((x) => x.toFixed(3))).toEqual(['0.133', '0.225']);
  });

  it('creeps to 0 as √(8/t) in one dimension', () => {
    expect(theory('ns-gan', {}, 0, true)).toContain('√(8/t)');
    const product = (time: number) =>
      radii('ns-gan', {}, LINE, [time - 14, time], 1 / 8).most ** 2 * (time / 8);
    // A^-2 = A0^-2 + t/8 to first order: the start counts for 8 A0^-2/t, 2% at t = 1,000.
    expect(product(1000)).toBeCloseTo(1, 1);
    expect(Math.abs(product(2000) - 1)).toBeLessThan(0.005);
  });

  it('creeps to the circle of radius √|L| in the plane', () => {
    expect(theory('ns-gan')).toContain('√|L|');
    const { least, most } = radii('ns-gan', {}, PLANE, [400, 420], 1 / 8);
    expect(least / momentumRadius(PLANE)).toBeCloseTo(1, 4);
    expect(most / momentumRadius(PLANE)).toBeCloseTo(1, 4);
  });

  it('converges with L2', () => {
    expect(theory('ns-gan', {}, 0.3)).toContain('sink');
    expect(measure('ns-gan', { l2: 0.3 }, PLANE, 100).outcome).toBe('converged');
  });
});

describe('wgan', () => {
  it('walks away at unit speed in one dimension, with L2 and without', () => {
    expect(theory('wgan', {}, 0, true)).toContain('stands still');
    expect([...integrate('wgan', {}, [0.5, 0, -1, 0], 50, 1 / 16)]).toEqual([0.5, 0, 49, 0]);
    expect(theory('wgan', {}, 0.2, true)).toContain('shrinks φ');
    // |phi| = e^(-40) / 2: rounding may not turn it.
    const far = integrate('wgan', { l2: 0.2 }, [0.5, 0, -1, 0], 200, 1 / 16);
    expect(far[2]).toBe(199);
    expect(far[0]! / (0.5 * Math.exp(-40))).toBeCloseTo(1, 6);
  });

  it('circles in the plane, between two radii that do not change', () => {
    expect(theory('wgan')).toContain('from L ≠ 0, θ circles');
    const between = (from: number) => radii('wgan', {}, PLANE, [from, from + 30], 1 / 64);
    // Sampling loses (w h)^2/8 of an extreme: 1% where theta passes by 0 at w = 20.
    expect(between(170).least / between(0).least).toBeCloseTo(1, 2);
    expect(between(170).most / between(0).most).toBeCloseTo(1, 3);
  });

  it('loses |phi| at the rate of L2, and turns the faster', () => {
    expect(theory('wgan', {}, 0.3)).toContain('faster the turning');
    const s = integrate('wgan', { l2: 0.3 }, PLANE, 6, 1 / 256);
    expect(discriminatorNorm(s) / discriminatorNorm(PLANE)).toBeCloseTo(Math.exp(-1.8), 6);
    const turnsUpTo = (time: number) =>
      Math.abs(measure('wgan', { l2: 0.3 }, PLANE, time, 1 / 256).turns);
    expect(turnsUpTo(8) - turnsUpTo(6)).toBeGreaterThan(2 * (turnsUpTo(4) - turnsUpTo(2)));
  });
});

describe('wgan-gp', () => {
  it.each([0, 0.1, 0.3])(
    'ends on the circle of radius 2λc/(2λ+μ), turning by the sign of L, μ = %f',
    (l2) => {
      for (const [c, sign] of [
        [1, 1],
        [0.6, 1],
        [1, -1],
      ] as const) {
        const start = [0.5, 0.3, sign * 1.2, sign * -0.4];
        const values = { lambda: 0.25, c, l2 };
        const s = integrate('wgan-gp', values, start, 120, 1 / 16);
        const expected = (2 * 0.25 * c) / (2 * 0.25 + l2);
        // The slowest rate is about λ + μ/2 >= 0.25: e^(-30); RK4's own circle is off by (wh)^4/120.
        expect(radius(s)).toBeCloseTo(expected, 5);
        expect(discriminatorNorm(s)).toBeCloseTo(expected, 5);
        // theta x theta' = theta x phi = -L.
        const sense = -Math.sign(angularMomentum(start));
        expect(-Math.sign(angularMomentum(s))).toBe(sense);
        expect(Math.sign(measure('wgan-gp', values, start, 40).turns)).toBe(sense);
      }
    },
  );

  it.each([
    [0.1, 0],
    [0.5, 0],
    [0.9, 0],
    [0.6, 0.5],
  ])('swings on one cycle in one dimension for λ + μ/2 < 1, λ = %f, μ = %f', (lambda, l2) => {
    expect(theory('wgan-gp', { lambda }, l2, true)).toContain('cycle');
    const ends = [
      [0.5, 0, 0.1, 0],
      [0.1, 0, 3, 0],
    ].map((start) => radii('wgan-gp', { lambda, l2 }, start, [170, 200]).most);
    // Two starts, one cycle: a step across the kink at phi = 0 is wrong by some h^2.
    expect(Math.abs(ends[0]! / ends[1]! - 1)).toBeLessThan(0.004);
    expect(ends[0]).toBeGreaterThan(1);
  });

  it.each([
    [1, 0],
    [1.2, 0],
    [3, 0],
    [0.8, 0.5],
  ])('rests at θ = ±2λc in one dimension for λ + μ/2 >= 1, λ = %f, μ = %f', (lambda, l2) => {
    expect(theory('wgan-gp', { lambda }, l2, true)).toContain('false equilibria');
    const s = integrate('wgan-gp', { lambda, c: 0.7, l2 }, [0.5, 0, 0.1, 0], 100, 1 / 32);
    expect(Math.abs(s[2]!)).toBeCloseTo(2 * lambda * 0.7, 4);
    expect(s[0]).toBeCloseTo(0, 4);
  });

  it('rests in one dimension from λ + μ/2 = √(rate G/rate D) on', () => {
    const sentence = (rateG: number) =>
      modelOf({ model: 'wgan-gp' })
        .theory(
          situation({
            model: 'wgan-gp',
            parameters: { lambda: 1.5, c: 1 },
            modifiers: { rateG },
            oneDimensional: true,
          }),
        )
        .map(englishOf)
        .join(' ');
    const last = (rateG: number) => {
      const values = { lambda: 1.5, c: 1, rateG };
      return radii('wgan-gp', values, [0.5, 0, 0.1, 0], [180, 200], 1 / 64);
    };
    expect(sentence(2)).toContain('false equilibria');
    expect(last(2).most - last(2).least).toBeLessThan(1e-3);
    expect(sentence(4)).toContain('relaxation cycle');
    expect(last(4).most - last(4).least).toBeGreaterThan(0.5);
  });

  it('converges where it is linear: c = 0, or λ = 0 with L2', () => {
    expect(theory('wgan-gp', { c: 0 })).toContain('converges');
    expect(theory('wgan-gp', { lambda: 0 }, 0.3)).toContain('κ = λ + μ/2');
    expect(measure('wgan-gp', { c: 0 }, PLANE, 100).outcome).toBe('converged');
    expect(measure('wgan-gp', { lambda: 0, l2: 0.3 }, PLANE, 100).outcome).toBe('converged');
    expect(theory('wgan-gp', { lambda: 0 })).toContain('2π');
  });
});

describe('gan-qp', () => {
  it('ends on the circle of radius √|L|', () => {
    expect(theory('gan-qp')).toContain('√|L|');
    const { least, most } = radii('gan-qp', {}, PLANE, [190, 200]);
    expect(least / momentumRadius(PLANE)).toBeCloseTo(1, 4);
    expect(most / momentumRadius(PLANE)).toBeCloseTo(1, 4);
  });

  it.each([[LINE], [[1, 0.5, 0.5, 0.25]]])('converges as 1/t where L = 0, from %s', (start) => {
    expect(theory('gan-qp', {}, 0, true)).toContain('1/t');
    const product = (time: number) => radii('gan-qp', {}, start, [time - 7, time]).most * time;
    // The window of one swing before t is 7/t of it.
    expect(product(400) / product(100)).toBeCloseTo(1, 1);
    expect(Math.abs(product(400) / product(200) - 1)).toBeLessThan(0.03);
  });

  it('converges with L2', () => {
    expect(measure('gan-qp', { l2: 0.1 }, PLANE, 150).outcome).toBe('converged');
  });
});

describe('hinge-gan, wgan-div and wgan-clip', () => {
  it('hinge-gan stands still in φ where u < −1, and ends circling where u > −1', () => {
    const start = [0.4, 0.2, -4, 0.1];
    const s = integrate('hinge-gan', {}, start, 2, 1 / 16);
    expect([s[0], s[1]]).toEqual([0.4, 0.2]);
    expect(s[2]).toBeCloseTo(-3.2, 12);
    const end = integrate('hinge-gan', {}, start, 100, 1 / 64);
    // The least u on a circle of energy E and momentum L is -√(E² − L²).
    expect(Math.sqrt(energy(end) ** 2 - angularMomentum(end) ** 2)).toBeLessThan(1.001);
    expect(measure('hinge-gan', {}, start, 200).outcome).toBe('orbiting');
    expect(measure('hinge-gan', { l2: 0.2 }, start, 200).outcome).toBe('converged');
  });

  it.each([[LINE], [PLANE]])('wgan-div decays algebraically, as t^(−1/(p−2)), from %s', (start) => {
    expect(theory('wgan-div')).toContain('algebraic');
    const product = (p: number, time: number) =>
      radii('wgan-div', { p }, start, [time - 7, time]).most * time ** (1 / (p - 2));
    expect(product(6, 800) / product(6, 200)).toBeCloseTo(1, 1);
    expect(product(4, 800) / product(4, 200)).toBeCloseTo(1, 1);
    expect(theory('wgan-div', { p: 2 })).toContain('exponentially');
    expect(measure('wgan-div', { p: 2, k: 0.2 }, start, 100).outcome).toBe('converged');
    expect(measure('wgan-div', { k: 0, l2: 0.4 }, start, 100).outcome).toBe('converged');
    expect(measure('wgan-div', { k: 0 }, start, 100).outcome).toBe('orbiting');
  });

  it('wgan-clip loses energy at its walls until it fits inside', () => {
    expect(theory('wgan-clip')).toContain('until the orbit fits inside');
    const start = [0.5, 0.3, 1.2, -1.4];
    const end = integrate('wgan-clip', {}, start, 40, 1 / 16);
    expect(energy(end)).toBeLessThan(0.9 * energy(start));
    let reach = 0;
    const later = integrate('wgan-clip', {}, [...end], 40, 1 / 16, (s) => {
      reach = Math.max(reach, Math.abs(s[0]!), Math.abs(s[1]!));
    });
    expect(reach).toBeLessThanOrEqual(1);
    expect(energy(later) / energy(end)).toBeCloseTo(1, 5);
    expect(measure('wgan-clip', { l2: 0.2 }, start, 150).outcome).toBe('converged');
  });
});
