import type { PlaneAxis } from '../../experiment/experiment.ts';
import { fractionOn } from '../../experiment/plane.ts';
import { columnValue } from '../../experiment/diagram/diagram.ts';
import { OUTCOMES } from '../../measures/outcomes.ts';

const LABELS = OUTCOMES.length;

/**
 * Shares of outcomes that were measured over one range of an axis, over another one: nothing where they were
 * not measured.
 * @param shares column by column, of each of `OUTCOMES`
 */
export function movedShares(
  shares: Float64Array,
  measured: PlaneAxis,
  wanted: PlaneAxis,
): Float64Array {
  if (measured.min === wanted.min && measured.max === wanted.max) return shares;
  const columns = shares.length / LABELS;
  const moved = new Float64Array(shares.length);
  for (let column = 0; column < columns; column++) {
    const value = columnValue(wanted, column, columns);
    const from = Math.floor(fractionOn(measured, value) * columns);
    if (!(from >= 0 && from < columns)) continue;
    moved.set(shares.subarray(from * LABELS, (from + 1) * LABELS), column * LABELS);
  }
  return moved;
}
