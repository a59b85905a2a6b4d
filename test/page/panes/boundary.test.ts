import { expect, test } from 'vitest';
import { SINGLE, columnIn } from '../../../src/experiment/ensemble/rows.ts';
import { defaultExperiment, withValues } from '../../../src/experiment/experiment.ts';
import { boundaryText } from '../../../src/page/panes/boundary.ts';

/** A map of so many starts along a side whose outcome is 0 or 1. */
function pictureOf(side: number, label: (x: number, y: number) => boolean) {
  const width = SINGLE.columns.length;
  const results = new Float64Array(width * side * side);
  for (let i = 0; i < side * side; i++) {
    const isOne = label((i % side) / side, Math.floor(i / side) / side);
    results[width * i + columnIn(SINGLE, 'outcome')] = Number(isOne);
  }
  return { grid: { width: side, height: side }, results };
}

test('the boundary on the map is told by its labels, whatever number the map shows', () => {
  const experiment = withValues(defaultExperiment(), { measure: 'distance' });
  const told = (side: number, label: (x: number, y: number) => boolean) =>
    boundaryText(experiment, pictureOf(side, label));
  expect(told(257, (x) => x < 0.5)).toContain(
    'Boundary in view, by outcome (basins of attraction): box-counting dimension 1.00 ± 0.00, by boxes of 1 to 32',
  );
  expect(told(129, (x, y) => (Math.round(129 * x) + Math.round(129 * y)) % 2 === 0)).toContain(
    'dimension 2.00 ± 0.00',
  );
  expect(told(129, () => true)).toContain('no boundary in view');
  expect(told(64, (x) => x < 0.5)).toContain('65 starts along each side: this map has 64');
  expect(boundaryText(experiment, undefined)).toContain('not there yet');
});
