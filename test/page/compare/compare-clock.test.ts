import { expect, test } from 'vitest';
import { defaultExperiment, withValues } from '../../../src/experiment/experiment.ts';
import {
  isAhead,
  synchronizedSeekTarget,
  synchronizedSteps,
} from '../../../src/page/compare/compare-clock.ts';

const fine = withValues(defaultExperiment(), { step: 0.1 });
const coarse = withValues(defaultExperiment(), { step: 0.5 });

test('both flows show one time, whatever their steps', () => {
  const [first, second] = [{ time: 0 }, { time: 0 }];
  for (let frame = 0; frame < 40; frame++) {
    const steps = synchronizedSteps(first, fine, second, coarse, 2);
    first.time += 2 * 0.1;
    second.time += steps * 0.5;
    expect(second.time).toBeCloseTo(first.time, 9);
  }
});

test('one that lags catches up, one that is ahead waits, and both stand together', () => {
  expect(synchronizedSteps({ time: 5 }, fine, { time: 4.9 }, fine, 1)).toBeCloseTo(2, 9);
  expect(synchronizedSteps({ time: 5 }, fine, { time: 0 }, fine, 1), 'not at a stroke').toBeCloseTo(
    4,
    9,
  );
  expect(synchronizedSteps({ time: 5 }, fine, { time: 6 }, fine, 1)).toBe(0);
  expect(synchronizedSteps({ time: 5 }, fine, { time: 0 }, fine, 0)).toBe(0);
});

test('the second flow is sent where the first one goes or stands, and no more than once', () => {
  const on = (time: number, seekTarget?: number) => ({ time, seekTarget });
  expect(synchronizedSeekTarget(on(3, 30), on(3), fine, 1), 'a seek').toBe(30);
  expect(synchronizedSeekTarget(on(3, 30), on(3, 30), fine, 1), 'on its way').toBeUndefined();
  expect(synchronizedSeekTarget(on(9, 30), on(30), fine, 1), 'there before').toBeUndefined();
  expect(synchronizedSeekTarget(on(5), on(4), fine, 0), 'a step while both stand').toBe(5);
  expect(
    synchronizedSeekTarget(on(5), on(4), fine, 1),
    'while they move it catches up',
  ).toBeUndefined();
  expect(synchronizedSeekTarget(on(5.05), on(5), fine, 0), 'less than its step').toBeUndefined();
});

test('where the first flow set out again the second one does', () => {
  const at = (time: number, seekTarget?: number) => ({ time, seekTarget });
  expect(isAhead(at(0.1), at(12), fine, coarse)).toBe(true);
  expect(isAhead(at(12), at(12.5), fine, coarse), 'a whole step').toBe(false);
  expect(isAhead(at(12), at(0), fine, coarse), 'it catches up').toBe(false);
  expect(isAhead(at(3, 0), at(12), fine, coarse), 'a seek takes both').toBe(false);
});
