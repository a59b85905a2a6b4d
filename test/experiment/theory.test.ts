import { expect, test } from 'vitest';
import { defaultExperiment, withValues, type Experiment } from '../../src/experiment/experiment.ts';
import { theoryOf } from '../../src/experiment/theory/theory.ts';
import { englishOf } from '../../src/models/message.ts';

const sentencesOf = (experiment: Experiment) => theoryOf(experiment).map(englishOf).join(' ');

test('what is known depends on parameters, L2 and the slice’s dimension', () => {
  const base = defaultExperiment('wgan-gp');
  const line = { ...base.slice, y: { component: 'phi1' as const, min: -1, max: 1 } };
  const sentences = [
    base,
    withValues(base, { c: 0 }),
    withValues(base, { l2: 0.5 }),
    { ...base, slice: { ...line, hold: [0, 0, 0, 0] as const } },
  ].map((experiment) => sentencesOf(experiment));
  expect(new Set(sentences).size).toBe(sentences.length);
});

test('different learning rates are told, as radii and critical values change with them', () => {
  const base = defaultExperiment('gan-qp');
  expect(sentencesOf(base)).not.toContain('equal learning rates');
  expect(sentencesOf(withValues(base, { rateD: 4, rateG: 4 }))).not.toContain(
    'equal learning rates',
  );
  expect(sentencesOf(withValues(base, { rateG: 4 }))).toContain('equal learning rates');
});
