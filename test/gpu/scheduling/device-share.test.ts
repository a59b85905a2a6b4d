import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DeviceShare } from '../../../src/gpu/device-share.ts';
import { Ensemble } from '../../../src/gpu/ensemble.ts';
import { resultBytes } from '../../../src/gpu/results.ts';
import { storageBuffer } from '../../../src/gpu/pipelines.ts';
import { initialConditionsOfPixels } from '../../../src/experiment/grid.ts';
import { defaultExperiment, withValues } from '../../../src/experiment/experiment.ts';
import { softwareContext } from '../../support/wgsl/context.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => vi.useRealTimers());

test('a coarse map goes before a fine one that is under way', async () => {
  const context = await softwareContext();
  const run = (side: number, onProgress: () => void) => {
    const experiment = withValues(defaultExperiment('ns-gan'), { time: 4 });
    const grid = { width: side, height: side };
    // So many dispatches a tile, however fast the adapter is.
    const ensemble = new Ensemble(context, { stepsPerDispatch: 8 });
    const results = storageBuffer(context, resultBytes(side * side));
    const done = ensemble.run({
      experiment,
      count: side * side,
      starts: (first, count, out) =>
        initialConditionsOfPixels(experiment.slice, grid, first, count, out),
      results,
      progress: onProgress,
    });
    return done.finally(() => {
      ensemble.destroy();
      results.destroy();
    });
  };
  const order: string[] = [];
  let coarse: Promise<boolean> | undefined;
  const fine = run(128, () => {
    order.push('fine');
    coarse ??= run(64, () => order.push('coarse'));
  });
  expect(await fine).toBe(true);
  expect(await coarse).toBe(true);
  const between = order.slice(order.indexOf('coarse'), order.lastIndexOf('coarse'));
  expect(between.length).toBeGreaterThan(6);
  // The dispatch that was in flight.
  expect(between.filter((kind) => kind === 'fine').length).toBeLessThanOrEqual(1);
  expect(order.at(-1), 'the fine map went on afterwards').toBe('fine');
  expect(context.share.isComputing).toBe(false);
});

test('frames of all flows together leave three quarters of the time to what computes', () => {
  const share = new DeviceShare();
  expect(share.hasRested).toBe(true);
  share.frameDone(100);
  vi.advanceTimersByTime(299);
  expect(share.hasRested).toBe(false);
  vi.advanceTimersByTime(1);
  expect(share.hasRested).toBe(true);
});
