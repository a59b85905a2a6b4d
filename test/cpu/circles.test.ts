import { describe, expect, test } from 'vitest';
import { circlesOf } from '../../src/cpu/circles.ts';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import type { Values } from '../../src/models/parameter.ts';
import type { State } from '../../src/models/state.ts';

const START: State = [0.1, 0.2, 0.2, 0.1];

const circles = (model: string, method: string, values: Values, start: State = START) =>
  circlesOf(withValues(defaultExperiment(model, method), values), [start], 3);

describe('of flows', () => {
  test.each([
    { lambda: 0.5, c: 1, l2: 0, rateD: 1, rateG: 1 },
    { lambda: 2, c: 0.3, l2: 0.5, rateD: 1, rateG: 4 },
  ])('wgan-gp has the circle |φ| = 2λc/(2λ + μ), in both senses: %j', (values) => {
    const { lambda, c, l2, rateD, rateG } = values;
    const found = circles('wgan-gp', 'rk4', values);
    expect(
      found.map(({ angularMomentum }) => Math.sign(angularMomentum)).toSorted((a, b) => a - b),
    ).toEqual([-1, 1]);
    for (const { phi, theta, stability } of found) {
      expect(phi).toBeCloseTo((2 * lambda * c) / (2 * lambda + l2), 9);
      expect(theta).toBeCloseTo(phi * Math.sqrt(rateG / rateD), 9);
      expect(stability).toBe('stable');
    }
  });

  test('ns-gan has the one of radius √|L| that its start has, and gan-qp too', () => {
    // L = 0.1 * 0.1 - 0.2 * 0.2
    for (const model of ['ns-gan', 'gan-qp']) {
      const [circle, ...others] = circles(model, 'rk4', {});
      expect(others, model).toEqual([]);
      expect(circle!.phi).toBeCloseTo(Math.sqrt(0.03), 9);
      expect(circle!.theta).toBeCloseTo(Math.sqrt(0.03), 9);
      expect(circle!.angularMomentum).toBeCloseTo(-0.03, 12);
      expect(circle!.stability).toBe('stable');
    }
    expect(circles('saturating-gan', 'rk4', {})[0]!.stability).toBe('neutral');
  });

  test('there is none with l2, of wgan, whose |φ| may be any, or in one dimension', () => {
    expect(circles('ns-gan', 'rk4', { l2: 0.1 })).toEqual([]);
    expect(circles('wgan', 'rk4', {})).toEqual([]);
    expect(circles('wgan-gp', 'rk4', {}, [0.5, 0, 0.5, 0])).toEqual([]);
  });
});

describe('of rules', () => {
  test('simgd turns wgan-gp’s circle by the angle that its growth leaves', () => {
    // phi turns and shrinks by z = 1 - 2 lambda h (1 - c/r), theta grows as phi pulls: one step is
    // (phi, theta) -> (z phi - h theta, theta + h phi), a turn where z + 1 = 2 cos b and z + h^2 = 1.
    const [lambda, c, h] = [1, 1, 0.2];
    const found = circles('wgan-gp', 'simgd', { lambda, c, step: h });
    expect(found).toHaveLength(2);
    const z = 1 - h * h;
    expect(found[0]!.phi).toBeCloseTo(c / (1 - (1 - z) / (2 * lambda * h)), 9);
    expect(found[0]!.stability).toBe('stable');
  });

  test('momentum has circles with what it remembers, near the flow’s for small steps', () => {
    const found = circles('wgan-gp', 'momentum', { step: 0.01, beta: 0.5, lambda: 1 });
    expect(found).toHaveLength(2);
    expect(found[0]!.phi).toBeCloseTo(1, 1);
    expect(found[0]!.stability).toBe('stable');
  });

  test('altgd conserves L and keeps ns-gan’s circle', () => {
    const [circle] = circles('ns-gan', 'altgd', { step: 0.5 });
    expect(circle!.angularMomentum).toBeCloseTo(-0.03, 10);
  });
});
