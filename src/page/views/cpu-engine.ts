import type { Engine } from '../../experiment/engine.ts';
import type { Reply, Request } from '../../cpu/messages.ts';
import { pooledEngine } from '../../cpu/pool.ts';
import type { CpuWorker, OpenWorker } from '../../cpu/worker-pool.ts';
import { t } from '../messages/messages.ts';

/** The cpu engine in workers, one a core, so that the page answers while they compute. */
export function cpuEngineInWorkers(workers = navigator.hardwareConcurrency): Engine {
  return pooledEngine(open, Math.max(1, workers), t('status.processor'));
}

const open: OpenWorker = (onReply, onError) => {
  const worker = tryWorker();
  if (!worker) return inThisThread(onReply, onError);
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => onReply(data));
  worker.addEventListener('error', () => onError(new Error(t('notices.noWorker'))));
  return {
    post: (request) => worker.postMessage(request, []),
    terminate: () => worker.terminate(),
  };
};

/** Undefined where a sandbox or a policy allows none. */
function tryWorker(): Worker | undefined {
  try {
    return new Worker(new URL('./cpu-worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return undefined;
  }
}

/** A worker's work on the page's own thread, which it leaves to the page after each slice of time. */
function inThisThread(onReply: (reply: Reply) => void, onError: (error: Error) => void): CpuWorker {
  let terminated = false;
  const running = new Set<number>();
  const serving = import('../../cpu/worker-server.ts').then(({ serverOf }) =>
    serverOf((reply) => {
      if (reply.kind !== 'progress') running.delete(reply.id);
      if (!terminated) onReply(reply);
    }),
  );
  const post = (request: Request) => {
    if (request.kind !== 'abort') running.add(request.id);
    serving.then(
      (serve) => serve(request),
      (error: Error) => !terminated && onError(error),
    );
  };
  return {
    post,
    terminate() {
      terminated = true;
      for (const id of running) post({ kind: 'abort', id });
    },
  };
}
