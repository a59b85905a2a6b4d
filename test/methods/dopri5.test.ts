import { describe, expect, it, test } from 'vitest';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { simulationOf } from '../../src/cpu/simulation.ts';
import { traceOf } from '../../src/cpu/trace.ts';
import type { Values } from '../../src/models/parameter.ts';
import { energy, follow, measureStart } from '../support/flow.ts';
import { VARIANTS } from '../support/variants.ts';

const START = [0.5, 0.3, 0.9, -0.4];

function dopri5(model: string, values: Values) {
  return withValues(defaultExperiment(model, 'dopri5'), values);
}

function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Math.hypot(...Array.from(a, (x, i) => x - b[i]!));
}

describe('dopri5', () => {
  const smooth: readonly (readonly [string, Values])[] = [
    ['ns-gan', {}],
    ['saturating-gan', { l2: 0.3 }],
    ['wgan', {}],
    ['gan-qp', {}],
    ['lsgan', { rateD: 2, rateG: 0.5 }],
  ];

  test.each(smooth)(
    'has order 5 on %s %o where no tolerance shortens its steps',
    (model, values) => {
      const starts = [START, [1, -0.5, -0.75, 1.25], [0.6, 0.1, 1.2, 0], [-0.4, 0.9, 0.3, 0.7]];
      const tolerances = { rtol: 0.01, atol: 0.01 };
      const at = (step: number) =>
        starts.flatMap((start) => [
          ...follow(dopri5(model, { ...values, ...tolerances, time: 2, step }), start),
        ]);
      const exact = at(1 / 512);
      const errors = [1 / 8, 1 / 16, 1 / 32].map((h) => distance(at(h), exact));
      errors.slice(1).forEach((error, i) => {
        const order = Math.log2(errors[i]! / error);
        // At these steps errors of order 6 are still as large as those of order 5.
        expect(order).toBeGreaterThan(4.4);
        expect(order).toBeLessThan(7.5);
      });
    },
  );

  test.each(VARIANTS)('keeps its tolerance on $name', ({ model, values }) => {
    for (const start of [START, [1, -0.5, -0.75, 1.25], [0.6, 0.1, 1.2, 0]]) {
      let size = 0;
      const run = (rtol: number, step: number, from = start) =>
        follow(dopri5(model.id, { ...values, time: 20, rtol, step, atol: 1e-12 }), from, (s) => {
          size = Math.max(size, Math.hypot(...s));
        }).slice();
      const exact = run(1e-11, 1 / 128);
      // How far the flow itself takes a small difference of starts apart.
      const nudge = 1e-6;
      const stretches = [0, 1, 2, 3].map((i) => {
        const nudged = start.map((x, k) => (k === i ? x + nudge : x));
        return distance(run(1e-11, 1 / 64, nudged), exact) / nudge;
      });
      // At most rtol |s| a substep, of which those of a few turns add up before they cancel. A kink
      // or an edge is met inside a substep, whatever that estimates.
      const adding = ['hinge-gan', 'wgan-clip'].includes(model.id) ? 200 : 5;
      const allowed = adding * 1e-6 * size * Math.max(1, ...stretches);
      expect(distance(run(1e-6, 1 / 8), exact), `from ${start.join()}`).toBeLessThan(allowed);
    }
  });

  it('damps a rotation by (w h)^6/3600 a step, 25 times less than rk4', () => {
    const h = 0.25;
    const bilinear = { divergence: 'reverse-kl', step: h, time: 1000 * h, rtol: 0.01 };
    const end = follow(dopri5('f-gan', bilinear), START);
    const numericalDissipation = 1 - (Math.hypot(...end) / Math.hypot(...START)) ** (1 / 1000);
    // The next term is of order h^2.
    expect(Math.abs(numericalDissipation / (h ** 6 / 3600) - 1)).toBeLessThan(2 * h * h);
  });

  it('at its defaults keeps the neutral saturating GAN circling to T = 1000', () => {
    const experiment = dopri5('saturating-gan', { time: 1000 });
    const end = follow(experiment, START);
    expect(Math.abs(energy(end) / energy(START) - 1)).toBeLessThan(1e-4);
    expect(measureStart(experiment, START).outcome).toBe('orbiting');
  });

  it('resolves stiff circles of wgan', () => {
    const start = [0.2, 0.08, 0.6, -0.8];
    const resolved = dopri5('wgan', { time: 40 });
    expect(measureStart(resolved, start).outcome).toBe('orbiting');
    // Nearer to phi = 0, L falls below the tolerance, which decides on which side it comes back: the path
    // is one of two that mirror each other.
    expect(measureStart(resolved, [0.15, 0.06, 0.6, -0.8]).outcome).toBe('orbiting');
    const norms: number[] = [];
    follow(resolved, start, (s) => norms.push(Math.hypot(s[0]!, s[1]!)));
    // |phi| is conserved: 1e-6 a substep of the size of the state, five times |phi|.
    norms.forEach((norm) => expect(Math.abs(norm / Math.hypot(0.2, 0.08) - 1)).toBeLessThan(0.02));
  });
});

describe('a step of dopri5', () => {
  it('shows its substeps to the measures', () => {
    const circle = dopri5('wgan', { time: 40 });
    // A circle of radius 0.03 and speed 1; rtol of the state's size a substep.
    const { turns } = measureStart(circle, [0.03, 0, 0, 0.03]);
    expect(Math.abs(turns + 40 / (2 * Math.PI * 0.03))).toBeLessThan(0.02);
  });

  it('finds when theta settles between two steps', () => {
    const coarse = dopri5('wgan-gp', { c: 0, lambda: 0.5, time: 40, step: 1 });
    // From an independent integration of order 8, at 512 points a step.
    expect(Math.abs(measureStart(coarse, [1, 0.3, 0.5, -0.2]).settle - 9.5288)).toBeLessThan(1e-3);
  });

  it('traces between its steps as accurately as at them', () => {
    const values = { c: 0, lambda: 0.5, time: 8, rtol: 1e-8 };
    const start = [1, 0.3, 0.5, -0.2] as const;
    const [coarse, fine] = [1, 1 / 256].map((step) =>
      traceOf(simulationOf(dopri5('wgan-gp', { ...values, step })), start, 8 * 16 + 1),
    );
    const errors = coarse!.samples.map((x, i) => (i % 8 < 4 ? Math.abs(x - fine!.samples[i]!) : 0));
    // The interpolant's own error is of order 5, as that of the embedded method is.
    expect(Math.max(...errors)).toBeLessThan(2e-7);
  });

  it('calls a step undecided that it cannot resolve', () => {
    // |phi|^8 pulls 1e4 into a step that no substep short enough survives.
    const experiment = dopri5('wgan-div', { k: 10, p: 10, time: 4, step: 1, rtol: 1e-12 });
    expect(measureStart(experiment, [30, 0, 0, 1]).outcome).toBe('undecided');
  });
});
