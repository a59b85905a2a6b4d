import { describe, expect, it, test } from 'vitest';
import { mayBeChaotic } from '../../src/experiment/theory/chaos.ts';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { needsOf } from '../../src/experiment/needs.ts';
import { newQuarters } from '../../src/measures/labels/quarters.ts';
import { isChaotic } from '../../src/measures/labels/chaos.ts';
import { keepEnd, signsOf, type Evidence } from '../../src/measures/labels/evidence.ts';
import { methodOf } from '../../src/experiment/parameters.ts';
import type { Values } from '../../src/models/parameter.ts';
import { measureStart } from '../support/flow.ts';
import { PRESETS } from '../../src/experiment/presets.ts';
import { fromQuery } from '../../src/experiment/format/url.ts';

const GOLDEN = (1 + Math.sqrt(5)) / 2;

const measured = (model: string, method: string, values: Values, start: readonly number[]) =>
  measureStart(withValues(defaultExperiment(model, method), values), start);

/** Evidence of a rule that stays between two radii, in one dimension. */
function evidenceOf(tangentGrowth: Evidence['tangentGrowth']): Evidence {
  const quarters = newQuarters();
  for (const quarter of quarters) {
    Object.assign(quarter, { high: 2, low: 0.5, speed: 1, meanSquare: 2 });
    keepEnd(quarter, Float64Array.of(0.5, 0, 1, 0), 1);
  }
  return {
    bounded: true,
    angularMomentumRegained: false,
    method: methodOf('simgd'),
    errorRatioSquared: 1,
    errorRatioSquaredSum: 1000,
    steps: 1000,
    horizon: 1000,
    start: Float64Array.of(0.5, 0, 1, 0),
    state: Float64Array.of(0.5, 0, 1, 0),
    quarters,
    rates: 1,
    period: 2 * Math.PI,
    stepAtEquilibrium: 0,
    leastDistance: 0,
    stepsWiden: false,
    widened: 0,
    limitCycle: false,
    alwaysOrbits: false,
    convergence: 'none',
    decay: 0,
    alwaysGrows: false,
    diffusion: 0,
    extremaCount: 100,
    windingNumber: 50,
    tangentGrowth,
    eps: 0.01,
  };
}

const isChaoticBy = (growth: Evidence['tangentGrowth']) => isChaotic(signsOf(evidenceOf(growth)));

describe('chaos', () => {
  it('is a growth of tangents in every quarter, as exp(lambda t)', () => {
    expect(isChaoticBy([20, 40, 60, 80])).toBe(true);
    expect(isChaoticBy([3, 14, 25, 36])).toBe(true);
    // Even growth by less than e^10 a quarter may still be that of a power, or of a transient.
    expect(isChaoticBy([9, 18, 27, 36])).toBe(false);
    // Not one of 0.8 in all, nor none, nor one that is not finite.
    expect(isChaoticBy([0.2, 0.4, 0.6, 0.8])).toBe(false);
    expect(isChaoticBy(undefined)).toBe(false);
    expect(isChaoticBy([20, 40, 60, NaN])).toBe(false);
    expect(isChaoticBy([20, 40, 60, Infinity])).toBe(false);
  });

  test.each([1, 2, 3, 5, 10])('is no power %d of time', (power) => {
    const ends = [250, 500, 750, 1000].map((time) => power * Math.log(time));
    expect(isChaoticBy(ends as [number, number, number, number])).toBe(false);
  });

  test.each([20, 100, 1000])('is not transient: no rate that falls as %d/T', (growth) => {
    // The integral of growth/t.
    const ends = [250, 500, 750, 1000].map((time) => growth * Math.log(time));
    expect(isChaoticBy(ends as [number, number, number, number])).toBe(false);
    // Nor what has ended.
    expect(isChaoticBy([growth, 2 * growth, 3 * growth, 3 * growth])).toBe(false);
  });

  test.each([
    [0, 400],
    [1, 1000],
    [2, 4000],
  ])(
    'of wgan-gp by altgd at lambda = h = 1 has the golden mean for its multiplier, start %d, T = %d',
    (which, time) => {
      // phi <- -phi - theta + 2 c sign(phi), theta <- theta + phi: one matrix (-1, -1; -1, 0) in all of
      // the plane, symmetric, with eigenvalues -1.618 and 0.618.
      const start = [
        [0.3, 0, 0.5, 0],
        [-1.2, 0, 0.7, 0],
        [1.1, 0, -1.7, 0],
      ][which]!;
      const { lyapunov, outcome } = measured(
        'wgan-gp',
        'altgd',
        { lambda: 1, step: 1, time },
        start,
      );
      expect(lyapunov).toBeCloseTo(Math.log(GOLDEN), 8);
      expect(outcome).toBe('chaotic');
    },
  );

  test.each([
    // Exponents of an independent integration from T = 2,000 to 4,000 steps, of 48 starts each.
    ['gan-qp', 'simgd', { step: 1 }, [0.9, 0, -0.4, 0], [0.035, 0.06]],
    ['hinge-gan', 'simgd', { step: 0.5 }, [0.9, 0, -0.4, 0], [0.28, 0.3]],
    ['wgan-clip', 'simgd', { step: 2 }, [0.9, 0.2, -0.4, 1.1], [0.11, 0.13]],
    ['hinge-gan', 'adam', { step: 0.25 }, [0.9, 0, -0.4, 0], [0.28, 0.3]],
  ] as const)('lasts in %s by %s %s', (model, method, values, start, [least, most]) => {
    for (const steps of [4000, 8000]) {
      const found = measured(model, method, { ...values, time: steps * values.step }, start);
      expect(found.lyapunov).toBeGreaterThan(least);
      expect(found.lyapunov).toBeLessThan(most);
      expect(found.outcome).toBe('chaotic');
    }
  });

  test.each([
    // It has escaped, to where gradients vanish.
    ['saturating-gan', 'altgd', { step: 2 }, [1.5, 0, 0.9, 0]],
    // Chaos whose rate falls as 1/T while it drifts outwards.
    ['saturating-gan', 'altgd', { step: 0.5 }, [-0.39, 0, -0.87, 0]],
    ['saturating-gan', 'altgd', { step: 0.5 }, [-1.42, 0, 0.73, 0]],
    ['ns-gan', 'altgd', { step: 1 }, [0.5, 0.3, 1.2, -0.4]],
    ['wgan-gp', 'simgd', { step: 0.25 }, [0.5, 0.3, 1.2, -0.4]],
    ['lsgan', 'extragradient', { step: 0.25 }, [0.5, 0.3, 1.2, -0.4]],
  ] as const)('is not in %s by %s %s from %s', (model, method, values, start) => {
    const { outcome } = measured(model, method, { ...values, time: 4000 * values.step }, start);
    expect(outcome).not.toBe('chaotic');
  });
});

it('lasts in its preset, whose exponent does not fall from T to 10 T', () => {
  const { query } = PRESETS.find(({ id }) => id === 'simgd-chaos')!;
  const experiment = fromQuery(query).experiment;
  const [start] = experiment.starts;
  const [once, tenfold] = [1, 10].map((times) =>
    measureStart(
      withValues(experiment, { time: times * Number(experiment.values['time']) }),
      start!,
    ),
  );
  expect(once!.outcome).toBe('chaotic');
  expect(tenfold!.outcome).toBe('chaotic');
  // A transient's would fall to a tenth.
  expect(tenfold!.lyapunov).toBeGreaterThan(0.8 * once!.lyapunov);
  expect(tenfold!.lyapunov).toBeCloseTo(0.05, 2);
});

describe('tangents for labels', () => {
  const of = (method: string, values: Values, ids: readonly string[]) =>
    needsOf(withValues(defaultExperiment('ns-gan', method), values), ids).tangents;

  it('are followed for the label of coarse rules, and all of them for the exponent', () => {
    expect(of('altgd', { step: 1 }, ['outcome'])).toBe(2);
    expect(of('altgd', { step: 1 }, ['distance'])).toBe(0);
    expect(of('altgd', { step: 1 }, ['outcome', 'lyapunov'])).toBe(4);
    expect(of('altgd', { step: 0.0625 }, ['outcome'])).toBe(0);
    expect(of('altgd', { step: 0.0625, rateD: 4 }, ['outcome'])).toBe(2);
    expect(of('rk4', { step: 0.5 }, ['outcome'])).toBe(0);
  });

  it('are not where noise decides, nor before Adam has forgotten its start', () => {
    const adam = (steps: number, more: Values = {}) =>
      mayBeChaotic(withValues(defaultExperiment('ns-gan', 'adam'), { time: steps / 16, ...more }));
    expect(adam(4000)).toBe(true);
    expect(adam(3900)).toBe(false);
    expect(adam(400, { beta2D: 0.9, beta2G: 0.9 })).toBe(true);
    expect(adam(4000, { noise: 0.1 })).toBe(false);
  });
});
