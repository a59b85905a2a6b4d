import { expect, test } from 'vitest';
import { orderInLanes, reordered } from '../../../src/gpu/starts/tile-starts.ts';
import { defaultExperiment } from '../../../src/experiment/experiment.ts';

const altgd = defaultExperiment('ns-gan', 'altgd');

test('starts side by side take the same steps, each start once', () => {
  const values = Float64Array.of(0.1, 1, 0.2, 1, 0.3, 1, 0.1, 2, 0.2, 2, 0.3, 2);
  const varied = { names: ['step', 'l2'], values };
  const order = orderInLanes(2, altgd, varied)!;
  expect(Array.from(order)).toEqual([0, 3, 1, 4, 2, 5]);
  expect(Array.from(reordered(values, 2, order))).toEqual([
    0.1, 1, 0.1, 2, 0.2, 1, 0.2, 2, 0.3, 1, 0.3, 2,
  ]);
});

test('where nothing has to be shared, one has no partner, or none goes side by side, order is as given', () => {
  const rates = { names: ['rateG', 'l2'], values: Float64Array.of(1, 1, 2, 2) };
  expect(orderInLanes(2, altgd, rates)).toBeUndefined();
  const odd = { names: ['step'], values: Float64Array.of(1, 2, 2) };
  expect(orderInLanes(2, altgd, odd)).toBeUndefined();
  const even = { names: ['step'], values: Float64Array.of(1, 2, 1, 2) };
  expect(orderInLanes(1, altgd, even)).toBeUndefined();
  expect(Array.from(orderInLanes(2, altgd, even)!)).toEqual([0, 2, 1, 3]);
});
