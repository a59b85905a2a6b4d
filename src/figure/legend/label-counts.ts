import { MEASURES } from '../../measures/index.ts';
import { OUTCOMES } from '../../measures/outcome.ts';
import type { ColourScale } from '../colour/colour-scale.ts';

/** Counts of what occurs in a map; the legend shows only that. */
export interface LabelCounts {
  readonly count: number;
  /** Finite values beyond either end of the scale. */
  readonly below: number;
  readonly above: number;
  readonly infinite: number;
  readonly undefined: number;
  /** How many starts have each label, in the order of `OUTCOMES`. */
  readonly outcomes: readonly number[];
}

export function countLabels(
  scale: ColourScale,
  rows: ArrayLike<number>,
  count: number,
): LabelCounts {
  const outcomes = OUTCOMES.map(() => 0);
  const outcome = MEASURES.findIndex(({ id }) => id === 'outcome');
  const seen = { below: 0, above: 0, infinite: 0, undefined: 0 };
  for (let i = 0; i < count; i++) {
    outcomes[rows[i * MEASURES.length + outcome]!]! += 1;
    const value = rows[i * MEASURES.length + scale.column]!;
    if (Number.isNaN(value)) seen.undefined += 1;
    else if (value === Infinity) seen.infinite += 1;
    else if (value < scale.low) seen.below += 1;
    else if (value > scale.high) seen.above += 1;
  }
  return { count, ...seen, outcomes };
}

/** The counts of two parts of a map together. */
export function mergeCounts(a: LabelCounts, b: LabelCounts): LabelCounts {
  return {
    count: a.count + b.count,
    below: a.below + b.below,
    above: a.above + b.above,
    infinite: a.infinite + b.infinite,
    undefined: a.undefined + b.undefined,
    outcomes: a.outcomes.map((count, i) => count + b.outcomes[i]!),
  };
}

/** A fraction of initial conditions in whole per cent that never rounds something to nothing. */
export function formatFraction(part: number, whole: number): string {
  const percent = (100 * part) / whole;
  if (part > 0 && percent < 1) return '<1%';
  if (part < whole && percent > 99) return '>99%';
  return `${Math.round(percent)}%`;
}
