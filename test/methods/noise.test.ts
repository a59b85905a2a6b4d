import { describe, expect, it, test } from 'vitest';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { METHODS } from '../../src/methods/index.ts';
import { hash, noiseOf, normal } from '../../src/methods/noise.ts';
import type { Values } from '../../src/models/parameter.ts';
import { follow } from '../support/flow.ts';

const SOMEWHERE = Float64Array.of(0.1, 0.2, 0.3, 0.4);

describe('normal draws', () => {
  it('are the quantiles of the normal distribution', () => {
    // Abramowitz and Stegun, table 26.5.
    for (const [p, z] of [
      [0.5, 0],
      [0.8413447, 1],
      [0.9750021, 1.96],
      [0.99, 2.3263479],
      [0.999, 3.0902323],
      [0.0228, -1.9990772],
    ] as const) {
      expect(normal(Math.floor(p * 2 ** 32))).toBeCloseTo(z, 4);
    }
    expect(normal(0)).toBeCloseTo(-5.4, 1);
    expect(normal(0xffffffff)).toBeCloseTo(5.4, 1);
  });

  it('of many steps have mean 0, variance 1, kurtosis 3 and no correlation', () => {
    const noise = noiseOf({ weights: 1, gradients: 0 }, 7, undefined);
    noise.begin(SOMEWHERE);
    const count = 50_000;
    const moments = [0, 0, 0];
    const products = { components: 0, steps: 0 };
    let before = 0;
    for (let step = 1; step <= count; step++) {
      const draw = new Float64Array(4);
      noise.add(draw, SOMEWHERE, step, 1);
      for (const x of draw) [1, 2, 4].forEach((power, i) => (moments[i]! += x ** power));
      products.components += draw[0]! * draw[1]!;
      products.steps += draw[0]! * before;
      before = draw[0]!;
    }
    // Four standard errors: 4/sqrt(n), 4 sqrt(2/n), 4 sqrt(96/n).
    const [mean, variance, fourth] = moments.map((sum) => sum / (4 * count));
    expect(Math.abs(mean!)).toBeLessThan(4 / Math.sqrt(4 * count));
    expect(Math.abs(variance! - 1)).toBeLessThan(4 * Math.sqrt(2 / (4 * count)));
    expect(Math.abs(fourth! - 3)).toBeLessThan(4 * Math.sqrt(96 / (4 * count)));
    for (const product of Object.values(products)) {
      expect(Math.abs(product / count)).toBeLessThan(4 / Math.sqrt(count));
    }
  });

  it('hash all 32 bits', () => {
    // Jarzynski and Olano's pcg_hash of 0 and 1, computed with 64-bit integers.
    const pcg = (value: bigint) => {
      const mask = 0xffffffffn;
      const state = (value * 747796405n + 2891336453n) & mask;
      const word = (((state >> ((state >> 28n) + 4n)) ^ state) * 277803737n) & mask;
      return Number(((word >> 22n) ^ word) & mask);
    };
    for (const value of [0, 1, 12345, 0x7fffffff, 0x80000000, 0xffffffff]) {
      expect(hash(value)).toBe(pcg(BigInt(value)));
    }
  });
});

/** Ends of many starts with noise of different seeds. */
function ends(model: string, method: string, values: Values, count: number): Float64Array[] {
  return Array.from({ length: count }, (_, seed) =>
    follow(
      withValues(defaultExperiment(model, method), { ...values, seed }),
      [0.5, 0.3, 0.9, -0.4],
    ),
  );
}

describe('noise', () => {
  it('makes a damped linear game an Ornstein-Uhlenbeck process of the right spread', () => {
    // phi' = -theta - 2 lambda phi, theta' = phi: phi and theta become independent, both of variance
    // sigma^2/(4 lambda) + what noise on theta adds; from the Lyapunov equation A P + P A' + s^2 = 0
    // P_theta = s^2 (1 + 2 k^2 ...)/..., solved below for A = [[-k, -1], [1, 0]].
    const [lambda, sigma] = [0.5, 0.4];
    const k = 2 * lambda;
    // Unknowns a = Var phi, b = Cov, c = Var theta: -2ka - 2b + s2 = 0, a - kb - c = 0, 2b + s2 = 0.
    const s2 = sigma ** 2;
    const b = -s2 / 2;
    const a = (s2 - 2 * b) / (2 * k);
    const c = a - k * b;
    const states = ends(
      'wgan-gp',
      'rk4',
      { lambda, c: 0, noise: sigma, time: 20, step: 1 / 16 },
      1500,
    );
    const n = 2 * states.length;
    const mean = (f: (s: Float64Array, i: number) => number) =>
      states.reduce((sum, s) => sum + f(s, 0) + f(s, 1), 0) / n;
    // Four standard errors of a variance, sqrt(2/n) of it, and h of its size for the steps' own.
    const within = (value: number) => Math.abs(value) * (4 * Math.sqrt(2 / n) + 1 / 16);
    expect(Math.abs(mean((s, i) => s[i]! ** 2) - a)).toBeLessThan(within(a));
    expect(Math.abs(mean((s, i) => s[2 + i]! ** 2) - c)).toBeLessThan(within(c));
    expect(Math.abs(mean((s, i) => s[i]! * s[2 + i]!) - b)).toBeLessThan(within(c));
  });

  test.each(METHODS.map(({ id }) => ({ id })))(
    'under $id is decided by seed and start',
    ({ id }) => {
      const run = (values: Values, start: readonly number[] = [0.5, 0.3, 0.9, -0.4]) => [
        ...follow(withValues(defaultExperiment('ns-gan', id), { time: 4, ...values }), start),
      ];
      const noisy = run({ noise: 0.1, seed: 3 });
      expect(run({ noise: 0.1, seed: 3 })).toEqual(noisy);
      expect(run({ noise: 0.1, seed: 4 })).not.toEqual(noisy);
      expect(run({ noise: 0, seed: 4 })).toEqual(run({}));
      expect(run({ noise: 0.1, seed: 3 }, [0.5, 0.3, 0.9, -0.4000001])).not.toEqual(noisy);
    },
  );

  test.each(METHODS.map(({ id }) => ({ id })))('under $id stays in one dimension', ({ id }) => {
    const noises = { noise: 0.1, gradientNoise: 0.1, time: 4 };
    const experiment = withValues(defaultExperiment('ns-gan', id), noises);
    const quiet = withValues(experiment, { noise: 0, gradientNoise: 0 });
    const end = follow(experiment, [0.5, 0, 0.9, 0]);
    expect([end[1], end[3]]).toEqual([0, 0]);
    expect(end[0]).not.toBe(follow(quiet, [0.5, 0, 0.9, 0])[0]);
  });
});

/** A P A' + Q, iterated to its fixed point: the covariance of x <- A x + noise of covariance Q. */
function stationaryCovariance(a: readonly number[][], q: readonly number[][]): number[][] {
  const size = a.length;
  const indices = Array.from({ length: size }, (_, i) => i);
  const sum = (f: (i: number) => number) => indices.reduce((total, i) => total + f(i), 0);
  let p: number[][] = q.map((row) => [...row]);
  for (let step = 0; step < 4000; step++) {
    const ap = indices.map((i) => indices.map((j) => sum((k) => a[i]![k]! * p[k]![j]!)));
    p = indices.map((i) => indices.map((j) => q[i]![j]! + sum((k) => ap[i]![k]! * a[j]![k]!)));
  }
  return p;
}

describe('noise of the gradients', () => {
  // phi <- phi + D h (-theta - k phi + sigma xi), theta <- theta + G h (phi + sigma xi), k = 2 lambda.
  const [h, sigma, k] = [0.25, 0.4, 1];
  const [rateD, rateG] = [2, 0.5];
  const game = { lambda: k / 2, c: 0, step: h, gradientNoise: sigma, rateD, rateG, time: 30 };
  const [d, g] = [rateD * h, rateG * h];

  test.each([
    {
      method: 'simgd',
      a: [
        [1 - d * k, -d],
        [g, 1],
      ],
      q: [
        [(d * sigma) ** 2, 0],
        [0, (g * sigma) ** 2],
      ],
    },
    {
      // The generator sees the discriminator's new value, noise included.
      method: 'altgd',
      a: [
        [1 - d * k, -d],
        [g * (1 - d * k), 1 - g * d],
      ],
      q: [
        [(d * sigma) ** 2, g * (d * sigma) ** 2],
        [g * (d * sigma) ** 2, (g * d * sigma) ** 2 + (g * sigma) ** 2],
      ],
    },
    {
      // State phi, theta, and the moments of both: m <- m/2 + v, x <- x + h m, the rates in v.
      method: 'momentum',
      a: [
        [1 - d * k, -d, h / 2, 0],
        [g, 1, 0, h / 2],
        [-rateD * k, -rateD, 1 / 2, 0],
        [rateG, 0, 0, 1 / 2],
      ],
      q: [
        [(d * sigma) ** 2, 0, d * sigma * rateD * sigma, 0],
        [0, (g * sigma) ** 2, 0, g * sigma * rateG * sigma],
        [d * sigma * rateD * sigma, 0, (rateD * sigma) ** 2, 0],
        [0, g * sigma * rateG * sigma, 0, (rateG * sigma) ** 2],
      ],
    },
  ])(
    'under $method makes the stationary cloud that its linear recursion has',
    ({ method, a, q }) => {
      const covariance = stationaryCovariance(a, q);
      const states = ends('wgan-gp', method, game, 1500);
      // Both dimensions are alike and independent.
      const n = 2 * states.length;
      const mean = (f: (s: Float64Array, i: number) => number) =>
        states.reduce((sum, s) => sum + f(s, 0) + f(s, 1), 0) / n;
      const measured = [mean((s, i) => s[i]! ** 2), mean((s, i) => s[2 + i]! ** 2)];
      // Four standard errors of a variance, sqrt(2/n) of it.
      [0, 1].forEach((i) => {
        const expected = covariance[i]![i]!;
        expect(Math.abs(measured[i]! - expected)).toBeLessThan(4 * Math.sqrt(2 / n) * expected);
      });
    },
  );
});

describe('noise of the gradients also', () => {
  it('is normalised away by Adam without memory, but for its signs', () => {
    const values = { beta1D: 0, beta2D: 0, beta1G: 0, beta2G: 0, adamEps: 1e-12, step: 1 / 16 };
    const experiment = withValues(defaultExperiment('ns-gan', 'adam'), {
      ...values,
      time: 1,
      gradientNoise: 1,
    });
    // A gradient of g moves by h g / (g + 1e-12): by h to 1e-6 unless g is below 1e-6.
    let before: readonly number[] = [0.5, 0.3, 0.9, -0.4];
    follow(experiment, before, (s) => {
      s.forEach((x, i) => expect(Math.abs(x - before[i]!)).toBeCloseTo(1 / 16, 6));
      before = [...s];
    });
  });

  it('of a flow is that of the weights with the learning rates in it', () => {
    const values = { lambda: 0.5, c: 0, time: 20, step: 1 / 16, rateD: 2, rateG: 2 };
    const variance = (noises: Values) => {
      const states = ends('wgan-gp', 'rk4', { ...values, ...noises }, 1000);
      return states.reduce((sum, s) => sum + s[2]! ** 2 + s[3]! ** 2, 0) / (2 * states.length);
    };
    const ratio = variance({ gradientNoise: 0.2 }) / variance({ noise: 0.4 });
    // Four standard errors of a ratio of two variances of 2,000 draws.
    expect(Math.abs(ratio - 1)).toBeLessThan(4 * Math.sqrt(4 / 2000));
  });
});
