import type { PngReply, PngRequest } from './png-messages.ts';
import { t } from '../messages/messages.ts';

/** Encodes in a worker of its own; transfers the pixels, which cannot be used afterwards. */
export function encodeInWorker(request: PngRequest): Promise<Blob> {
  const worker = new Worker(new URL('./png-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Blob>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<PngReply>) => {
      if (data.kind === 'done') resolve(new Blob([data.png], { type: 'image/png' }));
      else reject(new Error(data.message));
    });
    worker.addEventListener('error', () => reject(new Error(t('share.notEncoded'))));
    worker.postMessage(request, [request.rgba.buffer]);
  }).finally(() => worker.terminate());
}
