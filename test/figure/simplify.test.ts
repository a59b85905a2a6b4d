import { expect, test } from 'vitest';
import { simplifyLine } from '../../src/figure/plot/simplify.ts';
import { randomSource } from '../support/random.ts';

const TOLERANCE = 0.05;

/** How far a point is from the nearest segment of a line. */
function distanceTo(line: readonly number[], x: number, y: number): number {
  let least = Infinity;
  for (let i = 0; i + 3 < line.length; i += 2) {
    const [ax, ay, bx, by] = line.slice(i, i + 4) as [number, number, number, number];
    const length = (bx - ax) ** 2 + (by - ay) ** 2;
    const along = length === 0 ? 0 : ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length;
    const share = Math.min(1, Math.max(0, along));
    const apart = Math.hypot(ax + share * (bx - ax) - x, ay + share * (by - ay) - y);
    if (apart < least) least = apart;
  }
  return least;
}

/** A spiral, a walk, a way to and fro on one line, and steps smaller than the tolerance. */
function lines(): number[][] {
  const random = randomSource(3);
  const spiral = Array.from({ length: 900 }, (_, i) => {
    const radius = 200 * Math.exp(-i / 300);
    return [radius * Math.cos(i / 9), radius * Math.sin(i / 9)];
  }).flat();
  const walk = (step: number) => {
    let [x, y] = [0, 0];
    return Array.from({ length: 900 }, () => {
      [x, y] = [x + step * (random() - 0.5), y + step * (random() - 0.5)];
      return [x, y];
    }).flat();
  };
  return [spiral, walk(3), walk(0.05), [0, 0, 5, 0, 2, 0, 9, 0, -3, 0]];
}

test('every corner that is left out is within the tolerance, and both ends stay', () => {
  for (const line of lines()) {
    const simple = simplifyLine(line, TOLERANCE);
    expect(simple.slice(0, 2)).toEqual(line.slice(0, 2));
    expect(simple.slice(-2)).toEqual(line.slice(-2));
    for (let i = 0; i + 1 < line.length; i += 2) {
      // Rounding, of numbers up to 200.
      expect(distanceTo(simple, line[i]!, line[i + 1]!)).toBeLessThan(TOLERANCE + 1e-9);
    }
  }
});

test('of a finely drawn circle as many corners stay as the tolerance asks for', () => {
  const circle = Array.from({ length: 4001 }, (_, i) => {
    const angle = (2 * Math.PI * i) / 4000;
    return [200 * Math.cos(angle), 200 * Math.sin(angle)];
  }).flat();
  const count = simplifyLine(circle, TOLERANCE).length / 2;
  // A chord is within t of its arc where its length is up to √(8 r t).
  const fewest = (2 * Math.PI * 200) / Math.sqrt(8 * 200 * TOLERANCE);
  expect(count).toBeGreaterThan(fewest);
  expect(count).toBeLessThan(1.5 * fewest);
});

test('gaps stay where they are, with the ends of the lines beside them', () => {
  const parts = [1, 1, 2, 2, 3, 3, NaN, NaN, 4, 4, NaN, NaN, 5, 5, 6, 6];
  const simple = [1, 1, 3, 3, NaN, NaN, 4, 4, NaN, NaN, 5, 5, 6, 6];
  expect(simplifyLine(parts)).toEqual(simple);
  expect(simplifyLine([])).toEqual([]);
});
