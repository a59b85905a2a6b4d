/** How safely a label stands: thin beside where labels change, and safe where one number is far from all bounds. */
import { expect, it, test } from 'vitest';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { EVIDENCE_POWERS, EVIDENCE_RESOLUTION } from '../../src/measures/strengths.ts';
import type { Values } from '../../src/models/parameter.ts';
import { measureStart } from '../support/flow.ts';

const PLANE = [0.5, 0.3, 1.2, -0.4];
const measured = (model: string, values: Values, start: readonly number[] = PLANE) =>
  measureStart(withValues(defaultExperiment(model), values), start);

it('is 1 where the label is far from every other, and where a path has left every bound', () => {
  // A centre of the linear game: every orbit is closed.
  expect(measured('f-gan', { divergence: 'reverse-kl', time: 200 })).toMatchObject({
    outcome: 'orbiting',
    evidence: 1,
  });
  expect(measured('wgan', { rateG: 10, time: 1200 }, [0.5, 0, -3, 0])).toMatchObject({
    outcome: 'diverged',
    evidence: 1,
  });
});

test('of a decay to below eps it is the share by which its last fall may be off', () => {
  const at = (eps: number) => measured('ns-gan', { l2: 1.2, time: 80, eps });
  const { amplitude, rate } = at(1e-30);
  const fall = -rate * 20;
  for (const share of [0.7, 1 / 4, 1 / 8, 1 / 32]) {
    const { outcome, evidence } = at(amplitude * Math.exp(fall * share));
    expect(outcome).toBe('converged');
    // A fall by 1 - share of itself ends at eps: each halving of the share is 0.2 less.
    const right = Math.min(1, 1 + Math.log2(2 * share) / EVIDENCE_POWERS.count);
    expect(Math.abs(evidence - right)).toBeLessThan(2 * EVIDENCE_RESOLUTION);
  }
});

it('is thin on both sides of where labels change, which has no meaning of its own', () => {
  // A decay that reaches eps, or does not, by the size of its start: 161 sizes, 3% apart.
  const line = Array.from({ length: 161 }, (_, i) => {
    const size = 0.02 * 100 ** (i / 160);
    const start = PLANE.map((x) => size * x);
    return measured('ns-gan', { l2: 0.2, time: 40 }, start);
  });
  const first = line.findIndex(({ outcome }) => outcome === 'converging');
  expect(line[first - 1]).toMatchObject({ outcome: 'converged' });
  expect(line[first - 1]!.evidence).toBeLessThan(0.3);
  expect(line[first]!.evidence).toBeLessThan(0.3);
  expect(line[0]!.evidence).toBeGreaterThan(0.5);
  expect(line.at(-1)!.evidence).toBeGreaterThan(0.5);
});
