import { expect, test } from 'vitest';
import { initialConditionsOfPixels } from '../../src/experiment/grid.ts';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { cpuEngine } from '../../src/cpu/engine.ts';
import { pooledEngine } from '../../src/cpu/pool.ts';
import type { OpenWorker } from '../../src/cpu/worker-pool.ts';
import { serverOf } from '../../src/cpu/worker-server.ts';

const experiment = withValues(defaultExperiment('wgan-gp', 'rk4'), { time: 8 });
const starts = initialConditionsOfPixels(experiment.slice, { width: 7, height: 9 }, 0, 63);

/** Workers on this very thread, and how many of them there have been. */
function local(): { open: OpenWorker; opened: () => number } {
  let opened = 0;
  return {
    open: (onReply) => {
      opened += 1;
      let alive = true;
      const serve = serverOf((reply) => alive && queueMicrotask(() => onReply(reply)));
      return { post: serve, terminate: () => (alive = false) };
    },
    opened: () => opened,
  };
}

test.for([1, 2, 3, 64])('%d workers give what one thread gives, to the bit', async (size) => {
  const expected = await cpuEngine.measure(experiment, starts);
  const pool = pooledEngine(local().open, size, 'test');
  const shares: number[] = [];
  const results = await pool.measure(experiment, starts, {
    progress: (share) => shares.push(share),
  });
  expect(results).toEqual(expected);
  expect(shares.at(-1)).toBeCloseTo(1, 12);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(await pool.trace(experiment, [[0.1, 0.2, 0.2, 0.1]], 5)).toEqual(
    await cpuEngine.trace(experiment, [[0.1, 0.2, 0.2, 0.1]], 5),
  );
  pool.destroy();
});

test('workers begin anew for another model, and only for that', async () => {
  const { open, opened } = local();
  const pool = pooledEngine(open, 2, 'test');
  await pool.measure(experiment, starts);
  await pool.measure(withValues(experiment, { lambda: 0.5 }), starts);
  expect(opened()).toBe(2);
  await pool.measure(defaultExperiment('wgan', 'simgd'), starts.subarray(0, 8));
  expect(opened()).toBe(3);
  pool.destroy();
});

test('an aborted job stops, and the next one is served', async () => {
  const pool = pooledEngine(local().open, 2, 'test');
  const long = withValues(experiment, { time: 1000 });
  const abort = new AbortController();
  const job = pool.measure(long, starts, { signal: abort.signal });
  abort.abort();
  await expect(job).rejects.toThrow(/abort/i);
  expect(await pool.measure(experiment, starts)).toEqual(
    await cpuEngine.measure(experiment, starts),
  );
  pool.destroy();
});

test('a worker that fails fails the job', async () => {
  const pool = pooledEngine(
    (_, onError) => ({ post: () => onError(new Error('out of order')), terminate: () => {} }),
    2,
    'test',
  );
  await expect(pool.measure(experiment, starts)).rejects.toThrow('out of order');
  await expect(pool.measure(experiment, starts)).rejects.toThrow('out of order');
});
