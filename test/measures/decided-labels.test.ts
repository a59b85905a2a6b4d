import { expect, test } from 'vitest';
import { measureStart } from '../support/flow.ts';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { exactTrajectory, FIELDS } from '../support/exact.ts';
import { ROUNDED_LABELS, THEOREM_LABELS } from '../support/cases/labels.ts';

test.each([...ROUNDED_LABELS, ...THEOREM_LABELS])(
  '%s: %s by %s',
  (_, model, method, values, start, outcome) => {
    const experiment = withValues(defaultExperiment(model, method), values);
    expect(measureStart(experiment, start).outcome).toBe(outcome);
  },
);

test.each(['rk4', 'dopri5'])('WGAN-div by %s falls in from far out as it should', (method) => {
  const start = [1.899, -1.997, 1.916, -1.06];
  const [, theta1, theta2] = exactTrajectory(FIELDS['wgan-div']!, start, 0.5, 2, 5000)[1]!.slice(1);
  const experiment = withValues(defaultExperiment('wgan-div', method), { time: 0.5 });
  const right = Math.hypot(theta1!, theta2!);
  // A substep may be off by 1% of the state, and what phi is off by is forgotten.
  expect(Math.abs(measureStart(experiment, start).distance / right - 1)).toBeLessThan(0.01);
});

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
