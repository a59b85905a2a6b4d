import { expect, test } from 'vitest';
import { measureStart } from '../support/flow.ts';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { ROUNDED_LABELS, THEOREM_LABELS } from '../support/cases/labels.ts';

test.each([...ROUNDED_LABELS, ...THEOREM_LABELS])(
  '%s: %s by %s',
  (_, model, method, values, start, outcome) => {
    const experiment = withValues(defaultExperiment(model, method), values);
    expect(measureStart(experiment, start).outcome).toBe(outcome);
  },
);

test.each([0.02, 0.1, 0.2])(
  'wgan with L2 = %d falls by two thirds of that rate to all of it',
  (l2) => {
    const of = (start: readonly number[]) =>
      measureStart(withValues(defaultExperiment('wgan'), { l2, time: 4 / l2 }), start).rate / -l2;
    for (const start of [
      [1.5, 0.3, 1.2, -0.4],
      [0.2, 1.9, -0.7, 0.3],
      [2, 0.1, 0.1, 2.1],
    ]) {
      // Its largest |theta| of a quarter is met up to half a swing late.
      expect(of(start)).toBeGreaterThan(2 / 3 - 0.1);
      expect(of(start)).toBeLessThan(1.1);
    }
  },
);
