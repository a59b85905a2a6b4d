import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '../../src/experiment/engine.ts';
import { gpuEngine } from '../../src/gpu/engine.ts';
import { METHODS } from '../../src/methods/index.ts';
import { VARIANTS } from '../support/variants.ts';
import { errorWithAllModifiers, largestError } from '../support/wgsl/all-modifiers.ts';
import { softwareContext } from '../support/wgsl/context.ts';

let gpu: Engine;
beforeAll(async () => {
  gpu = gpuEngine(await softwareContext());
});
afterAll(() => gpu.destroy());

test.each(METHODS.map(({ id }) => ({ id })))(
  'every model and modifier by $id keeps to float64 for 32 steps',
  async ({ id }) => {
    for (const variant of VARIANTS) {
      const error = await errorWithAllModifiers(gpu, variant, id);
      expect(error, variant.name).toBeLessThan(largestError(id));
    }
  },
);
