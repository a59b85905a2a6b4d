import { describe, expect, it } from 'vitest';
import { defaultExperiment, withValues, type Experiment } from '../../src/experiment/experiment.ts';
import { METHODS } from '../../src/methods/index.ts';
import type { Values } from '../../src/models/parameter.ts';
import { follow } from '../support/flow.ts';

/** The bilinear game: phi' = -theta, theta' = phi, a rotation of frequency 1. */
const BILINEAR = { divergence: 'reverse-kl', nonSaturating: false };

const START = [0.5, 0.3, 0.9, -0.4];

function bilinear(method: string, values: Values, steps = 1000): Experiment {
  const step = Number(values['step']);
  return withValues(defaultExperiment('f-gan', method), {
    ...BILINEAR,
    time: steps * step,
    ...values,
  });
}

/** One component at every step, the first included. */
function sequence(experiment: Experiment, start: readonly number[], component = 2): number[] {
  const values = [start[component]!];
  follow(experiment, start, (s) => values.push(s[component]!));
  return values;
}

/**
 * The modulus of the pair of multipliers that dominates a sequence x of a linear map: for it
 * x_n^2 - x_(n+1) x_(n-1) grows by |mu|^2 a step exactly.
 */
function amplification(x: readonly number[], from = 100): number {
  const determinant = (n: number) => x[n]! ** 2 - x[n + 1]! * x[n - 1]!;
  const last = x.length - 2;
  return Math.abs(determinant(last) / determinant(from)) ** (1 / (2 * (last - from)));
}

describe('momentum', () => {
  it('that is negative converges where positive and none grow', () => {
    const factor = (beta: number) =>
      amplification(
        sequence(bilinear('momentum', { step: 0.3, beta, alternating: true }), START, 0),
      );
    expect(factor(-0.5)).toBeLessThan(0.99);
    expect(factor(0.3)).toBeGreaterThan(1.001);
  });
});

describe('altgd', () => {
  it.each([
    ['discriminator', 1],
    ['generator', -1],
  ])('with the %s first conserves phi^2 + theta^2 -+ h phi theta for h < 2', (first, sign) => {
    for (const h of [0.1, 1, 1.9]) {
      const invariant = (s: ArrayLike<number>) =>
        s[0]! ** 2 + s[2]! ** 2 - sign * h * s[0]! * s[2]!;
      const before = invariant(START);
      follow(bilinear('altgd', { step: h, first }), START, (s) => {
        expect(invariant(s)).toBeCloseTo(before, 10);
      });
    }
  });

  it('leaves every orbit for h > 2', () => {
    expect(Math.abs(follow(bilinear('altgd', { step: 2.2 }, 40), START)[2]!)).toBeGreaterThan(1e6);
  });

  it('conserves L of every field -a theta, b phi, as simgd multiplies it by 1 + h^2 a b', () => {
    const momentum = (s: ArrayLike<number>) => s[0]! * s[3]! - s[1]! * s[2]!;
    const h = 0.25;
    const run = (method: string, visit: (s: Float64Array) => void) =>
      follow(withValues(defaultExperiment('ns-gan', method), { step: h, time: 50 }), START, visit);
    run('altgd', (s) => expect(momentum(s)).toBeCloseTo(momentum(START), 12));
    let before = Float64Array.from(START);
    run('simgd', (s) => {
      const u = before[0]! * before[2]! + before[1]! * before[3]!;
      const sigma = 1 / (1 + Math.exp(-u));
      const expected = momentum(before) * (1 + h * h * sigma * (1 - sigma));
      expect(momentum(s)).toBeCloseTo(expected, 12);
      before = s.slice();
    });
  });

  it('with D-steps k moves the discriminator k times against the same theta', () => {
    const [once, thrice] = [{ rateD: 3 }, { dSteps: 3 }].map((values) =>
      follow(bilinear('altgd', { step: 0.2, ...values }, 50), START),
    );
    thrice!.forEach((x, i) => expect(x).toBeCloseTo(once![i]!, 11));
  });
});

describe('wgan-clip', () => {
  it.each(METHODS.map(({ id }) => ({ id })))('is in its box after every step of $id', ({ id }) => {
    const experiment = withValues(defaultExperiment('wgan-clip', id), { clip: 0.5, time: 20 });
    let touched = false;
    follow(experiment, [0.4, -0.3, 1.5, 1], (s) => {
      const most = Math.max(Math.abs(s[0]!), Math.abs(s[1]!));
      expect(most).toBeLessThanOrEqual(0.5);
      touched ||= most === 0.5;
    });
    expect(touched).toBe(true);
  });

  it('with D-steps is clipped after each of them', () => {
    const experiment = withValues(defaultExperiment('wgan-clip', 'altgd'), {
      clip: 0.5,
      dSteps: 2,
      step: 1,
      time: 4,
      l2: 1,
    });
    const states: number[][] = [];
    follow(experiment, [0.25, 0, 1, 0], (s) => states.push([...s]));
    // phi: 0.25 - (1 + 0.25) -> -0.5, then -0.5 - (1 - 0.5) -> -0.5; theta: 1 - 0.5.
    expect(states[0]).toEqual([-0.5, 0, 0.5, 0]);
  });
});

describe('adam', () => {
  const h = 1 / 16;

  it('without memory moves each component by h against the sign of its gradient', () => {
    const values = { beta1D: 0, beta2D: 0, beta1G: 0, beta2G: 0, adamEps: 1e-12, step: h };
    // Off the lattice's axes, so that no gradient is 0.
    const start = [17 / 32, 9 / 32, -5 / 32, 21 / 32];
    const expected = [...start];
    follow(bilinear('adam', values), start, (s) => {
      const [phi1, phi2, theta1, theta2] = expected as [number, number, number, number];
      expected[0] = phi1 - h * Math.sign(theta1);
      expected[1] = phi2 - h * Math.sign(theta2);
      expected[2] = theta1 + h * Math.sign(phi1);
      expected[3] = theta2 + h * Math.sign(phi2);
      s.forEach((x, i) => expect(Math.abs(x - expected[i]!)).toBeLessThan(1e-6));
    });
  });

  it('is the algorithm of the paper, bias correction and all', () => {
    const betas = { beta1D: 0.5, beta2D: 0.9, beta1G: 0.3, beta2G: 0.99 };
    const adamEps = 1e-3;
    let state = [...START];
    const [m, v] = [
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ];
    let t = 0;
    follow(bilinear('adam', { ...betas, adamEps, step: h }, 200), START, (s) => {
      t += 1;
      const g = [state[2]!, state[3]!, -state[0]!, -state[1]!];
      state = state.map((x, i) => {
        const [b1, b2] = i < 2 ? [betas.beta1D, betas.beta2D] : [betas.beta1G, betas.beta2G];
        m[i] = b1 * m[i]! + (1 - b1) * g[i]!;
        v[i] = b2 * v[i]! + (1 - b2) * g[i]! ** 2;
        const [mHat, vHat] = [m[i] / (1 - b1 ** t), v[i] / (1 - b2 ** t)];
        return x - (h * mHat) / (Math.sqrt(vHat) + adamEps);
      });
      s.forEach((x, i) => expect(x).toBeCloseTo(state[i]!, 11));
    });
  });
});

describe('a rule', () => {
  const rules = METHODS.filter(({ kind }) => kind === 'rule');

  it.each(rules)('$id takes whole steps, and ends at T or before', ({ id }) => {
    const times: number[] = [];
    const experiment = withValues(defaultExperiment('ns-gan', id), { step: 0.3, time: 2 });
    follow(experiment, START, (_, t) => times.push(t));
    expect(times).toHaveLength(6);
    expect(times.at(-1)).toBeCloseTo(1.8, 12);
  });

  it.each(rules.filter(({ id }) => id !== 'adam'))(
    '$id follows the flow as its learning rate goes to 0, to first order',
    ({ id }) => {
      const flow = follow(withValues(defaultExperiment('ns-gan'), { time: 4 }), START);
      const errors = [1 / 64, 1 / 128].map((step) => {
        // Momentum moves 1 / (1 - beta) times as fast.
        const values = id === 'momentum' ? { beta: 0.5, time: 2, step } : { time: 4, step };
        const end = follow(withValues(defaultExperiment('ns-gan', id), values), START);
        return Math.hypot(...end.map((x, i) => x - flow[i]!));
      });
      expect(errors[0]! / errors[1]!).toBeGreaterThan(1.8);
      expect(errors[1]!).toBeLessThan(0.03);
    },
  );
});
