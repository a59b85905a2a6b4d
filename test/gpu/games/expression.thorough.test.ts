import { expect, test } from 'vitest';
import { disagreements } from '../../support/expressions/agreement.ts';
import { softwareContext } from '../../support/wgsl/context.ts';

test('2,000 random expressions have the same values and derivatives in WGSL and on a tape', async () => {
  const { compared, found } = await disagreements(await softwareContext(), 15, 2000);
  expect(compared).toBeGreaterThan(40_000);
  // Within a rounding of a jump either side is right; such a pair of values is rare.
  expect(found.length).toBeLessThan(compared / 2000);
});
