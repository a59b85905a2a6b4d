import { expect, test } from 'vitest';
import { DURATION, swarmOf } from '../../../src/page/guide/intro-portraits.ts';

const lengths = (states: Float64Array) =>
  Array.from({ length: states.length / 4 }, (_, i) =>
    Math.hypot(states[4 * i + 2]!, states[4 * i + 3]!),
  );

test('the linear model converges as its eigenvalues say, and begins anew where it began', () => {
  const lambda = 0.08;
  const swarm = swarmOf({ model: 'wgan-gp', values: { c: 0, lambda } });
  const before = swarm.states.slice();
  for (let i = 0; i < 10; i++) swarm.advance(DURATION / 10);
  // |s| falls as exp(-lambda t), but for the ratio of the ellipse's axes.
  const most = 2 * 1.5 * Math.exp(-lambda * DURATION);
  expect(Math.max(...lengths(swarm.states))).toBeLessThan(most);
  swarm.restart();
  expect(swarm.states).toEqual(before);
});

test('the others keep away from 0: their L stays', () => {
  for (const model of ['ns-gan', 'gan-qp', 'wgan']) {
    const swarm = swarmOf({ model });
    const momenta = () =>
      Array.from({ length: swarm.states.length / 4 }, (_, i) => {
        const [phi1, phi2, theta1, theta2] = swarm.states.subarray(4 * i, 4 * i + 4);
        return phi1! * theta2! - phi2! * theta1!;
      });
    const before = momenta();
    for (let i = 0; i < 20; i++) swarm.advance(0.3);
    // WGAN keeps |phi| instead.
    if (model !== 'wgan') {
      momenta().forEach((value, i) => expect(value).toBeCloseTo(before[i]!, 4));
    }
    expect(Math.max(...lengths(swarm.states))).toBeGreaterThan(0.4);
  }
});

test('the penalty damps φ the more the larger its weight λ', () => {
  const norms = [0.06, 0.12, 0.24].map((lambda) => {
    const swarm = swarmOf({ model: 'wgan-gp', values: { c: 0, lambda } });
    swarm.advance(6);
    return Math.max(
      ...Array.from({ length: swarm.states.length / 4 }, (_, i) =>
        Math.hypot(swarm.states[4 * i]!, swarm.states[4 * i + 1]!),
      ),
    );
  });
  expect(norms[1]!).toBeLessThan(0.8 * norms[0]!);
  expect(norms[2]!).toBeLessThan(0.8 * norms[1]!);
});
