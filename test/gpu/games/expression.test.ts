import { expect, test } from 'vitest';
import { disagreements } from '../../support/expressions/agreement.ts';
import { softwareContext } from '../../support/wgsl/context.ts';

test('random expressions have the same values and derivatives in WGSL and on a tape', async () => {
  const { compared, found } = await disagreements(await softwareContext(), 21, 200);
  expect(compared).toBeGreaterThan(4000);
  // Ties of max, min and if fall to either side within a rounding.
  expect(found.slice(0, 3)).toEqual([]);
});
