import { afterAll, beforeAll, expect, test } from 'vitest';
import { cpuEngine } from '../../src/cpu/engine.ts';
import { COLUMNS, type Engine } from '../../src/experiment/engine.ts';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { columnOf } from '../../src/experiment/verification/agreement.ts';
import { gpuEngine } from '../../src/gpu/engine.ts';
import { METHODS } from '../../src/methods/index.ts';
import { METHOD_CHOICES } from '../support/wgsl/method-choices.ts';
import { randomSource, randomStates } from '../support/random.ts';
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

test.each(METHOD_CHOICES)('$method $values: Lyapunov exponent and difference', async (choice) => {
  const starts = randomStates(randomSource(21), 64, 0.25, 2).map(Math.fround);
  const experiment = withValues(defaultExperiment('ns-gan', choice.method), {
    ...choice.values,
    time: 20,
  });
  const [expected, actual] = [
    await cpuEngine.measure(experiment, starts),
    await gpu.measure(experiment, starts),
  ];
  for (let row = 0; row < 64; row++) {
    for (const id of ['lyapunov', 'difference'] as const) {
      const [x, y] = [expected, actual].map((results) => results[row * COLUMNS + columnOf(id)]!);
      const allowed = choice.method === 'adam' ? 5e-2 : 1e-3;
      expect(Math.abs(x! - y!), `${id} of start ${row}`).toBeLessThan(allowed);
    }
  }
});
