import type { Results } from '../engine.ts';
import { columnIn, rowCount, type RowLayout } from './rows.ts';

/** In place of a label that is not known. */
const UNKNOWN = 0xffff;

/**
 * Writes the labels in rows of results, of which equal ones are equal numbers.
 * @param id a measure with labels, as `outcome`
 * @param first where the first of them goes
 */
export function putLabels(
  labels: Uint16Array,
  first: number,
  results: Results,
  layout: RowLayout,
  id: string,
): void {
  const column = columnIn(layout, id);
  const count = rowCount(layout, results);
  for (let i = 0; i < count; i++) {
    const label = results[layout.columns.length * i + column]!;
    labels[first + i] = Number.isNaN(label) ? UNKNOWN : label;
  }
}
