import { expect, test } from 'vitest';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { measureStart } from '../support/flow.ts';

/** Every case has a largest |theta| that no run in phi and theta comes to: rounding leaves nothing of L. */
test.each([
  ['rk4', 0.2, 16, 0.02, [0.5, 0.3, 1.2, -0.4]],
  ['dopri5', 1, 11, 0.05, [0.5, 0.3, 1.2, -0.4]],
] as const)('wgan by %s with L2 = %d at T = %d has come within %d or not', (...given) => {
  const [method, l2, time, eps, start] = given;
  const experiment = withValues(defaultExperiment('wgan', method), { l2, time, eps });
  const [third, last] = largestThetas(start, l2, time);
  expect(last).toBeLessThan(third);
  const expected = last < eps ? 'converged' : 'converging';
  expect(measureStart(experiment, start).outcome).toBe(expected);
});

type Pair = readonly [x: number, logarithm: number];

/** Cash and Karp 1990: nodes, stages, solution of order 5 and of order 4. */
const NODES = [0, 1 / 5, 3 / 10, 3 / 5, 1, 7 / 8];
const STAGES = [
  [],
  [1 / 5],
  [3 / 40, 9 / 40],
  [3 / 10, -9 / 10, 6 / 5],
  [-11 / 54, 5 / 2, -70 / 27, 35 / 27],
  [1631 / 55296, 175 / 512, 575 / 13824, 44275 / 110592, 253 / 4096],
];
const FIFTH = [37 / 378, 0, 250 / 621, 125 / 594, 0, 512 / 1771];
const FOURTH = [2825 / 27648, 0, 18575 / 48384, 13525 / 55296, 277 / 14336, 1 / 4];

const TOLERANCE = 1e-7;

/**
 * The largest |theta| of the third quarter of the horizon, and of the last, by WGAN's flow with L2 in
 * coordinates in which nothing is lost: x = theta along phi/|phi|, and the logarithm of what of theta lies
 * across it, y. With p = |phi| = p0 exp(-mu t): x' = 1 - (y/p)^2, (ln |y|)' = x/p^2.
 */
function largestThetas(
  [phi1, phi2, theta1, theta2]: readonly [number, number, number, number],
  l2: number,
  horizon: number,
): readonly [number, number] {
  const p0 = Math.hypot(phi1, phi2);
  const logP = (t: number) => Math.log(p0) - l2 * t;
  const field = (t: number, [x, y]: Pair): Pair => [
    1 - Math.exp(2 * (y - logP(t))),
    x * Math.exp(-2 * logP(t)),
  ];
  const across = Math.abs(phi1 * theta2 - phi2 * theta1) / p0;
  let state: Pair = [(phi1 * theta1 + phi2 * theta2) / p0, Math.log(across)];
  let [third, last] = [0, 0];
  for (let t = 0, h = 1e-3; t < horizon;) {
    h = Math.min(h, horizon - t, horizon / 100);
    const slopes: Pair[] = [];
    const moved = (weights: readonly number[]): Pair => [
      state[0] + h * weights.reduce((sum, weight, i) => sum + weight * slopes[i]![0], 0),
      state[1] + h * weights.reduce((sum, weight, i) => sum + weight * slopes[i]![1], 0),
    ];
    for (const [i, weights] of STAGES.entries())
      slopes.push(field(t + NODES[i]! * h, moved(weights)));
    const [next, other] = [moved(FIFTH), moved(FOURTH)];
    const size = Math.max(Math.abs(state[0]), Math.exp(logP(t)));
    const errors = [
      (next[0] - other[0]) / size,
      (next[1] - other[1]) / (10 + Math.abs(state[1]) / 100),
    ];
    const excess = Math.max(...errors.map(Math.abs)) / TOLERANCE;
    if (excess <= 1) {
      [state, t] = [next, t + h];
      const theta = Math.hypot(state[0], Math.exp(state[1]));
      if (t > 0.75 * horizon) last = Math.max(last, theta);
      else if (t > horizon / 2) third = Math.max(third, theta);
    }
    // An error that is no number makes the step shorter, too.
    h *= excess > 1e-9 ? Math.min(4, Math.max(0.1, 0.9 * excess ** -0.2)) : excess >= 0 ? 4 : 0.1;
  }
  return [third, last];
}
