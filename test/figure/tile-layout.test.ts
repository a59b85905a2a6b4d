import { expect, test } from 'vitest';
import { tileLayout } from '../../src/figure/tile-layout.ts';

test('a wide page shows all tiles at once, as large as they can be', () => {
  const { columns, side } = tileLayout(14, 1250, 770);
  expect(columns).toBe(5);
  expect(side).toBeGreaterThan(200);
  expect(3 * (side + 30) + 2 * 16).toBeLessThanOrEqual(770);
});

test('a phone shows two in a row, over its whole width', () => {
  const { columns, side } = tileLayout(14, 362, 600);
  expect(columns).toBe(2);
  expect(2 * side + 16).toBe(362);
});
