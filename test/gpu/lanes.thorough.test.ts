import { beforeAll, describe, expect, test } from 'vitest';
import { defaultExperiment, withValues, type Experiment } from '../../src/experiment/experiment.ts';
import { initialConditionsOfPixels } from '../../src/experiment/grid.ts';
import type { GpuContext } from '../../src/gpu/context.ts';
import { gpuEngine } from '../../src/gpu/engine.ts';
import type { EnsembleOptions } from '../../src/gpu/run.ts';
import { METHODS } from '../../src/methods/index.ts';
import { MODELS } from '../../src/models/index.ts';
import { softwareContext } from '../support/wgsl/context.ts';

let context: GpuContext;
beforeAll(async () => {
  context = await softwareContext();
});

async function measured(experiment: Experiment, options: EnsembleOptions, count = 99) {
  const starts = initialConditionsOfPixels(experiment.slice, { width: count, height: 1 }, 0, count);
  const engine = gpuEngine(context, options);
  try {
    // What needs tangents goes alone in any case.
    return await engine.measure(experiment, starts, { measures: ['outcome'] });
  } finally {
    engine.destroy();
  }
}

/** Every model by rk4, every method, noise and modifiers; T is no whole number of steps. */
const cases: readonly (readonly [string, string, Record<string, number>])[] = [
  ...MODELS.map(({ id }) => [id, 'rk4', {}] as const),
  ...METHODS.filter(({ id }) => id !== 'rk4').map(({ id }) => ['ns-gan', id, {}] as const),
  ['wgan-gp', 'momentum', { noise: 0.1, rateD: 0.5, l2: 0.25 }],
  // Most starts leave every bound, each at another time.
  ['wgan-div', 'simgd', { step: 0.4 }],
];

describe('how an ensemble goes about its starts changes no bit of any result', () => {
  test.each(cases)('%s by %s %o', async (model, method, values) => {
    const experiment = withValues(defaultExperiment(model, method), { time: 4.03, ...values });
    const alone = await measured(experiment, { lanes: 1, stepsPerDispatch: 1 });
    // An odd number of starts: the last one has none beside it.
    const lanes = await measured(experiment, { lanes: 2, stepsPerDispatch: 7 });
    expect(lanes, 'two lanes').toEqual(alone);
  });

  test('nor does it by default', async () => {
    const experiment = withValues(defaultExperiment('gan-qp'), { time: 12.03 });
    const byDefault = await measured(experiment, {});
    expect(byDefault).toEqual(await measured(experiment, { lanes: 1, stepsPerDispatch: 1 }));
  });
});
