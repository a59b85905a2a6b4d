import { describe, expect, it, test } from 'vitest';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { orbitKindOf } from '../../src/experiment/theory/orbit-kind.ts';
import type { Values } from '../../src/models/parameter.ts';
import { radii } from '../support/flow.ts';

const kind = (model: string, method: string, values: Values = {}) =>
  orbitKindOf(withValues(defaultExperiment(model, method), values));

/** Two states of one L, and one of another. */
const ONE = [0.5, 0, 0.3, 0.6];
const SAME = [0.6, 0, 0.2, 0.5];
const OTHER = [0.5, 0, 0.3, 1];

const endOf = (model: string, values: Values, start: readonly number[]) =>
  radii(model, values, start, [1980, 2000], 1 / 8).most;

describe('the kind of orbits', () => {
  test.each<[string, string, Values, string | undefined]>([
    ['saturating-gan', 'rk4', {}, 'neutral'],
    ['saturating-gan', 'altgd', { rateD: 4 }, 'neutral'],
    ['f-gan', 'rk4', { divergence: 'kl', nonSaturating: false }, 'neutral'],
    ['hinge-gan', 'rk4', {}, 'neutral'],
    ['wgan', 'dopri5', {}, 'neutral'],
    ['ns-gan', 'rk4', { rateG: 3 }, 'creeping'],
    ['f-gan', 'rk4', { divergence: 'kl', nonSaturating: true }, 'creeping'],
    ['gan-qp', 'altgd', {}, 'creeping'],
    ['lsgan', 'rk4', {}, 'creeping'],
    ['wgan-gp', 'rk4', {}, 'attracting'],
    ['wgan-gp', 'rk4', { lambda: 0 }, 'neutral'],
    ['wgan-gp', 'rk4', { c: 0 }, undefined],
    ['ns-gan', 'rk4', { l2: 0.1 }, undefined],
    ['ns-gan', 'rk4', { noise: 0.1 }, undefined],
    ['ns-gan', 'extragradient', {}, undefined],
    ['lsgan', 'rk4', { a: 0 }, undefined],
    ['wgan-clip', 'rk4', {}, undefined],
  ])('of %s by %s %o: %s', (model, method, values, expected) => {
    expect(kind(model, method, values)).toBe(expected);
  });
});

describe('an orbit ends', () => {
  it.each(['ns-gan', 'gan-qp', 'lsgan'])('at a radius that L fixes: %s', (model) => {
    const end = endOf(model, {}, ONE);
    expect(endOf(model, {}, SAME) / end).toBeCloseTo(1, 2);
    expect(endOf(model, {}, OTHER) / end).toBeGreaterThan(1.1);
  });

  it.each(['saturating-gan', 'hinge-gan'])('where it began, each beside others: %s', (model) => {
    const [begin, end] = [
      [0, 20],
      [1980, 2000],
    ].map(([from, to]) => radii(model, {}, ONE, [from!, to!], 1 / 8).most);
    expect(end! / begin!).toBeCloseTo(1, 2);
    expect(Math.abs(endOf(model, {}, SAME) / end! - 1)).toBeGreaterThan(0.03);
  });

  it('on one circle whatever its L: wgan-gp', () => {
    for (const start of [ONE, SAME, OTHER]) expect(endOf('wgan-gp', {}, start)).toBeCloseTo(1, 4);
  });
});
