import { expect, test } from 'vitest';
import { measureStart } from '../support/flow.ts';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { ROUNDED_LABELS } from '../support/cases/rounded-labels.ts';

test.each(ROUNDED_LABELS)('%s: %s by %s', (_, model, method, values, start, outcome) => {
  const experiment = withValues(defaultExperiment(model, method), values);
  expect(measureStart(experiment, start).outcome).toBe(outcome);
});
