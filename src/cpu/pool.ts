import {
  COLUMNS,
  type Engine,
  type Job,
  type Results,
  type Trajectory,
} from '../experiment/engine.ts';
import type { Experiment } from '../experiment/experiment.ts';
import { scheduleFor } from '../experiment/schedule.ts';
import { needsOf } from '../measures/index.ts';
import type { Reply, Request, Task } from './messages.ts';

/** A thread beside this one with a `serverOf` in it. */
export interface CpuWorker {
  post(request: Request): void;
  terminate(): void;
}

export type OpenWorker = (
  onReply: (reply: Reply) => void,
  onError: (error: Error) => void,
) => CpuWorker;

/** Steps of single starts in a part of the work: some 50 ms, long beside what sending it costs. */
const PART = 500_000;

interface Waiting {
  readonly task: Task;
  done(value: Trajectory[] | Results): void;
  failed(error: Error): void;
  progress(share: number): void;
}

interface PoolWorker {
  readonly thread: CpuWorker;
  busy: Waiting | undefined;
}

/**
 * The cpu engine in workers. Starts are dispatched in parts, so that none waits for the slowest; the
 * results do not depend on how. Workers begin when there is work for them, and anew with another
 * model or method: a JavaScript engine makes a loop fast for what it has seen in it, and mixed
 * company costs threefold.
 * An abort stops the parts under way; a worker that fails rejects all jobs, and new ones begin with new
 * workers. `destroy` rejects jobs with an AbortError.
 * @param size workers at most
 */
export function pooledEngine(open: OpenWorker, size: number, adapter: string): Engine {
  const workers: PoolWorker[] = [];
  const queue: Waiting[] = [];
  let shape = '';
  let lastId = 0;

  const spawn = (): PoolWorker => {
    const worker: PoolWorker = {
      busy: undefined,
      thread: open(
        (reply) => {
          const waiting = worker.busy;
          if (!waiting || waiting.task.id !== reply.id) return;
          if (reply.kind === 'progress') {
            waiting.progress(reply.share);
            return;
          }
          worker.busy = undefined;
          if (reply.kind === 'done') waiting.done(reply.value);
          else waiting.failed(new Error(reply.message));
          dispatch();
        },
        (error) => terminate(error),
      ),
    };
    workers.push(worker);
    return worker;
  };

  const terminate = (reason: Error) => {
    const unfinished = [...queue.splice(0), ...workers.flatMap(({ busy }) => busy ?? [])];
    for (const { thread } of workers.splice(0)) thread.terminate();
    for (const waiting of unfinished) waiting.failed(reason);
  };

  /** Gives waiting tasks to free workers, and spawns workers up to `size`. */
  const dispatch = () => {
    while (queue.length > 0) {
      const worker =
        workers.find(({ busy }) => !busy) ?? (workers.length < size ? spawn() : undefined);
      if (!worker) return;
      worker.busy = queue.shift()!;
      worker.thread.post(worker.busy.task);
    }
  };

  /** Drops the waiting tasks among `ids`, and aborts the running ones. */
  const abort = (ids: ReadonlySet<number>) => {
    for (let i = queue.length; i-- > 0;) if (ids.has(queue[i]!.task.id)) queue.splice(i, 1);
    for (const { busy, thread } of workers) {
      if (busy && ids.has(busy.task.id)) thread.post({ kind: 'abort', id: busy.task.id });
    }
  };

  const prepare = (experiment: Experiment, job?: Job) => {
    const { tangent } = needsOf(job?.measures);
    const next = `${experiment.model} ${experiment.method} ${tangent}`;
    const idle = queue.length === 0 && workers.every(({ busy }) => !busy);
    if (idle && next !== shape) {
      for (const { thread } of workers.splice(0)) thread.terminate();
    }
    shape = next;
  };

  const trace: Engine['trace'] = (experiment, starts, count) =>
    new Promise((resolve, reject) => {
      queue.push({
        task: { kind: 'trace', id: ++lastId, experiment, starts, count },
        done: (value) => resolve(value as Trajectory[]),
        failed: reject,
        progress: () => {},
      });
      dispatch();
    });

  const measure: Engine['measure'] = (experiment, starts, job) =>
    new Promise((resolve, reject) => {
      const { signal } = job ?? {};
      signal?.throwIfAborted();
      prepare(experiment, job);
      const count = starts.length / 4;
      const results = new Float64Array(count * COLUMNS);
      const each = partOf(count, scheduleFor(experiment).steps, size);
      const shares = new Map<number, number>();
      let left = Math.ceil(count / each);
      if (left === 0) resolve(results);
      const ids = new Set<number>();
      const settle = (end: () => void) => {
        signal?.removeEventListener('abort', onAbort);
        end();
      };
      const onAbort = () => {
        abort(ids);
        settle(() => reject(signal!.reason as Error));
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      const report = (first: number, done: number) => {
        shares.set(first, done);
        if (!signal?.aborted) job?.progress?.([...shares.values()].reduce((a, b) => a + b) / count);
      };
      for (let first = 0; first < count; first += each) {
        const size4 = 4 * Math.min(first + each, count);
        const part = starts.slice(4 * first, size4);
        const id = ++lastId;
        ids.add(id);
        queue.push({
          task: { kind: 'measure', id, experiment, starts: part, measures: job?.measures },
          done(value) {
            results.set(value as Results, first * COLUMNS);
            report(first, part.length / 4);
            left -= 1;
            if (left === 0) settle(() => resolve(results));
          },
          failed(error) {
            abort(ids);
            settle(() => reject(error));
          },
          progress: (share) => report(first, (share * part.length) / 4),
        });
      }
      dispatch();
    });

  return {
    kind: 'cpu',
    adapter,
    trace,
    measure,
    destroy: () => terminate(new DOMException('destroyed', 'AbortError')),
  };
}

/** Starts in a part: an even number, as two go together. */
function partOf(count: number, steps: number, size: number): number {
  const fair = Math.ceil(count / size);
  const short = Math.ceil(PART / steps);
  return 2 * Math.ceil(Math.max(1, Math.min(fair, short)) / 2);
}
