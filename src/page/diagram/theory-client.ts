import type { TheoryReply, TheoryRequest } from './theory-reply.ts';

/**
 * Theory from a worker of its own: it takes seconds.
 * @returns undefined where the signal is aborted before, or the worker failed
 * @throws where a sandbox or a policy allows no worker
 */
export async function theoryInWorker(
  request: TheoryRequest,
  signal: AbortSignal,
): Promise<TheoryReply | undefined> {
  const worker = new Worker(new URL('./theory-worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<TheoryReply | undefined>((resolve) => {
      const none = () => resolve(undefined);
      signal.addEventListener('abort', none, { once: true });
      worker.addEventListener('message', ({ data }: MessageEvent<TheoryReply>) => resolve(data));
      worker.addEventListener('error', none);
      worker.postMessage(request, []);
    });
  } finally {
    worker.terminate();
  }
}
