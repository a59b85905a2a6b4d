import { expect, test } from 'vitest';
import { COLUMNS } from '../../src/experiment/engine.ts';
import { fromQuery } from '../../src/experiment/format/url.ts';
import { columnOf, paint, scaleFor } from '../../src/figure/colour/colour-scale.ts';
import { categoriesOf, labelCategories } from '../../src/figure/categories.ts';
import {
  differenceOf,
  differenceRows,
  differenceScale,
  categoryDifference,
  paintCategories,
} from '../../src/figure/difference.ts';
import { entryOf } from '../../src/figure/colour/theme.ts';
import { englishOf } from '../../src/models/message.ts';
import { OUTCOMES } from '../../src/measures/outcomes.ts';

const { experiment } = fromQuery('model=wgan-gp&measure=distance');
const DISTANCE = columnOf('distance');
const OUTCOME = columnOf('outcome');

/** Rows that are known by their distances alone. */
function rowsOf(distances: readonly number[], labels: readonly number[] = []): Float64Array {
  const rows = new Float64Array(distances.length * COLUMNS);
  distances.forEach((distance, i) => {
    rows[i * COLUMNS + DISTANCE] = distance;
    rows[i * COLUMNS + OUTCOME] = labels[i] ?? 0;
  });
  return rows;
}

test('differences of values without a bound say which side has none', () => {
  expect(differenceOf(3, 1)).toBe(2);
  expect(differenceOf(Infinity, Infinity)).toBe(0);
  expect(differenceOf(Infinity, 5)).toBe(Infinity);
  expect(differenceOf(5, Infinity)).toBe(-Infinity);
  expect(differenceOf(NaN, 5)).toBeNaN();
});

test('A less B in colours: the middle where they agree, opposite ends where they do not', () => {
  const a = rowsOf([1, 1, 3, 0.5, Infinity]);
  const b = rowsOf([1, 2, 2, Infinity, 0.5]);
  const scale = scaleFor(experiment, a, 'dark');
  const rows = differenceRows(scale, a, b);
  const differences = differenceScale(scale, rows, 'dark');
  expect(differences.low).toBe(-differences.high);
  expect(differences.high).toBe(1);
  const colours = paint(differences, rows, 5);
  const colour = (i: number) => [...colours.subarray(4 * i, 4 * i + 3)];
  const { table } = differences;
  // 256 entries have no one middle: it lies between two.
  const middle = [127, 128].map((entry) => entryOf(table, entry));
  for (const channel of [0, 1, 2] as const) {
    expect(colour(0)[channel]).toBeGreaterThanOrEqual(
      Math.min(...middle.map((rgb) => rgb[channel])),
    );
    expect(colour(0)[channel]).toBeLessThanOrEqual(Math.max(...middle.map((rgb) => rgb[channel])));
  }
  const [lowest, highest] = [[...entryOf(table, 0)], [...entryOf(table, 255)]];
  expect([1, 2, 3, 4].map(colour)).toEqual([lowest, highest, lowest, highest]);
});

test('labels that differ are counted by pairs and striped in both colours', () => {
  const a = rowsOf([0, 0, 0, 0], [0, 0, 2, 2]);
  const b = rowsOf([0, 0, 0, 0], [0, 5, 2, 5]);
  const scale = scaleFor(experiment, a, 'light');
  const categories = labelCategories(scale);
  expect(categoryDifference(scale, categories, a, b)).toEqual({
    count: 4,
    differing: 2,
    pairs: [
      { a: 0, b: 5, count: 1 },
      { a: 2, b: 5, count: 1 },
    ],
  });
  const side = 64;
  const grid = { width: 2, height: 2 };
  const pixels = paintCategories(
    scale,
    categories,
    { grid, results: a },
    { grid, results: b },
    side,
    'light',
  );
  const coloursIn = (column: number, row: number) => {
    const seen = new Set<string>();
    for (let y = 0; y < side / 2; y++) {
      for (let x = 0; x < side / 2; x++) {
        // Row 0 is the lowest y, at the bottom of the picture.
        const at = 4 * ((side - 1 - y - row * 32) * side + x + column * 32);
        seen.add([...pixels.subarray(at, at + 3)].join());
      }
    }
    return seen;
  };
  const full = (code: number) => entryOf(scale.labels, code).join();
  expect(coloursIn(1, 0)).toEqual(new Set([full(0), full(5)]));
  expect(coloursIn(1, 1)).toEqual(new Set([full(2), full(5)]));
  expect(coloursIn(0, 0).size, OUTCOMES[0]).toBe(1);
  expect(coloursIn(0, 0).has(full(0)), 'faint where both agree').toBe(false);
});

test('basins are the same or not: their numbers are no amounts', () => {
  const { experiment: ofBasins } = fromQuery('model=wgan-gp&measure=basin');
  const a = rowsOf([0, 0, 0, 0]);
  const b = rowsOf([0, 0, 0, 0]);
  const column = columnOf('basin');
  [1, 2, 0, NaN].forEach((basin, i) => (a[i * COLUMNS + column] = basin));
  [1, 3, NaN, NaN].forEach((basin, i) => (b[i * COLUMNS + column] = basin));
  const scale = scaleFor(ofBasins, a, 'dark');
  const categories = categoriesOf(scale)!;
  const { count, differing, pairs } = categoryDifference(scale, categories, a, b);
  expect([count, differing]).toEqual([4, 2]);
  const names = pairs.flatMap((pair) =>
    [pair.a, pair.b].map((code) => englishOf(categories.textOf(code))),
  );
  expect(names).toEqual(['at none of them', 'inconclusive', '2', '3']);
  expect(categories.colourOf(2)).not.toEqual(categories.colourOf(3));
});
