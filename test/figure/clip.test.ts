import { expect, test } from 'vitest';
import { clipLine } from '../../src/figure/plot/clip.ts';

const BOX = { x: 0, y: 0, width: 10, height: 10 };

test('a line inside stays, corner by corner', () => {
  expect(clipLine([1, 1, 5, 1, 5, 9], BOX)).toEqual([1, 1, 5, 1, 5, 9]);
});

test('what leaves is cut at the edge, and comes back as another part', () => {
  expect(clipLine([5, 5, 15, 5, 15, 8, 5, 8], BOX)).toEqual([5, 5, 10, 5, NaN, NaN, 10, 8, 5, 8]);
  expect(clipLine([-5, 5, 15, 5], BOX)).toEqual([0, 5, 10, 5]);
  expect(clipLine([-5, 12, 15, 12], BOX)).toEqual([]);
});

test('far away corners are exact where they are seen', () => {
  // y = 5 + x / 1e9: through the box at 5.
  const line = clipLine([-4e9, 1, 4e9, 9], BOX);
  expect(line[0]).toBeCloseTo(0, 6);
  expect(line[1]).toBeCloseTo(5, 6);
  expect(line[2]).toBeCloseTo(10, 6);
});

test('points that are not finite part the line', () => {
  expect(clipLine([1, 1, 2, 2, NaN, 3, 4, 4, 5, 5], BOX)).toEqual([
    1,
    1,
    2,
    2,
    NaN,
    NaN,
    4,
    4,
    5,
    5,
  ]);
  expect(clipLine([], BOX)).toEqual([]);
});

test('many corners in a pixel are few, and the end is where it was', () => {
  const many = Array.from({ length: 2002 }, (_, i) => (i % 2 === 0 ? i / 1000 : 3));
  const line = clipLine(many, BOX);
  expect(line.length).toBeLessThan(14);
  expect(line.slice(-2)).toEqual([2, 3]);
});
