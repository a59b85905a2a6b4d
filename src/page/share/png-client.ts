import type { PngReply, PngRequest } from './encode-png.ts';
import { t } from '../messages/later.ts';

/**
 * Encodes in a worker of its own, or where none is allowed on the page's own thread; the pixels cannot
 * be used afterwards.
 */
export async function encodeInWorker(request: PngRequest): Promise<Blob> {
  const worker = tryWorker();
  const reply = worker
    ? await replyOf(worker, request)
    : (await import('./encode-png.ts')).encodePng(request);
  if (reply.kind === 'failed') throw new Error(reply.message);
  return new Blob([reply.png], { type: 'image/png' });
}

function replyOf(worker: Worker, request: PngRequest): Promise<PngReply> {
  return new Promise<PngReply>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<PngReply>) => resolve(data));
    worker.addEventListener('error', () => reject(new Error(t('share.notEncoded'))));
    worker.postMessage(request, [request.rgba.buffer]);
  }).finally(() => worker.terminate());
}

/** Undefined where a sandbox or a policy allows none. */
function tryWorker(): Worker | undefined {
  try {
    return new Worker(new URL('./png-worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return undefined;
  }
}
