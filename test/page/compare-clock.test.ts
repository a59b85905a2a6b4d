import { expect, test } from 'vitest';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { stepsBeside } from '../../src/page/compare-clock.ts';

const fine = withValues(defaultExperiment(), { step: 0.1 });
const coarse = withValues(defaultExperiment(), { step: 0.5 });

test('both flows show one time, whatever their steps', () => {
  const [first, second] = [{ time: 0 }, { time: 0 }];
  for (let frame = 0; frame < 40; frame++) {
    const steps = stepsBeside(first, fine, second, coarse, 2);
    first.time += 2 * 0.1;
    second.time += steps * 0.5;
    expect(second.time).toBeCloseTo(first.time, 9);
  }
});

test('one that lags catches up, one that is ahead waits, and both stand together', () => {
  expect(stepsBeside({ time: 5 }, fine, { time: 4.9 }, fine, 1)).toBeCloseTo(2, 9);
  expect(stepsBeside({ time: 5 }, fine, { time: 0 }, fine, 1), 'not at a stroke').toBeCloseTo(4, 9);
  expect(stepsBeside({ time: 5 }, fine, { time: 6 }, fine, 1)).toBe(0);
  expect(stepsBeside({ time: 5 }, fine, { time: 0 }, fine, 0)).toBe(0);
});
