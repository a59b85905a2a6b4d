import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Engine } from '../experiment/engine.ts';
import { scheduleFor } from '../experiment/schedule.ts';
import { cpuEngine } from '../cpu/engine.ts';
import type { Reply } from '../cpu/messages.ts';
import { pooledEngine } from '../cpu/pool.ts';
import type { OpenWorker } from '../cpu/worker-pool.ts';

/** Steps of single starts that are done before a thread would have begun, some 40 ms. */
const SMALL = 200_000;

/** Built beside this code; see vite.cli.config.ts. */
const WORKER = './cpu-worker.js';

/** The cpu engine on all cores; small jobs and trajectories stay on the calling thread. */
export function cpuEngineInThreads(): Engine {
  const pool = cpuThreads(availableParallelism());
  return {
    ...pool,
    trace: cpuEngine.trace,
    measure: (experiment, starts, job) => {
      const work = (starts.length / 4) * scheduleFor(experiment).steps;
      return (work < SMALL ? cpuEngine : pool).measure(experiment, starts, job);
    },
  };
}

/** The cpu engine in so many threads at most. */
export function cpuThreads(threads: number): Engine {
  return pooledEngine(open, threads, cpuEngine.adapter);
}

const open: OpenWorker = (onReply, onError) => {
  const worker = new Worker(new URL(WORKER, import.meta.url));
  worker.on('message', (reply: Reply) => onReply(reply));
  worker.on('error', onError);
  return {
    post: (request) => worker.postMessage(request, []),
    terminate: () => void worker.terminate(),
  };
};
