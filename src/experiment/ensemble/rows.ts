/** What stands in a row of a map's results: one row for each pixel, of its one start or of its ensemble. */
import { MEASURES } from '../../measures/index.ts';
import { baseMeasure, isStatistic, mapMeasure, SHARES } from '../../measures/statistics.ts';
import type { Experiment } from '../experiment.ts';
import { mapEnsemble, mapMeasureOf } from './ensemble.ts';

export interface RowLayout {
  /** Starts behind each pixel; undefined where there is one, whose measures are the row. */
  readonly starts?: number;
  /** What each number of a row is. */
  readonly columns: readonly string[];
}

/** A row of a single start: every measure, the outcome as its index in `OUTCOMES`. */
export const SINGLE: RowLayout = { columns: MEASURES.map(({ id }) => id) };

/**
 * The rows of the experiment's map. Of an ensemble: the shares of all labels, the most frequent one, and
 * each wanted statistic of a number with its standard error.
 * @param ids of measures and statistics; by default the experiment's own
 */
export function rowLayoutOf(
  experiment: Experiment,
  ids: readonly string[] = [mapMeasureOf(experiment).id],
): RowLayout {
  const ensemble = mapEnsemble(experiment);
  if (!ensemble) return SINGLE;
  const numbers = ids.map(mapMeasure).filter((one) => isStatistic(one) && one.kind !== 'share');
  const shares = SHARES.map(({ id }) => id);
  const columns = [...shares, 'outcome', ...numbers.flatMap(({ id }) => [id, errorColumn(id)])];
  return { starts: ensemble.starts, columns };
}

/** The column of the standard error of a statistic. */
export function errorColumn(id: string): string {
  return `error.${id}`;
}

/** @throws RangeError where rows have no such column */
export function columnIn({ columns }: RowLayout, id: string): number {
  const column = columns.indexOf(id);
  if (column < 0) throw new RangeError(`no column ${id} among ${columns.join(', ')}`);
  return column;
}

/** Whether rows of the one are rows of the other. */
export function isSameLayout(a: RowLayout, b: RowLayout): boolean {
  return a.starts === b.starts && a.columns.join() === b.columns.join();
}

/** Rows in results. */
export function rowCount({ columns }: RowLayout, results: ArrayLike<number>): number {
  return results.length / columns.length;
}

/** The measures of single starts that these rows are made of. */
export function measuresBehind(layout: RowLayout, ids: readonly string[]): readonly string[] {
  if (layout.starts === undefined) return ids;
  return [...new Set(['outcome', ...ids.map((id) => baseMeasure(mapMeasure(id)).id)])];
}
