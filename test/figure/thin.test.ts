import { expect, test } from 'vitest';
import { seriesPlot } from '../../src/figure/plot/series.ts';
import { thinned } from '../../src/figure/plot/thin.ts';
import { FONTS } from '../../src/page/ui/fonts.ts';

/** The least and the largest value in each column of a pixel. */
function extremes(points: readonly number[]): Map<number, readonly [number, number]> {
  const found = new Map<number, readonly [number, number]>();
  for (let i = 0; i < points.length; i += 2) {
    const [column, y] = [Math.floor(points[i]!), points[i + 1]!];
    const [least, most] = found.get(column) ?? [y, y];
    found.set(column, [Math.min(least, y), Math.max(most, y)]);
  }
  return found;
}

test('every column keeps its extremes, in order, and two points at most', () => {
  const count = 3000;
  const points = Array.from({ length: count }, (_, i) => [
    (300 * i) / count,
    50 * Math.sin(0.9 * i) * Math.exp(-i / count),
  ]).flat();
  const few = thinned(points);
  expect(few).toHaveLength(2 * 2 * 300);
  expect(extremes(few)).toEqual(extremes(points));
  const xs = few.filter((_, i) => i % 2 === 0);
  expect(xs).toEqual(xs.toSorted((a, b) => a - b));
});

test('few points stay as they are, and so do gaps', () => {
  const points = [0, 1, 1.5, 2, 1.6, NaN, 1.7, 3, 4, Infinity, 4.2, 5];
  expect(thinned(points)).toEqual(points);
});

test('a plot of a long horizon is drawn with its spike', () => {
  const times = Float64Array.from({ length: 3000 }, (_, i) => i);
  const values = Float64Array.from(times, (time) => (time === 1234 ? 1 : 0));
  const svg = seriesPlot({
    width: 300,
    height: 120,
    kind: 'flow',
    times,
    lines: [{ values, colour: 'red' }],
    scale: 'linear',
    title: 'spike',
    theme: 'dark',
    fonts: FONTS,
  });
  const data = /d="([^"]*)" fill="none" stroke="red"/.exec(svg)![1]!;
  const ys = [...data.matchAll(/[ML][\d.]+ ([\d.]+)/g)].map(([, y]) => Number(y));
  expect(ys.length).toBeLessThan(2 * 300);
  // The inner picture is 2 pixels larger than the plot: its upper end is there.
  expect(Math.min(...ys)).toBe(2);
});
