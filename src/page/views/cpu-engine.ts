import type { Engine } from '../../experiment/engine.ts';
import type { Reply } from '../../cpu/messages.ts';
import { pooledEngine } from '../../cpu/pool.ts';
import type { OpenWorker } from '../../cpu/worker-pool.ts';
import { t } from '../messages/messages.ts';

/** The cpu engine in workers, one a core, so that the page answers while they compute. */
export function cpuEngineInWorkers(workers = navigator.hardwareConcurrency): Engine {
  return pooledEngine(open, Math.max(1, workers), t('status.processor'));
}

const open: OpenWorker = (onReply, onError) => {
  const worker = new Worker(new URL('./cpu-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => onReply(data));
  worker.addEventListener('error', () => onError(new Error(t('notices.noWorker'))));
  return {
    post: (request) => worker.postMessage(request, []),
    terminate: () => worker.terminate(),
  };
};
