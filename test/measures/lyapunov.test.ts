import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import { describe, expect, it, test } from 'vitest';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { logLargestSingularValue } from '../../src/measures/lyapunov.ts';
import { METHODS } from '../../src/methods/index.ts';
import type { Values } from '../../src/models/parameter.ts';
import { follow, measureStart } from '../support/flow.ts';
import { randomSource } from '../support/random.ts';
import { VARIANTS } from '../support/variants.ts';

const START = [0.5, 0.3, 0.9, -0.4];

const lyapunovOf = (
  model: string,
  method: string,
  values: Values,
  start: readonly number[] = START,
) => measureStart(withValues(defaultExperiment(model, method), values), start).lyapunov;

/** Columns of the derivative of the end by the start, from neighbouring starts on either side. */
function byNeighbours(model: string, method: string, values: Values): Matrix {
  const distance = 1e-6;
  const experiment = withValues(defaultExperiment(model, method), values);
  const columns = [0, 1, 2, 3].map((axis) => {
    const [ahead, behind] = [1, -1].map((side) =>
      follow(
        experiment,
        START.map((x, i) => x + (i === axis ? side * distance : 0)),
      ).slice(),
    );
    return [...ahead!].map((x, i) => (x - behind![i]!) / (2 * distance));
  });
  return new Matrix(columns);
}

/** The most that neighbours part by, in any direction. */
function growthOfNeighbours(model: string, method: string, values: Values): number {
  const [largest] = new SingularValueDecomposition(byNeighbours(model, method, values)).diagonal;
  return Math.log(largest!) / Number(values['time']);
}

describe('the largest singular value', () => {
  it('is that of the decomposition, of random matrices', () => {
    const random = randomSource(5);
    for (let n = 0; n < 100; n++) {
      // Of all ranks, and of columns whose lengths differ by up to 12 powers of ten.
      const lengths = [1, 2, 3, 4].map(() => 10 ** (12 * random() - 6));
      const columns = lengths.map((length) => [1, 2, 3, 4].map(() => length * (random() - 0.5)));
      if (n % 4 > 0) columns[1] = columns[0]!;
      if (n % 4 > 1) columns[2] = columns[0]!;
      if (n % 4 > 2) columns[3] = [0, 0, 0, 0];
      const [largest] = new SingularValueDecomposition(new Matrix(columns)).diagonal;
      // Four squared to 2^-25: what the squarings leave.
      expect(Math.abs(logLargestSingularValue(columns.flat()) - Math.log(largest!))).toBeLessThan(
        1e-7,
      );
    }
  });

  it('of a rotation is 1, where no direction is the first', () => {
    const [c, s] = [Math.cos(1), Math.sin(1)];
    const rotation = [c, 0, s, 0, 0, c, 0, s, -s, 0, c, 0, 0, -s, 0, c];
    expect(Math.abs(logLargestSingularValue(rotation))).toBeLessThan(1e-7);
  });
});

/** Independent integrations of the variational equations in float64 (DOP853), T = 40. */
const KNOWN: readonly (readonly [string, Values, readonly (readonly [number[], number])[]])[] = [
  [
    'ns-gan',
    {},
    [
      [[-0.997, 1.787, -1.243, -1.283], 0.00066861],
      [[-0.6, -1.078, 0.682, -1.54], 0.003439],
    ],
  ],
  [
    'saturating-gan',
    {},
    [
      [[-0.997, 1.787, -1.243, -1.283], 0.10375415],
      [[1.585, 1.433, -1.989, 0.166], 0.07872424],
    ],
  ],
  [
    'gan-qp',
    {},
    [
      [[-0.997, 1.787, -1.243, -1.283], 0.00856339],
      [[1.585, 1.433, -1.989, 0.166], 0.0132637],
    ],
  ],
  [
    'wgan',
    {},
    [
      [[-0.997, 1.787, -1.243, -1.283], 0.0830482],
      [[-0.6, -1.078, 0.682, -1.54], 0.08806216],
    ],
  ],
  ['lsgan', { a: 0, g: 0 }, [[[-0.6, -1.078, 0.682, -1.54], 0.00816786]]],
  ['wgan-gp', { lambda: 0 }, [[[-0.6, -1.078, 0.682, -1.54], 0]]],
  // In one dimension, over tangents in it: e^(At), A = (-3, -1; 1, 0).
  ['wgan-gp', { lambda: 1.5 }, [[[0.3, 0, 0.5, 0], -0.37461868]]],
  ['wgan-gp', { lambda: 1.5, time: 200 }, [[[0.3, 0, 0.5, 0], -0.38049654]]],
];

describe('the Lyapunov exponent', () => {
  test.each(KNOWN)('of %s %s is the largest over all tangents', (model, values, starts) => {
    for (const [start, right] of starts) {
      const found = lyapunovOf(model, 'dopri5', { time: 40, ...values }, start);
      // The tolerance of dopri5 along a path whose neighbours part.
      expect(Math.abs(found - right)).toBeLessThan(1e-6);
    }
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
    // Differences of second order cancel; dopri5 may choose other substeps for the neighbours.
    expect(lyapunovOf(model, id, more)).toBeCloseTo(growthOfNeighbours(model, id, more), 5);
  });

  test.each(VARIANTS)('of $name by rk4 is how neighbours part', ({ model, values }) => {
    const more = { ...values, time: 5, step: 1 / 32 };
    const difference =
      lyapunovOf(model.id, 'rk4', more) - growthOfNeighbours(model.id, 'rk4', more);
    // At a kink, as the box of wgan-clip, neighbours and tangent part by the step's length.
    expect(Math.abs(difference)).toBeLessThan(
      model.id === 'wgan-clip' || model.id === 'hinge-gan' ? 0.02 : 1e-4,
    );
  });

  it('of a rotation is 0, of simgd on one ln(1 + h^2)/2h', () => {
    const linear = { divergence: 'reverse-kl' };
    expect(lyapunovOf('f-gan', 'dopri5', { ...linear, time: 1000 })).toBeCloseTo(0, 6);
    const h = 0.125;
    const growth = Math.log(1 + h * h) / (2 * h);
    for (const time of [1, 100]) {
      expect(lyapunovOf('f-gan', 'simgd', { ...linear, step: h, time })).toBeCloseTo(growth, 6);
    }
  });

  it('of a sink is its eigenvalue, long after float64 has no such length', () => {
    // A non-normal matrix of eigenvalues -1/2 +- i sqrt(3)/2: all tangents stay within a factor of 2.
    const found = lyapunovOf('wgan-gp', 'rk4', { c: 0, lambda: 0.5, time: 4000 });
    expect(Math.abs(found + 0.5)).toBeLessThan(Math.LN2 / 4000 + 1e-6);
  });

  it('of a start outside the box is that of the projected start', () => {
    // Phi begins at the edge, whatever it was, and moves inside: only dtheta goes on, as e^(At) e_2,
    // A = (-1, -1; 1, 0).
    const w = Math.sqrt(3) / 2;
    const column = [-Math.sin(w) / w, Math.cos(w) + Math.sin(w) / (2 * w)];
    const right = -0.5 + Math.log(Math.hypot(...column));
    const found = lyapunovOf('wgan-clip', 'dopri5', { l2: 1, time: 1 }, [2, 0, 0.5, 0]);
    expect(found).toBeCloseTo(right, 6);
  });

  it('is positive where altgd is chaotic, and about 0 on its islands', () => {
    const of = (theta: number) =>
      lyapunovOf('saturating-gan', 'altgd', { step: 1.5, time: 1500 }, [0, 0, theta, 0]);
    // A neutral tangent grows as t at most: ln(1000)/1500 = 0.005.
    for (const theta of [0.1, 0.3, 0.5]) expect(of(theta)).toBeLessThan(0.005);
    for (const theta of [1.2, 1.6]) expect(of(theta)).toBeGreaterThan(0.006);
  });
});
