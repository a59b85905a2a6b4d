import { describe, expect, test } from 'vitest';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { simulationOf } from '../../src/cpu/simulation.ts';
import { invariantsOf } from '../../src/models/invariants.ts';
import type { Values } from '../../src/models/parameter.ts';
import { angularMomentum } from '../../src/models/state.ts';
import { discriminatorNorm, follow } from '../support/flow.ts';

const experimentOf = (model: string, method: string, values: Values) =>
  withValues(defaultExperiment(model, method), values);

const invariants = (model: string, values: Values = {}) =>
  invariantsOf(simulationOf(experimentOf(model, 'rk4', values)).vectorField);

const widen = (model: string, method: string, values: Values = {}) =>
  simulationOf(experimentOf(model, method, values)).stepsWiden;

const START = [0.5, 0.3, 1.2, -0.4];

describe('what every path of a field keeps', () => {
  test.each<[string, Values, string[]]>([
    ['ns-gan', {}, ['angularMomentum']],
    ['saturating-gan', { rateD: 4 }, ['angularMomentum']],
    ['hinge-gan', {}, ['angularMomentum']],
    ['wgan-gp', { lambda: 0 }, ['angularMomentum']],
    ['wgan', {}, ['discriminatorNorm']],
    // Both factors are 0 on u = -2, where paths come to rest.
    ['f-gan', { divergence: 'pearson', nonSaturating: false }, []],
    // L2 shrinks both.
    ['ns-gan', { l2: 0.01 }, []],
    ['wgan', { l2: 0.01 }, []],
    ['wgan-gp', {}, []],
    // The players' factors are of two signs, where an Euler step takes from L.
    ['lsgan', {}, []],
    ['gan-qp', {}, []],
    ['f-gan', { divergence: 'pearson', nonSaturating: true }, []],
  ])('%s %o: %o', (model, values, expected) => {
    expect(invariants(model, values)).toEqual(expected);
  });
});

describe('whether each step of a method widens that', () => {
  test.each<[string, string, boolean]>([
    ['ns-gan', 'simgd', true],
    ['ns-gan', 'altgd', false],
    ['ns-gan', 'extragradient', false],
    ['ns-gan', 'rk4', false],
    ['wgan', 'simgd', true],
    ['wgan', 'altgd', true],
    ['wgan', 'adam', false],
    // Its projection takes back what steps add.
    ['wgan-clip', 'simgd', false],
  ])('%s by %s: %s', (model, method, expected) => {
    expect(widen(model, method)).toBe(expected);
  });

  test.each(['ns-gan', 'saturating-gan', 'hinge-gan'])('simgd on %s adds to |L|', (model) => {
    let before = Math.abs(angularMomentum(Float64Array.from(START)));
    follow(experimentOf(model, 'simgd', { step: 0.5, time: 100 }), START, (s) => {
      const now = Math.abs(angularMomentum(s));
      expect(now).toBeGreaterThan(before * (1 - 1e-12));
      before = now;
    });
  });

  test.each(['simgd', 'altgd'])('%s on wgan adds to |phi|', (method) => {
    let before = discriminatorNorm(START);
    follow(experimentOf('wgan', method, { step: 0.2, time: 100 }), START, (s) => {
      const now = discriminatorNorm(s);
      expect(now).toBeGreaterThan(before * (1 - 1e-12));
      before = now;
    });
  });
});
