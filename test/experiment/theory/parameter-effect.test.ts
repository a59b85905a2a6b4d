import { expect, test } from 'vitest';
import { linearisationOf } from '../../../src/cpu/linearisation.ts';
import { defaultExperiment, withValues } from '../../../src/experiment/experiment.ts';
import { modelOf } from '../../../src/experiment/parameters.ts';
import {
  effectOf,
  EFFECTS,
  type StrengthName,
} from '../../../src/experiment/theory/parameter-effect.ts';
import { MODELS } from '../../../src/models/index.ts';
import { englishOf } from '../../../src/models/message.ts';
import { modifiedField } from '../../../src/models/modifiers.ts';
import type { Values } from '../../../src/models/parameter.ts';

type Name = StrengthName | 'l2';

const experimentOf = (model: string, values: Values, method = 'rk4') =>
  withValues(defaultExperiment(model, method), values);

/** How fast what decays slowest near the equilibrium grows. */
function growthOf(model: string, values: Values): number {
  const found = linearisationOf(experimentOf(model, values));
  if ('reason' in found) throw new Error(englishOf(found.reason));
  return Math.max(...found.values.map(({ re }) => re));
}

function fieldOf(model: string, values: Values) {
  const experiment = experimentOf(model, values);
  return modifiedField(modelOf(experiment).game(experiment.values), experiment.values);
}

/** Starts with phi and theta not 0, and L not 0. */
const STATES = [
  [0.3, 0.1, -0.4, 0.5],
  [1.4, -0.2, 0.3, 0.9],
  [-0.6, 1.1, 0.8, -0.7],
] as const;

const damped: readonly (readonly [string, Name, Values])[] = [
  ['wgan-gp', 'lambda', { c: 0 }],
  ['wgan-gp', 'lambda', { c: 0, l2: 0.5 }],
  ['wgan-gp', 'lambda', { c: 0, rateG: 0.5 }],
  ['wgan-div', 'k', { p: 2 }],
  ...MODELS.filter(
    (model) => effectOf(experimentOf(model.id, {}), 'l2').id === EFFECTS.damps.id,
  ).map(({ id }) => [id, 'l2', {}] as const),
];

test.each(damped)(
  '%s: decay gets faster in %s up to the value that is said',
  (model, name, values) => {
    const message = effectOf(experimentOf(model, values), name);
    expect(message.id).toBe(EFFECTS.damps.id);
    const critical = Number(message.values['value']);
    // The value is said with three digits: a percent beside it nothing is asked.
    const below = [0, 0.25, 0.5, 0.75, 0.99].map((part) => part * critical);
    const beyond = [1.01, 1.5, 2].map((part) => part * critical);
    const growths = (at: readonly number[]) =>
      at.map((value) => growthOf(model, { ...values, [name]: value }));
    const falling = growths(below);
    for (const [i, growth] of falling.slice(1).entries()) expect(growth).toBeLessThan(falling[i]!);
    const rising = growths(beyond);
    for (const [i, growth] of rising.slice(1).entries()) expect(growth).toBeGreaterThan(rising[i]!);
  },
);

test('most models are damped by L2', () => {
  expect(damped.length).toBeGreaterThan(8);
});

test('where L2 alone is beyond critical damping, more of a penalty slows the decay', () => {
  const values = { c: 0, l2: 2.5 };
  expect(effectOf(experimentOf('wgan-gp', values), 'lambda')).toBe(EFFECTS.overdamps);
  const growths = [0, 0.5, 1].map((lambda) => growthOf('wgan-gp', { ...values, lambda }));
  expect(growths[1]).toBeGreaterThan(growths[0]!);
  expect(growths[2]).toBeGreaterThan(growths[1]!);
});

test.each([
  ['wgan-gp', 'lambda', 'pullsToC', { c: 1 }, 1],
  ['wgan-gp', 'lambda', 'pullsToC', { c: 0.4 }, 0.4],
  ['wgan-div', 'k', 'pullsToZero', { p: 6 }, 0],
  ['wgan', 'l2', 'shrinks', {}, 0],
] as const)(
  '%s: the larger %s, the faster |φ| goes to where it is said',
  (model, name, key, values, to) => {
    expect(effectOf(experimentOf(model, values), name)).toBe(EFFECTS[key]);
    for (const [phi1, phi2, theta1, theta2] of STATES) {
      const size = Math.hypot(phi1, phi2);
      // The derivative of |phi|, towards `to`.
      const approaches = [0, 0.2, 1].map((value) => {
        const { phi1: d1, phi2: d2 } = fieldOf(model, { ...values, [name]: value })(
          phi1,
          phi2,
          theta1,
          theta2,
        );
        return (Math.sign(to - size) * (d1 * phi1 + d2 * phi2)) / size;
      });
      expect(approaches[1]).toBeGreaterThan(approaches[0]!);
      expect(approaches[2]).toBeGreaterThan(approaches[1]!);
    }
  },
);

test('gan-qp: the smaller λ, the faster E falls, and L is kept at every one', () => {
  expect(effectOf(experimentOf('gan-qp', {}), 'lambda')).toBe(EFFECTS.brakesToCircle);
  for (const other of [
    experimentOf('gan-qp', { l2: 0.1 }),
    experimentOf('gan-qp', { noise: 0.1 }),
    experimentOf('gan-qp', {}, 'simgd'),
  ])
    expect(effectOf(other, 'lambda')).toBe(EFFECTS.brakes);
  for (const [phi1, phi2, theta1, theta2] of STATES) {
    const [fast, slow] = [0.2, 2].map((lambda) => {
      const field = fieldOf('gan-qp', { lambda })(phi1, phi2, theta1, theta2);
      const turned =
        field.phi1 * theta2 + phi1 * field.theta2 - field.phi2 * theta1 - phi2 * field.theta1;
      // Rounding of sums of four products of numbers about 1.
      expect(Math.abs(turned)).toBeLessThan(1e-12);
      return phi1 * field.phi1 + phi2 * field.phi2 + theta1 * field.theta1 + theta2 * field.theta2;
    });
    expect(fast).toBeLessThan(slow!);
    expect(slow).toBeLessThan(0);
  }
});

test('of a rule, whose steps have limits of their own, nothing is said of spirals', () => {
  const lambda = effectOf(experimentOf('wgan-gp', { c: 0 }, 'altgd'), 'lambda');
  expect(lambda).toBe(EFFECTS.pullsToC);
  expect(effectOf(experimentOf('ns-gan', {}, 'altgd'), 'l2')).toBe(EFFECTS.shrinks);
});
