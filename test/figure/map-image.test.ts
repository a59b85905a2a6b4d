import { expect, test } from 'vitest';
import { COLUMNS } from '../../src/experiment/engine.ts';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { paint, scaleFor } from '../../src/figure/colour/colour-scale.ts';
import { paintRows } from '../../src/figure/map-image.ts';

const experiment = withValues(defaultExperiment('ns-gan'), { measure: 'distance' });
/** Two rows of three starts whose distances are all different. */
const results = Float64Array.from({ length: 6 * COLUMNS }, (_, i) => Math.floor(i / COLUMNS) + 1);
const scale = scaleFor(experiment, results, 'dark');
const colours = paint(scale, results, 6);
const colourOfStart = (start: number, channels: number) => [
  ...colours.subarray(4 * start, 4 * start + channels),
];

test.each([3, 4] as const)(
  'the lowest row of a map is the last of an image, %d bytes',
  (channels) => {
    const data = new Uint8Array(channels * 6);
    paintRows(scale, results, 3, { width: 3, height: 2, channels, data });
    const pixels = [3, 4, 5, 0, 1, 2].flatMap((start) => colourOfStart(start, channels));
    expect([...data]).toEqual(pixels);
  },
);

test('rows go where their corner is, and nowhere else', () => {
  const data = new Uint8Array(3 * 5 * 4);
  paintRows(scale, results, 3, { width: 5, height: 4, channels: 3, data }, { x: 1, y: 2 });
  const pixel = (x: number, y: number) => [...data.subarray(3 * (5 * y + x), 3 * (5 * y + x) + 3)];
  expect(pixel(1, 2)).toEqual(colourOfStart(0, 3));
  expect(pixel(3, 1)).toEqual(colourOfStart(5, 3));
  for (const [x, y] of [
    [0, 2],
    [4, 1],
    [1, 0],
    [1, 3],
  ] as const)
    expect(pixel(x, y)).toEqual([0, 0, 0]);
});
