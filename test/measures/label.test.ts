/** How safely a label stands: thin beside where labels change, and safe where one number is far from all bounds. */
import { expect, it, test } from 'vitest';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { EVIDENCE_POWERS, EVIDENCE_RESOLUTION } from '../../src/measures/label.ts';
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
  // Across the spot that is undecided in the map of WGAN-div, along theta1 = -0.31, where L is not 0.
  const line = Array.from({ length: 41 }, (_, i) =>
    measured('wgan-div', {}, [0.1, 0.2, -0.31, -2 + (i * 4) / 40]),
  );
  const spot = line.flatMap(({ outcome }, i) => (outcome === 'undecided' ? [i] : []));
  expect(spot.length).toBeGreaterThan(0);
  const [first, last] = [spot[0]!, spot.at(-1)!];
  for (const i of [first - 1, last + 1]) {
    expect(line[i]!.outcome).toBe('converging');
    expect(line[i]!.evidence).toBeLessThan(0.3);
  }
  expect(line[0]!.evidence).toBeGreaterThan(0.5);
  expect(line.at(-1)!.evidence).toBeGreaterThan(0.5);
});
