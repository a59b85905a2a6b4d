import { describe, expect, it } from 'vitest';
import type { Values } from '../../src/models/parameter.ts';
import { fieldOf } from '../support/flow.ts';

/** An eigenvalue, and how often. */
type Eigenvalue = readonly [re: number, im: number];

/** Central differences of the field of width 1e-6: exact but for rounding, 1e-16 / 1e-6. */
function jacobianAtEquilibrium(model: string, values: Values): number[][] {
  const field = fieldOf(model, values);
  const width = 1e-6;
  const columns = [0, 1, 2, 3].map((column) => {
    const [after, before] = [width, -width].map((x) => {
      const s = [0, 0, 0, 0];
      s[column] = x;
      return field(s);
    });
    return [...after!].map((x, row) => (x - before![row]!) / (2 * width));
  });
  return [0, 1, 2, 3].map((row) => columns.map((column) => column[row]!));
}

/**
 * Every model here treats both components alike, so its Jacobian is [[p, q], [r, s]] times the
 * identity of the plane; checked, and reduced to that 2 by 2 matrix.
 */
function blockOf(jvp: number[][]): [number, number, number, number] {
  for (const [row, column] of [
    [0, 1],
    [1, 0],
    [0, 3],
    [1, 2],
    [2, 1],
    [3, 0],
    [2, 3],
    [3, 2],
  ]) {
    expect(jvp[row!]![column!]).toBeCloseTo(0, 8);
  }
  for (const [row, column] of [
    [0, 0],
    [0, 2],
    [2, 0],
    [2, 2],
  ]) {
    expect(jvp[row!]![column!]).toBeCloseTo(jvp[row! + 1]![column! + 1]!, 8);
  }
  return [jvp[0]![0]!, jvp[0]![2]!, jvp[2]![0]!, jvp[2]![2]!];
}

/** Both double eigenvalues of the Jacobian at the equilibrium, the larger real part first. */
function spectrum(model: string, values: Values = {}): [Eigenvalue, Eigenvalue] {
  const [p, q, r, s] = blockOf(jacobianAtEquilibrium(model, values));
  const middle = (p + s) / 2;
  const square = ((p - s) / 2) ** 2 + q * r;
  const root = Math.sqrt(Math.abs(square));
  return square > 0
    ? [
        [middle + root, 0],
        [middle - root, 0],
      ]
    : [
        [middle, root],
        [middle, -root],
      ];
}

/** A root of rounding, sqrt(1e-9), where the eigenvalues meet; 1e-9 elsewhere. */
function expectSpectrum(found: readonly Eigenvalue[], expected: readonly Eigenvalue[], digits = 8) {
  found.forEach(([re, im], i) => {
    expect(re).toBeCloseTo(expected[i]![0], digits);
    expect(im).toBeCloseTo(expected[i]![1], digits);
  });
}

/** `middle ± sqrt(square)`. */
function pair(middle: number, square: number): [Eigenvalue, Eigenvalue] {
  const root = Math.sqrt(Math.abs(square));
  return square > 0
    ? [
        [middle + root, 0],
        [middle - root, 0],
      ]
    : [
        [middle, root],
        [middle, -root],
      ];
}

describe('at the equilibrium the eigenvalues, each double, are', () => {
  it.each(['ns-gan', 'saturating-gan'])('±i/2 for %s', (model) => {
    expectSpectrum(spectrum(model), pair(0, -1 / 4));
  });

  it.each([0, 0.1, 0.5, 0.9, 1.5, 4])('−λ ± √(λ²−1) for wgan-gp with c = 0, λ = %f', (lambda) => {
    expectSpectrum(spectrum('wgan-gp', { lambda, c: 0 }), pair(-lambda, lambda ** 2 - 1));
  });

  it.each([
    [0, 0.3],
    [0.4, 0.5],
    [0.9, 0.6],
  ])('−κ ± √(κ²−1), κ = λ + μ/2, for wgan-gp with c = 0, λ = %f, μ = %f', (lambda, l2) => {
    const kappa = lambda + l2 / 2;
    expectSpectrum(spectrum('wgan-gp', { lambda, c: 0, l2 }), pair(-kappa, kappa ** 2 - 1));
  });
});

describe.each(['ns-gan', 'saturating-gan'])('the eigenvalues of %s with L2 are', (model) => {
  it.each([0.05, 0.25, 0.8, 1.3, 2])('−μ/2 ± √(μ²−1)/2 with μ = %f', (l2) => {
    expectSpectrum(spectrum(model, { l2 }), pair(-l2 / 2, (l2 ** 2 - 1) / 4));
  });

  it.each([
    [1, 1],
    [4, 1],
    [1, 0.25],
    [2, 0.5],
  ])('one only at μ = √(rateG/rateD), rates %f and %f', (rateD, rateG) => {
    const critical = Math.sqrt(rateG / rateD);
    const at = (l2: number) => spectrum(model, { l2, rateD, rateG });
    const meeting = -(rateD * critical) / 2;
    // Where they meet, rounding of 1e-10 opens them by its root.
    expectSpectrum(
      at(critical),
      [
        [meeting, 0],
        [meeting, 0],
      ],
      4,
    );
    expect(at(critical - 0.01)[0][1]).toBeGreaterThan(0.01);
    expect(at(critical + 0.01)[0][1]).toBe(0);
    expect(at(critical + 0.01)[0][0] - at(critical + 0.01)[1][0]).toBeGreaterThan(0.01);
  });
});

describe('at the equilibrium the eigenvalues, each double, are also', () => {
  it.each([
    [-1, 1],
    [-0.5, 2],
    [1, -2],
  ])('±i√|ag| for lsgan with a = %f, g = %f, a sink with L2', (a, g) => {
    expectSpectrum(spectrum('lsgan', { a, g }), pair(0, a * g));
    expectSpectrum(spectrum('lsgan', { a, g, l2: 0.5 }), pair(-0.25, 1 / 16 + a * g));
  });

  it.each([
    [1, 0.5],
    [-1, -2],
  ])('of both signs, a saddle, for lsgan with a = %f, g = %f, and L2 does not help', (a, g) => {
    expectSpectrum(spectrum('lsgan', { a, g }), pair(0, a * g));
    expect(spectrum('lsgan', { a, g, l2: 1 })[0][0]).toBeGreaterThan(0.1);
  });

  it.each([
    ['kl', false, Math.exp(-2)],
    ['kl', true, Math.exp(-1)],
    ['reverse-kl', false, 1],
    ['reverse-kl', true, 1],
    ['pearson', false, 1],
    ['pearson', true, 1],
    ['hellinger', false, 1],
    ['hellinger', true, 1],
    ['js', false, 1 / 4],
    ['js', true, 1 / 4],
  ] as const)(
    '±iω for f-gan %s, non-saturating %s, ω² = %f',
    (divergence, nonSaturating, square) => {
      const values = { divergence, nonSaturating };
      expectSpectrum(spectrum('f-gan', values), pair(0, -square));
      expect(spectrum('f-gan', { ...values, l2: 0.2 })[0][0]).toBeCloseTo(-0.1, 8);
    },
  );

  it('±i for hinge-gan and wgan-clip, and with wgan-div’s penalty only where p = 2', () => {
    expectSpectrum(spectrum('hinge-gan'), pair(0, -1));
    expectSpectrum(spectrum('wgan-clip'), pair(0, -1));
    expectSpectrum(spectrum('wgan-div', { k: 2, p: 6 }), pair(0, -1));
    expectSpectrum(spectrum('wgan-div', { k: 0.3, p: 2 }), pair(-0.3, 0.09 - 1));
  });

  it('on the imaginary axis at any learning rates: unequal rates alone never damp', () => {
    for (const model of ['ns-gan', 'saturating-gan', 'lsgan', 'f-gan', 'hinge-gan', 'wgan-clip']) {
      const [[re, im]] = spectrum(model, { rateD: 5, rateG: 0.3 });
      expect(re).toBeCloseTo(0, 8);
      expect(im).toBeGreaterThan(0.1);
    }
  });
});
