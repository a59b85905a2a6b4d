import { expect, test } from 'vitest';
import { PlainObserver } from '../../bench/plain-observer.ts';
import { Observer } from '../../src/measures/observe.ts';
import { scheduleOf } from '../../src/measures/schedule.ts';
import { rk4 } from '../../src/methods/rk4.ts';
import { ROW } from '../../src/models/chunk-buffer.ts';

const settings = {
  schedule: scheduleOf(40.5, 1, 'flow'),
  eps: 0.2,
  emaBeta: 0.9,
  rateD: 1,
  rateG: 1,
  stepAtEquilibrium: 0,
  method: rk4,
};

test.for([-0.05, 0, 0.05, 0.4])('what grows at %f is seen alike step by step', (growth) => {
  // Turning in both planes, so that every measure has something to count; 0.4 leaves the bounds.
  const rows = Array.from({ length: settings.schedule.steps + 1 }, (_, n) => {
    const size = Math.exp(growth * n);
    const state = [Math.sin(n), 0.7 * Math.cos(n), Math.cos(0.9 * n), 0.4 * Math.sin(0.9 * n)];
    return [...state.map((x) => size * x), 0.01 / (n + 1), size];
  });
  const path = Float64Array.from(rows.flat());
  const [whole, plain] = [new Observer(settings), new PlainObserver(settings)];
  whole.begin(path);
  whole.see(path, settings.schedule.steps);
  plain.begin(Float64Array.from(path.subarray(0, 4)));
  for (let row = ROW; row < path.length; row += ROW) {
    if (!plain.seeStep(path.slice(row, row + 4), path.slice(row + 4, row + ROW))) break;
  }
  expect(plain.measured()).toEqual(whole.measured());
  expect(plain.measured().distance === Infinity).toBe(growth === 0.4);
});
