import type { Results } from '../../experiment/engine.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { NO_LINES, type ShownTheory } from '../../experiment/theory/theory-line.ts';

export interface TheoryRequest {
  readonly experiment: Experiment;
  /** Results of a square map of the plane; without them there are lines alone. */
  readonly sample: Results | undefined;
}

/** Computes theory over maps in a worker of its own, which it keeps. */
export interface TheoryClient {
  /**
   * One request at a time. An aborted one ends its computation.
   * @throws the signal's reason when aborted, Error where theory fails
   */
  shownTheory(request: TheoryRequest, signal: AbortSignal): Promise<ShownTheory>;
  destroy(): void;
}

export function openTheoryClient(): TheoryClient {
  let worker: Worker | undefined;
  const end = () => {
    worker?.terminate();
    worker = undefined;
  };
  const ask = (request: TheoryRequest, signal: AbortSignal) =>
    new Promise<ShownTheory>((resolve, reject) => {
      worker ??= new Worker(new URL('./theory-worker.ts', import.meta.url), { type: 'module' });
      const once = { once: true };
      worker.addEventListener(
        'message',
        ({ data }: MessageEvent<ShownTheory>) => resolve(data),
        once,
      );
      worker.addEventListener('error', ({ message }) => reject(new Error(message)), once);
      signal.addEventListener('abort', () => reject(signal.reason as Error), once);
      worker.postMessage(request, []);
    });
  return {
    async shownTheory(request, signal) {
      signal.throwIfAborted();
      if (request.experiment.parameterAxes === undefined) return NO_LINES;
      try {
        return await ask(request, signal);
      } catch {
        // Its answer would be taken for that to the next request.
        end();
        signal.throwIfAborted();
        // A sandbox or a policy may allow no workers.
        const { shownTheoryOf } = await import('../../cpu/theory-lines.ts');
        signal.throwIfAborted();
        return shownTheoryOf(request.experiment, request.sample);
      }
    },
    destroy: end,
  };
}

/** Theory over maps that are saved, in their order. @throws the signal's reason when aborted */
export async function theoryOverMaps(
  maps: readonly TheoryRequest[],
  signal: AbortSignal = new AbortController().signal,
): Promise<readonly ShownTheory[]> {
  const client = openTheoryClient();
  const found: ShownTheory[] = [];
  try {
    for (const map of maps) found.push(await client.shownTheory(map, signal));
  } finally {
    client.destroy();
  }
  return found;
}
