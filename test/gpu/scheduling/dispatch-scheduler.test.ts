import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { GpuContext } from '../../../src/gpu/context.ts';
import { PipelineCache } from '../../../src/gpu/pipeline-cache.ts';
import { DeviceShare } from '../../../src/gpu/device-share.ts';
import { DispatchScheduler } from '../../../src/gpu/dispatch-scheduler.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['performance', 'setTimeout'] }));
afterEach(() => vi.useRealTimers());

/** An adapter that does so many steps of single starts a millisecond, without timestamps. */
function adapterOf(speed: number) {
  const lengths: number[] = [];
  let [busyUntil, next] = [0, 0];
  const device = {
    features: new Set<string>(),
    queue: {
      submit: () => {
        busyUntil = Math.max(performance.now(), busyUntil) + next;
        lengths.push(next);
      },
      onSubmittedWorkDone: () => {
        const left = busyUntil - performance.now();
        return new Promise<void>((resolve) => setTimeout(resolve, left));
      },
    },
  } as unknown as GPUDevice;
  const context: GpuContext = {
    device,
    pipelines: new PipelineCache(device),
    share: new DeviceShare(),
    adapterName: 'simulated',
    software: false,
  };
  const work = (steps: number, count: number) => {
    next = (steps * count) / speed;
  };
  return { context, lengths, work };
}

const encoder = { finish: () => ({}) } as unknown as GPUCommandEncoder;

/** Integrates a map as an ensemble does. */
async function integrate(
  scheduler: DispatchScheduler,
  work: (steps: number, count: number) => void,
) {
  const kernel = {} as GPUComputePipeline;
  const [starts, steps] = [1024 ** 2, 1600];
  for (let first = 0; first < starts;) {
    const count = Math.min(scheduler.startsFor([{ kernel }], 262_144), starts - first);
    for (let step = 0; step < steps;) {
      const taken = Math.min(steps / 4 - (step % (steps / 4)), scheduler.stepsFor(kernel, count));
      work(taken, count);
      const submitted = scheduler.submit(encoder, { kernel, steps: taken, count });
      await vi.runAllTimersAsync();
      await submitted;
      step += taken;
    }
    first += count;
    if (performance.now() > 60_000) break; // A slow adapter has shown how it goes.
  }
}

describe('dispatches', () => {
  // Steps a second, from the weakest card's to more than the largest one's.
  test.each([1.25e7, 1e8, 1e9, 1e11])(
    'take 50 ms or less from the first one on at %s steps a second',
    async (speed) => {
      const { context, lengths, work } = adapterOf(speed / 1000);
      await integrate(new DispatchScheduler(context), work);
      expect(Math.max(...lengths)).toBeLessThanOrEqual(50);
      // The length that is aimed at is reached soon, where a quarter of the horizon is that long.
      const longest = Math.min(24, (400 * 262_144 * 1000) / speed);
      expect(Math.max(...lengths.slice(0, 24))).toBeGreaterThan(0.8 * longest);
    },
  );

  // The slowest method on a software adapter, and the fastest.
  test.each([4e6, 1e8])('of whole runs take 50 ms or less at %s steps a second', async (speed) => {
    const { context, lengths, work } = adapterOf(speed / 1000);
    const [scheduler, kernel] = [new DispatchScheduler(context), {} as GPUComputePipeline];
    for (let i = 0; i < 12; i++) {
      const count = scheduler.startsFor([{ kernel, steps: 1024 }], 4096);
      work(1024, count);
      const submitted = scheduler.submit(encoder, { kernel, steps: 1024, count });
      await vi.runAllTimersAsync();
      await submitted;
    }
    expect(Math.max(...lengths)).toBeLessThanOrEqual(50);
    expect(lengths.at(-1)).toBeGreaterThan(15);
  });

  test('of a kernel that costs far more begin short again', async () => {
    const { context, lengths, work } = adapterOf(1e6);
    const scheduler = new DispatchScheduler(context);
    await integrate(scheduler, work);
    const before = lengths.length;
    await integrate(scheduler, (steps, count) => work(50 * steps, count));
    expect(Math.max(...lengths.slice(before))).toBeLessThanOrEqual(50);
  });
});
