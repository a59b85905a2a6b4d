import type { Results, Trajectory } from '../experiment/engine.ts';
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

/** A task, and what its replies call. */
export interface PooledTask {
  readonly task: Task;
  /** @param counts of what was visited, where that was asked for */
  done(value: Trajectory[] | Results, counts?: Uint32Array): void;
  failed(error: Error): void;
  progress(share: number): void;
}

export interface WorkerPool {
  /** An id that no other task of this pool has. */
  nextId(): number;
  /** Queues tasks and starts them as workers become free. */
  submit(tasks: readonly PooledTask[]): void;
  /** Drops the queued tasks among `ids`, and asks the workers to stop the running ones. */
  abort(ids: ReadonlySet<number>): void;
  /** Terminates the workers where no task is queued or running. */
  terminateIdle(): void;
  /** Terminates all workers and fails all tasks; later tasks start new workers. */
  terminate(reason: Error): void;
}

interface PoolWorker {
  readonly thread: CpuWorker;
  busy: PooledTask | undefined;
}

/**
 * Workers that run one task each at a time, first come, first served. They start when there is work
 * for them. A worker that fails terminates all of them.
 * @param size workers at most
 */
export function openWorkerPool(open: OpenWorker, size: number): WorkerPool {
  const workers: PoolWorker[] = [];
  const queue: PooledTask[] = [];
  let lastId = 0;

  const onReply = (worker: PoolWorker, reply: Reply) => {
    const { busy } = worker;
    if (!busy || busy.task.id !== reply.id) return;
    if (reply.kind === 'progress') {
      busy.progress(reply.share);
      return;
    }
    worker.busy = undefined;
    if (reply.kind === 'done') busy.done(reply.value, reply.counts);
    else busy.failed(new Error(reply.message));
    dispatch();
  };

  const spawn = (): PoolWorker => {
    const worker: PoolWorker = {
      busy: undefined,
      thread: open((reply) => onReply(worker, reply), terminate),
    };
    workers.push(worker);
    return worker;
  };

  const terminateWorkers = () => {
    for (const { thread } of workers.splice(0)) thread.terminate();
  };

  const terminate = (reason: Error) => {
    const unfinished = [...queue.splice(0), ...workers.flatMap(({ busy }) => busy ?? [])];
    terminateWorkers();
    for (const { failed } of unfinished) failed(reason);
  };

  /** Sends queued tasks to free workers, and spawns workers up to `size`. */
  const dispatch = () => {
    while (queue.length > 0) {
      const worker =
        workers.find(({ busy }) => !busy) ?? (workers.length < size ? spawn() : undefined);
      if (!worker) return;
      worker.busy = queue.shift()!;
      worker.thread.post(worker.busy.task);
    }
  };

  return {
    nextId: () => ++lastId,
    submit(tasks) {
      for (const task of tasks) queue.push(task);
      dispatch();
    },
    abort(ids) {
      for (let i = queue.length; i-- > 0;) if (ids.has(queue[i]!.task.id)) queue.splice(i, 1);
      for (const { busy, thread } of workers) {
        if (busy && ids.has(busy.task.id)) thread.post({ kind: 'abort', id: busy.task.id });
      }
    },
    terminateIdle() {
      if (queue.length === 0 && workers.every(({ busy }) => !busy)) terminateWorkers();
    },
    terminate,
  };
}
