/** Measures a diagram: what its starts visit, and their outcomes, column by column. */
import { MEASURES } from '../../measures/index.ts';
import { OUTCOMES } from '../../measures/outcomes.ts';
import type { VisitBins } from '../../measures/visits.ts';
import { COLUMNS, type Engine, type Job, type Results } from '../engine.ts';
import type { Diagram, Experiment } from '../experiment.ts';
import { ENSEMBLE_PIECE } from '../pixels.ts';
import {
  columnValue,
  countedAt,
  diagramAxis,
  startsOfColumns,
  startsPerColumn,
  visitedOrigin,
} from './diagram.ts';

/** What a diagram shows. */
export interface DiagramResults {
  /** The value of each column. */
  readonly x: Float64Array;
  /** The ends of the values upwards; undefined of outcomes. */
  readonly range: readonly [low: number, high: number] | undefined;
  /** Bins of a column. */
  readonly rows: number;
  /** Column by column, from the lowest bin; empty of outcomes. */
  readonly counts: Float64Array;
  /** The states of each column that were counted, in a bin or outside all of them. */
  readonly counted: Float64Array;
  /** Column by column, the share of the starts with each of `OUTCOMES`. */
  readonly shares: Float64Array;
}

/** What a diagram is measured for. */
export interface DiagramSize {
  readonly columns: number;
  readonly rows: number;
  /** Of what is counted; not read of outcomes. */
  readonly range: readonly [low: number, high: number];
}

const OUTCOME = MEASURES.findIndex(({ id }) => id === 'outcome');

/** Bins that are counted at once: 16 MB on the device. */
const MOST_BINS = 4_194_304;

/** A count that 32 bits hold. */
const MOST_COUNT = 2 ** 32 - 1;

/**
 * Counts what the starts of every column visit and labels them.
 * @throws what `Engine.measure` throws
 */
export async function measureDiagram(
  engine: Engine,
  experiment: Experiment,
  diagram: Diagram,
  { columns, rows, range }: DiagramSize,
  { signal, progress }: Pick<Job, 'signal' | 'progress'> = {},
): Promise<DiagramResults> {
  const axis = diagramAxis(experiment, diagram);
  const x = Float64Array.from({ length: columns }, (_, i) => columnValue(axis, i, columns));
  const starts = startsPerColumn(experiment, diagram);
  const counted = x.map((value) => starts * countedAt(experiment, diagram, value));
  const { of } = diagram;
  const isCounted = of !== 'outcome';
  const counts = new Float64Array(isCounted ? columns * rows : 0);
  const labels = new Float64Array(columns * OUTCOMES.length);
  // All states of a group of starts may lie in one bin.
  const group = Math.max(1, Math.floor((MOST_COUNT * starts) / Math.max(...counted)));
  const groups = Math.ceil(starts / group);
  for (let from = 0; from < starts; from += group) {
    const to = Math.min(starts, from + group);
    const fitting = Math.min(ENSEMBLE_PIECE / (to - from), MOST_BINS / (isCounted ? rows : 1));
    const each = Math.max(1, Math.floor(fitting));
    for (let first = 0; first < columns; first += each) {
      const size = Math.min(each, columns - first);
      const pixels = startsOfColumns(experiment, diagram, [columns, first, size], [from, to]);
      const piece = isCounted ? new Uint32Array(size * rows) : undefined;
      const bins = isCounted && binsOf(experiment, { ...diagram, of }, { rows, range }, to - from);
      const results = await engine.measure(experiment, pixels.starts, {
        ...(signal && { signal }),
        measures: ['outcome'],
        ...(pixels.varied && { varied: pixels.varied }),
        ...(bins && piece && { visits: { bins, counts: piece } }),
        progress: (fraction) =>
          progress?.((from / group + (first + fraction * size) / columns) / groups),
      });
      piece?.forEach((count, i) => (counts[first * rows + i]! += count));
      countLabels(labels, results, first, to - from);
    }
  }
  const shares = labels.map((count) => count / starts);
  return { x, range: isCounted ? range : undefined, rows, counts, counted, shares };
}

function binsOf(
  experiment: Experiment,
  { of, last }: Diagram & { readonly of: VisitBins['of'] },
  { rows, range }: Pick<DiagramSize, 'rows' | 'range'>,
  perColumn: number,
): VisitBins {
  const origin = visitedOrigin(experiment, of);
  const [low, high] = [range[0] - origin, range[1] - origin];
  return { of, low, high, rows, last, startsPerColumn: perColumn };
}

/** Adds the labels of the starts of columns from `first` on. */
function countLabels(labels: Float64Array, results: Results, first: number, each: number): void {
  for (let i = 0; i < results.length / COLUMNS; i++) {
    const column = first + Math.floor(i / each);
    labels[column * OUTCOMES.length + results[i * COLUMNS + OUTCOME]!]! += 1;
  }
}
