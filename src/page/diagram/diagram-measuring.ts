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

/** Columns, and the bins of each. */
interface Size {
  readonly columns: number;
  readonly rows: number;
}

interface Handlers {
  /** The pane's size in device pixels: most columns, and the bins of each. */
  size(): Size;
  onMeasured(measured: MeasuredDiagram): void;
  onProgress(fraction: number): void;
  onFailed(reason: string): void;
}

export interface DiagramMeasuring {
  /** Measures this diagram for the pane's present size, unless it is being measured so, or has been. */
  want(job: DiagramJob): void;
  /** What is there stays. */
  stop(): void;
  /** The diagram is not seen any more: what is not whole is given up, and measured anew when it is seen again. */
  hide(): void;
}

/** Measures a diagram coarsely and then finely; while a value is turned, coarse pictures follow one another. */
export function diagramMeasuring(handlers: Handlers): DiagramMeasuring {
  let wanted: (DiagramJob & { readonly size: Size }) | undefined;
  /** What was measured last; of what is wanted in another size its picture goes on meanwhile. */
  let last: MeasuredDiagram | undefined;
  let isStopped = false;
  /** Whether the finest picture of what is wanted is there, or will not be. */
  let isDone = false;
  let running: { readonly job: DiagramJob; readonly abort: AbortController } | undefined;
  let isFine = false;

  const run = async () => {
    while (!isDone) {
      const [job, abort] = [wanted, new AbortController()];
      if (!job) break;
      running = { job, abort };
      const before = last && isSame(last, job) ? last : undefined;
      isFine = before !== undefined;
      const isWanted = () => wanted === job && !abort.signal.aborted;
      try {
        await measureLevels(job, before, abort.signal, {
          onProgress: (fraction) => isWanted() && handlers.onProgress(fraction),
          onMeasured(measured) {
            isFine = true;
            if (!abort.signal.aborted) {
              last = measured;
              handlers.onMeasured(measured);
            }
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
      const size = binsOf(job, handlers.size());
      if (wanted && isSame(job, wanted)) {
        const { columns, rows } = wanted.size;
        if (isStopped || (columns === size.columns && rows === size.rows)) return;
      }
      isStopped = false;
      wanted = { ...job, size };
      begin();
    },
    stop() {
      isStopped = true;
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

/** What a pane of so many pixels is to show. */
function binsOf({ engine, experiment }: DiagramJob, { columns, rows }: Size): Size {
  const most = engine.kind === 'cpu' ? MOST_ON_CPU : Infinity;
  return { columns: Math.min(columns, numberOf(experiment, 'resolution'), most), rows };
}

/**
 * @param before a picture of the same diagram that is there already
 * @throws the signal's reason when aborted
 */
async function measureLevels(
  { size, ...job }: DiagramJob & { readonly size: Size },
  before: MeasuredDiagram | undefined,
  signal: AbortSignal,
  { onMeasured, onProgress }: Pick<Handlers, 'onMeasured' | 'onProgress'>,
): Promise<void> {
  const { engine, experiment, diagram } = job;
  onProgress(0);
  const range = before?.range ?? (await rangeOf(job));
  signal.throwIfAborted();
  const { columns: most, rows } = size;
  const levels = most > COARSE && !before ? [COARSE, most] : [most];
  const all = levels.reduce((sum, columns) => sum + columns, 0);
  let done = 0;
  for (const columns of levels) {
    const progress = (fraction: number) => onProgress((done + fraction * columns) / all);
    const own = { columns, rows, range };
    const results = await measureDiagram(engine, experiment, diagram, own, { signal, progress });
    onMeasured({ ...job, range, results });
    signal.throwIfAborted();
    done += columns;
  }
}

/** The ends of the values upwards. */
async function rangeOf({ engine, experiment, diagram }: DiagramJob) {
  const { of } = diagram;
  if (of === 'outcome') return NO_RANGE;
  return diagram.range ?? visitedRange(engine, experiment, { ...diagram, of });
}
