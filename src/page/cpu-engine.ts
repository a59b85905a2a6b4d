import type { Engine, Job, Results, Trace } from '../experiment/engine.ts';
import type { Reply, Request } from './cpu-messages.ts';
import { words } from './words/words.ts';

interface Task {
  resolve(value: Trace[] | Results): void;
  reject(reason: unknown): void;
  readonly job: Job | undefined;
}

type Question<R = Request> = R extends { kind: 'trace' | 'measure' } ? Omit<R, 'id'> : never;

/** The cpu engine in a worker of its own, so that the page answers while it computes. */
export function cpuEngineInWorker(): Engine {
  const worker = new Worker(new URL('./cpu-worker.ts', import.meta.url), { type: 'module' });
  const tasks = new Map<number, Task>();
  let lastId = 0;

  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    const task = tasks.get(data.id);
    if (!task) return;
    if (data.kind === 'progress') {
      task.job?.progress?.(data.share);
      return;
    }
    tasks.delete(data.id);
    if (data.kind === 'done') task.resolve(data.value);
    else task.reject(new Error(data.message));
  });

  const rejectAll = (reason: Error) => {
    for (const { reject } of tasks.values()) reject(reason);
    tasks.clear();
  };
  worker.addEventListener('error', () => {
    rejectAll(new Error(words().notices.noWorker));
  });

  const ask = (question: Question, job?: Job) =>
    new Promise<Trace[] | Results>((resolve, reject) => {
      const id = ++lastId;
      const signal = job?.signal;
      signal?.throwIfAborted();
      tasks.set(id, { resolve, reject, job });
      worker.postMessage({ ...question, id } satisfies Request, []);
      signal?.addEventListener(
        'abort',
        () => {
          if (!tasks.delete(id)) return;
          worker.postMessage({ kind: 'abort', id } satisfies Request, []);
          reject(signal.reason as Error);
        },
        { once: true },
      );
    });

  return {
    kind: 'cpu',
    adapter: 'processor, float64',
    trace: (experiment, starts, count) =>
      ask({ kind: 'trace', experiment, starts, count }) as Promise<Trace[]>,
    measure: (experiment, starts, job) =>
      ask(
        { kind: 'measure', experiment, starts, measures: job?.measures },
        job,
      ) as Promise<Results>,
    destroy() {
      worker.terminate();
      rejectAll(new DOMException('destroyed', 'AbortError'));
    },
  };
}
