/** The cpu engine in a worker: answers the requests of cpu-engine.ts. */
import type { Results, Trace } from '../experiment/engine.ts';
import { cpuEngine } from '../reference/engine.ts';
import type { Reply, Request } from './cpu-messages.ts';

const scope = self as unknown as Worker;
const running = new Map<number, AbortController>();

scope.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  if (data.kind === 'abort') running.get(data.id)?.abort();
  else void answer(data);
});

async function answer(request: Exclude<Request, { kind: 'abort' }>): Promise<void> {
  const { id } = request;
  const abort = new AbortController();
  running.set(id, abort);
  try {
    const value = await run(request, abort.signal);
    reply({ kind: 'done', id, value });
  } catch (error) {
    reply({ kind: 'failed', id, message: error instanceof Error ? error.message : String(error) });
  } finally {
    running.delete(id);
  }
}

function run(
  request: Exclude<Request, { kind: 'abort' }>,
  signal: AbortSignal,
): Promise<Trace[] | Results> {
  const { id, experiment } = request;
  if (request.kind === 'trace') return cpuEngine.trace(experiment, request.starts, request.count);
  return cpuEngine.measure(experiment, request.starts, {
    signal,
    ...(request.measures && { measures: request.measures }),
    progress: (share) => reply({ kind: 'progress', id, share }),
  });
}

function reply(message: Reply): void {
  scope.postMessage(message, []);
}
