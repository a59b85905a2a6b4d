import { expect, test } from 'vitest';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { knownOf } from '../../src/experiment/theory.ts';

test('what is known depends on parameters, L2 and the slice’s dimension', () => {
  const base = defaultExperiment('wgan-gp');
  const line = { ...base.slice, y: { component: 'phi1' as const, min: -1, max: 1 } };
  const sentences = [
    base,
    withValues(base, { c: 0 }),
    withValues(base, { l2: 0.5 }),
    { ...base, slice: { ...line, hold: [0, 0, 0, 0] as const } },
  ].map((experiment) => knownOf(experiment).join(' '));
  expect(new Set(sentences).size).toBe(sentences.length);
});

test('different learning rates are told, as radii and critical values change with them', () => {
  const base = defaultExperiment('gan-qp');
  expect(knownOf(base).join()).not.toContain('equal learning rates');
  expect(knownOf(withValues(base, { rateD: 4, rateG: 4 })).join()).not.toContain(
    'equal learning rates',
  );
  expect(knownOf(withValues(base, { rateG: 4 })).join()).toContain('equal learning rates');
});
