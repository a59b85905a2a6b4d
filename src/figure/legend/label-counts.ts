import { columnIn } from '../../experiment/ensemble/rows.ts';
import { OUTCOMES } from '../../measures/outcomes.ts';
import type { ColourScale } from '../colour/colour-scale.ts';

/** Counts of what occurs in a map; the legend shows only that. */
export interface LabelCounts {
  /** Of starts. */
  readonly count: number;
  /** Finite values beyond either end of the scale. */
  readonly below: number;
  readonly above: number;
  readonly infinite: number;
  readonly undefined: number;
  /** How many starts have each label, of ensembles all of them, in the order of `OUTCOMES`. */
  readonly outcomes: readonly number[];
  /** How many starts end at each equilibrium, by its number; 0: at none. Of other measures none. */
  readonly basins: readonly number[];
}

export function countLabels(
  scale: ColourScale,
  rows: ArrayLike<number>,
  count: number,
): LabelCounts {
  const outcomes = OUTCOMES.map(() => 0);
  const basins: number[] = [];
  const { starts = 1, columns } = scale.layout;
  const outcome = columnIn(scale.layout, 'outcome');
  const seen = { below: 0, above: 0, infinite: 0, undefined: 0 };
  for (let i = 0; i < count; i++) {
    const row = i * columns.length;
    // The shares of labels are the first columns of an ensemble's row.
    if (scale.layout.starts === undefined) outcomes[rows[row + outcome]!]! += 1;
    else outcomes.forEach((_, code) => (outcomes[code]! += Math.round(rows[row + code]! * starts)));
    const value = rows[row + scale.column]!;
    if (Number.isNaN(value)) seen.undefined += 1;
    else if (value === Infinity) seen.infinite += 1;
    else if (value < scale.low) seen.below += 1;
    else if (value > scale.high) seen.above += 1;
    else if (scale.measure.scale === 'basins') basins[value] = (basins[value] ?? 0) + 1;
  }
  return { count: count * starts, ...seen, outcomes, basins };
}

/** The counts of two parts of a map together. */
export function mergeCounts(a: LabelCounts, b: LabelCounts): LabelCounts {
  return {
    count: a.count + b.count,
    below: a.below + b.below,
    above: a.above + b.above,
    infinite: a.infinite + b.infinite,
    undefined: a.undefined + b.undefined,
    outcomes: sums(a.outcomes, b.outcomes),
    basins: sums(a.basins, b.basins),
  };
}

function sums(a: readonly number[], b: readonly number[]): readonly number[] {
  const length = Math.max(a.length, b.length);
  return Array.from({ length }, (_, i) => (a[i] ?? 0) + (b[i] ?? 0));
}

/** A fraction of initial conditions in whole per cent that never rounds something to nothing. */
export function formatFraction(part: number, whole: number): string {
  const percent = (100 * part) / whole;
  if (part > 0 && percent < 1) return '<1%';
  if (part < whole && percent > 99) return '>99%';
  return `${Math.round(percent)}%`;
}
