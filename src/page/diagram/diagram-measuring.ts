import { visitedRange } from '../../experiment/diagram/diagram-range.ts';
import { diagramKey } from '../../experiment/diagram/diagram-key.ts';
import { measureDiagram, type DiagramResults } from '../../experiment/diagram/measure-diagram.ts';
import type { Engine } from '../../experiment/engine.ts';
import { numberOf, type Diagram, type Experiment } from '../../experiment/experiment.ts';
import { errorText } from '../messages/error-text.ts';

/** Columns of the first picture, and most of the last one where a processor takes seconds for them. */
const COARSE = 64;
const MOST_ON_CPU = 192;

/** Shares are measured without values upwards. */
const NO_RANGE = [0, 1] as const;

/** What is measured, and by which engine. */
export interface DiagramJob {
  readonly engine: Engine;
  readonly experiment: Experiment;
  readonly diagram: Diagram;
}

/** A measured diagram; what is measured is never seen as another one's. */
export interface MeasuredDiagram extends DiagramJob {
  readonly range: readonly [low: number, high: number];
  readonly results: DiagramResults;
}

interface Handlers {
  /** The pane's size in device pixels: most columns, and the bins of each. */
  size(): { readonly columns: number; readonly rows: number };
  /** @param isFirst the first picture of its diagram */
  onMeasured(measured: MeasuredDiagram, isFirst: boolean): void;
  onProgress(fraction: number): void;
  onFailed(reason: string): void;
}

export interface DiagramMeasuring {
  /** Measures this diagram unless it is being measured, or has been. */
  want(job: DiagramJob): void;
  /** What is there stays. */
  stop(): void;
  /** The diagram is not seen any more: what is not whole is given up, and measured anew when it is seen again. */
  hide(): void;
}

/** Measures a diagram coarsely and then finely; while a value is turned, coarse pictures follow one another. */
export function diagramMeasuring(handlers: Handlers): DiagramMeasuring {
  let wanted: DiagramJob | undefined;
  /** Whether the finest picture of what is wanted is there, or will not be. */
  let isDone = false;
  let running: { readonly job: DiagramJob; readonly abort: AbortController } | undefined;
  let isFine = false;

  const run = async () => {
    while (!isDone) {
      const [job, abort] = [wanted, new AbortController()];
      if (!job) break;
      running = { job, abort };
      isFine = false;
      const isWanted = () => wanted === job && !abort.signal.aborted;
      try {
        await measureLevels(job, abort.signal, {
          ...handlers,
          onProgress: (fraction) => isWanted() && handlers.onProgress(fraction),
          onMeasured(measured, isFirst) {
            isFine = true;
            if (!abort.signal.aborted) handlers.onMeasured(measured, isFirst);
            if (wanted !== job) abort.abort();
          },
        });
      } catch (error) {
        if (!abort.signal.aborted) handlers.onFailed(errorText(error));
      }
      if (wanted !== job) continue;
      isDone = true;
      handlers.onProgress(1);
    }
    running = undefined;
  };
  const begin = () => {
    isDone = false;
    // The first picture is not given up, so that a value in motion shows pictures.
    if (isFine) running?.abort.abort();
    if (!running) void run();
  };
  return {
    want(job) {
      if (wanted && isSame(job, wanted)) return;
      wanted = job;
      begin();
    },
    stop() {
      isDone = true;
      running?.abort.abort();
      handlers.onProgress(1);
    },
    hide() {
      if (isDone) return;
      wanted = undefined;
      running?.abort.abort();
    },
  };
}

function isSame(a: DiagramJob, b: DiagramJob): boolean {
  return (
    a.engine === b.engine &&
    diagramKey(a.experiment, a.diagram) === diagramKey(b.experiment, b.diagram)
  );
}

/** @throws the signal's reason when aborted */
async function measureLevels(
  job: DiagramJob,
  signal: AbortSignal,
  { size, onMeasured, onProgress }: Omit<Handlers, 'onFailed'>,
): Promise<void> {
  const { engine, experiment, diagram } = job;
  const { of } = diagram;
  onProgress(0);
  const range =
    of === 'outcome'
      ? NO_RANGE
      : (diagram.range ?? (await visitedRange(engine, experiment, { ...diagram, of })));
  signal.throwIfAborted();
  const most = Math.min(
    size().columns,
    numberOf(experiment, 'resolution'),
    engine.kind === 'cpu' ? MOST_ON_CPU : Infinity,
  );
  const levels = most > COARSE ? [COARSE, most] : [most];
  const all = levels.reduce((sum, columns) => sum + columns, 0);
  let before = 0;
  for (const columns of levels) {
    const { rows } = size();
    const progress = (fraction: number) => onProgress((before + fraction * columns) / all);
    const own = { columns, rows, range };
    const results = await measureDiagram(engine, experiment, diagram, own, { signal, progress });
    onMeasured({ ...job, range, results }, before === 0);
    signal.throwIfAborted();
    before += columns;
  }
}
