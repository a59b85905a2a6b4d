import { expect, test } from 'vitest';
import { timeLeft } from '../../../src/page/share/time-left.ts';

test.each([
  // Nothing is said before there is a rate.
  [1, 0, 0.5, undefined],
  [60, 0.5, 0.505, undefined],
  [10, 0, 0.5, { unit: 'seconds', count: 10 }],
  [10, 0, 0.75, { unit: 'seconds', count: 3 }],
  [10, 0, 0.9999, { unit: 'seconds', count: 1 }],
  [30, 0, 0.4, { unit: 'seconds', count: 45 }],
  // What was done before it was first heard of says nothing of the rate.
  [30, 0.5, 0.7, { unit: 'seconds', count: 45 }],
  [60, 0, 0.1, { unit: 'minutes', count: 9 }],
] as const)('after %d s from %d to %d', (elapsed, from, now, left) => {
  expect(timeLeft(elapsed, from, now)).toEqual(left);
});
