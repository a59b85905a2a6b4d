import { describe, expect, it, test } from 'vitest';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { FIRST_TANGENT } from '../../src/measures/lyapunov.ts';
import { METHODS } from '../../src/methods/index.ts';
import type { Values } from '../../src/models/parameter.ts';
import { follow, measureStart } from '../support/flow.ts';
import { VARIANTS } from '../support/variants.ts';

const START = [0.5, 0.3, 0.9, -0.4];

/** How the distance of two neighbouring starts grows: what a tangent must tell. */
function byNeighbours(model: string, method: string, values: Values): number {
  const distance = 1e-6;
  const ends = [1, -1].map((side) =>
    follow(
      withValues(defaultExperiment(model, method), values),
      START.map((x, i) => x + side * distance * FIRST_TANGENT[i]!),
    ).slice(),
  );
  const apart = Math.hypot(...ends[0]!.map((x, i) => x - ends[1]![i]!));
  return Math.log(apart / (2 * distance)) / Number(values['time']);
}

describe('the Lyapunov exponent', () => {
  it('starts from a tangent of length 1', () => {
    expect(Math.hypot(...FIRST_TANGENT)).toBeCloseTo(1, 14);
  });

  test.each(
    METHODS.flatMap(({ id }) =>
      [
        ['ns-gan', {}],
        ['wgan-gp', { lambda: 0.3, l2: 0.2, rateG: 2 }],
        ['saturating-gan', {}],
      ].map(([model, values]) => ({ id, model: model as string, values: values as Values })),
    ),
  )('of $model $values by $id is how neighbours part', ({ id, model, values }) => {
    const more = { ...values, time: 10, step: 0.125 };
    const experiment = withValues(defaultExperiment(model, id), more);
    const { lyapunov } = measureStart(experiment, START);
    // Differences of second order cancel; dopri5 may choose other substeps for the neighbours.
    expect(lyapunov).toBeCloseTo(byNeighbours(model, id, more), 5);
  });

  test.each(VARIANTS)('of $name by rk4 is how neighbours part', ({ model, values }) => {
    const more = { ...values, time: 5, step: 1 / 32 };
    const experiment = withValues(defaultExperiment(model.id), more);
    const { lyapunov } = measureStart(experiment, START);
    // At a kink, as the box of wgan-clip, neighbours and tangent part by the step's length.
    expect(Math.abs(lyapunov - byNeighbours(model.id, 'rk4', more))).toBeLessThan(
      model.id === 'wgan-clip' || model.id === 'hinge-gan' ? 0.02 : 1e-4,
    );
  });

  it('of a sink is its eigenvalue, of a rotation 0, of simgd ln(1 + h^2)/2h', () => {
    const of = (model: string, method: string, values: Values) =>
      measureStart(withValues(defaultExperiment(model, method), { time: 1000, ...values }), START)
        .lyapunov;
    // A tangent turns within ln 2 of the longest one's growth.
    expect(of('wgan-gp', 'rk4', { lambda: 0.3, c: 0 })).toBeCloseTo(-0.3, 2);
    expect(of('f-gan', 'dopri5', { divergence: 'reverse-kl' })).toBeCloseTo(0, 4);
    const h = 0.125;
    const growth = Math.log(1 + h * h) / (2 * h);
    const linear = { divergence: 'reverse-kl', step: h, time: 100 };
    expect(of('f-gan', 'simgd', linear)).toBeCloseTo(growth, 3);
  });

  it('is positive in the chaotic sea of altgd, and about 0 on its islands', () => {
    const experiment = withValues(defaultExperiment('saturating-gan', 'altgd'), {
      step: 1.5,
      time: 1500,
    });
    const of = (theta: number) => measureStart(experiment, [0, 0, theta, 0]).lyapunov;
    // A neutral tangent grows as t at most: ln(1000)/1500 = 0.005.
    for (const theta of [0.1, 0.3, 0.5]) expect(of(theta)).toBeLessThan(0.005);
    for (const theta of [1.2, 1.6]) expect(of(theta)).toBeGreaterThan(0.006);
  });
});
