/** The map of how two experiments differ: A less B, start by start. */
import type { Results } from '../experiment/engine.ts';
import { rowCount } from '../experiment/ensemble/rows.ts';
import type { Categories } from './categories.ts';
import type { ColourScale } from './colour/colour-scale.ts';
import { paletteTable } from './colour/palette.ts';
import { symmetricRange } from './colour/range.ts';
import { fill } from '../models/message.ts';
import { FIGURE_MESSAGES } from './text/translate.ts';
import { entryOf, BACKGROUND, mix, type RGB, type Theme } from './colour/theme.ts';
import type { MapPicture } from './views.ts';

/** Width of the stripes of two labels, in pixels of the screen. */
const STRIPE = 4;

/** How much of its colour a label keeps where both agree. */
export const AGREED = 0.16;

/** Differences within this fraction of the values' own scale are shown as next to nothing. */
const MIN_FRACTION = 0.01;

/**
 * A less B. Two that never settle, or have left every bound alike, do not differ; Infinity where
 * only A does, -Infinity where only B does; NaN where either has no value.
 */
export function differenceOf(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

/** Rows like those of A, with A less B in the column of the scale's measure. */
export function differenceRows({ layout, column }: ColourScale, a: Results, b: Results): Results {
  const rows = Float64Array.from(a);
  const width = layout.columns.length;
  for (let i = column; i < rows.length; i += width) rows[i] = differenceOf(a[i]!, b[i]!);
  return rows;
}

/**
 * The scale of differences of a measure that is a number: around 0, blue where A is less.
 * @param scale that both maps share
 * @param sample rows of `differenceRows`
 */
export function differenceScale(scale: ColourScale, sample: Results, theme: Theme): ColourScale {
  const { measure, layout, column, high } = scale;
  const values = Float64Array.from(
    { length: rowCount(layout, sample) },
    (_, i) => sample[i * layout.columns.length + column]!,
  );
  const table = paletteTable('diverging', theme);
  return {
    ...scale,
    measure: { ...measure, scale: 'diverging' },
    title: fill(FIGURE_MESSAGES.difference, { measure: scale.title }),
    symbol: fill(FIGURE_MESSAGES.differenceSymbol, { symbol: scale.symbol }),
    transform: 'linear',
    ...symmetricRange(values, MIN_FRACTION * Math.abs(high)),
    // The colours pass through 0 without a gap: no difference is a value like others.
    inner: 0,
    table,
    infinite: entryOf(table, 255),
  };
}

/** How many starts have other labels or basins, and which: the most frequent pairs first. */
export interface CategoryDifference {
  readonly count: number;
  readonly differing: number;
  readonly pairs: readonly {
    readonly a: number;
    readonly b: number;
    readonly count: number;
  }[];
}

export function categoryDifference(
  { layout }: ColourScale,
  { column, count: width, codeOf }: Categories,
  a: Results,
  b: Results,
): CategoryDifference {
  const counts = new Uint32Array(width * width);
  for (let i = column; i < a.length; i += layout.columns.length)
    counts[codeOf(a[i]!) * width + codeOf(b[i]!)]! += 1;
  const pairs = Array.from(counts, (count, i) => ({
    a: Math.floor(i / width),
    b: i % width,
    count,
  }))
    .filter((pair) => pair.a !== pair.b && pair.count > 0)
    .toSorted((one, other) => other.count - one.count);
  return {
    count: rowCount(layout, a),
    differing: pairs.reduce((sum, { count }) => sum + count, 0),
    pairs,
  };
}

/**
 * RGBA bytes of a square picture, the highest y first: stripes in the colours of both labels or basins
 * where they differ, A's faint where they agree.
 * @param a square, and of as many starts as b
 * @param side pixels along a side of the picture
 */
export function paintCategories(
  { layout }: ColourScale,
  { column, count, codeOf, colourOf }: Categories,
  a: MapPicture,
  b: MapPicture,
  side: number,
  theme: Theme,
): Uint8ClampedArray<ArrayBuffer> {
  const grid = a.grid.width;
  const width = layout.columns.length;
  const full = Array.from({ length: count }, (_, code) => colourOf(code));
  const faint = full.map((colour) => mix(BACKGROUND[theme], colour, AGREED));
  const pixels = new Uint8ClampedArray(4 * side * side).fill(255);
  for (let y = 0; y < side; y++) {
    const row = Math.floor(((side - 1 - y + 0.5) / side) * grid) * grid;
    for (let x = 0; x < side; x++) {
      const at = (row + Math.floor(((x + 0.5) / side) * grid)) * width + column;
      const [ofA, ofB] = [codeOf(a.results[at]!), codeOf(b.results[at]!)];
      const isA = Math.floor((x + y) / STRIPE) % 2 === 0;
      const colour: RGB = ofA === ofB ? faint[ofA]! : full[isA ? ofA : ofB]!;
      pixels.set(colour, 4 * (y * side + x));
    }
  }
  return pixels;
}
