import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/experiment/engine.ts';
import { gpuEngine } from '../../src/gpu/engine.ts';
import { METHODS } from '../../src/methods/index.ts';
import { defaultsOf } from '../../src/models/parameter.ts';
import { agreementOf, scanned } from '../support/agreement.ts';
import { softwareContext } from '../support/wgsl/context.ts';
import { onLine } from '../support/random.ts';
import { VARIANTS } from '../support/variants.ts';

let gpu: Engine;
beforeAll(async () => {
  gpu = gpuEngine(await softwareContext());
});
afterAll(() => gpu.destroy());

describe('outcomes agree on 99.5% of random starts', () => {
  const models = VARIANTS.filter(({ values, model }) =>
    Object.entries(defaultsOf(model.parameters)).every(([name, value]) => values[name] === value),
  );
  const cases = [...new Map(models.map(({ model }) => [model.id, model])).values()];

  // Of all variants `npm run agreement` compares 10,000; docs/outcomes.md has what it found.
  test.each(cases.map(({ id }) => ({ id })))('of $id by every method', async ({ id }) => {
    for (const { id: method } of METHODS) {
      const name = `${id} by ${method}`;
      const found = await agreementOf(gpu, scanned(id, {}, method, 40), 250);
      expect(found.different / found.count, name).toBeLessThanOrEqual(0.005);
      expect(found.inside, name).toBe(0);
    }
  });

  // Its box takes them off their lines, and L from one sign to the other.
  test('of wgan-clip from lines through 0', async () => {
    for (const { id: method } of METHODS) {
      const found = await agreementOf(gpu, scanned('wgan-clip', {}, method, 40), 200, onLine);
      expect(found.different, method).toBeLessThanOrEqual(1);
    }
  });
});
