import { expect, test } from 'vitest';
import { defaultExperiment } from '../../src/experiment/experiment.ts';
import { CELLS, cellsUpstream, passingLightOf } from '../../src/gpu/flow/upstream-cells.ts';

const { slice } = defaultExperiment();
const over = (min: number, max: number) => ({
  ...slice,
  x: { ...slice.x, min, max },
  y: { ...slice.y, min, max },
});
/** Cells of a unit's side. */
const outer = over(0, CELLS);

test('cells in the window are not upstream of it', () => {
  const all = new Uint32Array(CELLS ** 2).fill(1);
  expect(cellsUpstream(all, over(8, 12), outer)).toHaveLength(CELLS ** 2 - 4 ** 2);
  expect(cellsUpstream(all, over(8.5, 11.5), outer), 'half of a cell counts').toHaveLength(
    CELLS ** 2 - 2 ** 2,
  );
  const some = new Uint32Array(CELLS ** 2);
  some[3] = some[CELLS + 5] = 1;
  expect(cellsUpstream(some, over(8, 12), outer)).toEqual([3, CELLS + 5]);
});

test('what passes gives as much light to a unit of area as what sets out in the window', () => {
  // Half as many cells as the window has: half of the area takes all the light.
  expect(passingLightOf(8, over(8, 12), outer, 65_536)).toBe(0.5);
  expect(passingLightOf(160, over(8, 12), outer, 65_536)).toBe(10);
  // A million particles of 1,024 units each fit a pixel's 32 bits.
  expect(1024 * 1_048_576 * passingLightOf(4000, over(8, 9), outer, 1_048_576)).toBeLessThan(
    2 ** 32,
  );
});
