import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COLUMNS, type Engine, type Results } from '../../src/experiment/engine.ts';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { gpuEngine } from '../../src/gpu/engine.ts';
import { MEASURES } from '../../src/measures/index.ts';

import { OUTCOMES } from '../../src/measures/outcome.ts';
import { METHODS } from '../../src/methods/index.ts';
import type { Values } from '../../src/models/parameter.ts';
import { cpuEngine } from '../../src/reference/engine.ts';
import { softwareContext } from '../support/context.ts';
import { randomSource, randomStates } from '../support/random.ts';
import { VARIANTS } from '../support/variants.ts';

let gpu: Engine;
beforeAll(async () => {
  gpu = gpuEngine(await softwareContext());
});
afterAll(() => gpu.destroy());

const column = (id: string) => MEASURES.findIndex((measure) => measure.id === id);

const START = [0.5, 0.25, 0.875, -0.375] as const;

/** Parameters of methods worth testing beside the defaults. */
const CHOICES: readonly { readonly method: string; readonly values: Values }[] = [
  ...METHODS.map(({ id }) => ({ method: id, values: {} })),
  { method: 'altgd', values: { first: 'generator' } },
  { method: 'altgd', values: { dSteps: 3 } },
  { method: 'momentum', values: { beta: -0.5 } },
  { method: 'momentum', values: { beta: -0.5, alternating: true } },
  { method: 'adam', values: { beta1D: 0.875, beta2G: 0.9375, adamEps: 0.125 } },
];

describe('a method in WGSL equals the one in float64', () => {
  test.each(CHOICES)('$method $values over 1,000 steps of the bilinear game', async (choice) => {
    const experiment = withValues(defaultExperiment('f-gan', choice.method), {
      divergence: 'reverse-kl',
      ...choice.values,
      step: 0.0625,
      // 1,000 steps, where nothing overflows on the way.
      time: choice.method === 'momentum' && !('beta' in choice.values) ? 15 : 62.5,
    });
    const [[expected], [actual]] = await Promise.all([
      cpuEngine.trace(experiment, [START], 101),
      gpu.trace(experiment, [START], 101),
    ]);
    expected!.samples.forEach((x, i) => {
      const row = Math.floor(i / 8) * 8;
      const size = Math.hypot(...expected!.samples.subarray(row, row + 4));
      // The bar is 1e-4 of the amplitude. Adam divides by a root that may be 0 for a moment.
      const allowed = choice.method === 'adam' ? 2e-3 : 1e-4;
      expect(Math.abs(x - actual!.samples[i]!) / size).toBeLessThan(allowed);
    });
  });

  test.each(CHOICES)('$method $values with noise', async ({ method, values }) => {
    const experiment = withValues(defaultExperiment('wgan-gp', method), {
      ...values,
      noise: 0.125,
      seed: 11,
      time: 16,
    });
    const [[expected], [actual]] = await Promise.all([
      cpuEngine.trace(experiment, [START], 33),
      gpu.trace(experiment, [START], 33),
    ]);
    const worst = Math.max(...expected!.samples.map((x, i) => Math.abs(x - actual!.samples[i]!)));
    expect(worst).toBeLessThan(method === 'adam' ? 1e-2 : 2e-4);
  });

  test.each(CHOICES)('$method $values: Lyapunov exponent and difference', async (choice) => {
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
        const [x, y] = [expected, actual].map((results) => results[row * COLUMNS + column(id)]!);
        const allowed = choice.method === 'adam' ? 5e-2 : 1e-3;
        expect(Math.abs(x! - y!), `${id} of start ${row}`).toBeLessThan(allowed);
      }
    }
  });
});

test('what is not asked for is not computed, and is no number', async () => {
  const experiment = defaultExperiment('ns-gan', 'altgd');
  const starts = Float64Array.from(START);
  for (const engine of [gpu, cpuEngine]) {
    const some = await engine.measure(experiment, starts, { measures: ['distance', 'outcome'] });
    expect(some[column('lyapunov')]).toBeNaN();
    expect(some[column('difference')]).toBeNaN();
    const all = await engine.measure(experiment, starts);
    expect(all[column('lyapunov')]).not.toBeNaN();
    expect(all[column('difference')]).not.toBeNaN();
    expect(some[column('distance')]).toBe(all[column('distance')]);
  }
});

/**
 * Where |s| is about h, these rules make steps of wgan's unit speed as long as the state: it wanders
 * chaotically before it finds a cycle of period three, and rounding decides when.
 */
const CHAOTIC = new Set(['omd', 'extragradient']);

/** Starts of the bar. */
const COUNT = 10_000;

describe('outcomes agree on 99.5% of random starts', () => {
  const models = VARIANTS.filter(({ values }) => Object.keys(values).length === 0);

  test.each(METHODS.map(({ id }) => ({ id })))(
    'by $id on every model',
    async ({ id }) => {
      const starts = randomStates(randomSource(5), COUNT, 0.05, 2).map(Math.fround);
      for (const { model } of models) {
        const experiment = withValues(defaultExperiment(model.id, id), { time: 12 });
        const job = { measures: ['outcome'] };
        const [expected, actual] = await Promise.all([
          cpuEngine.measure(experiment, starts, job),
          gpu.measure(experiment, starts, job),
        ]);
        const { different, contrary } = disagreements(expected, actual);
        const chaotic = model.id === 'wgan' && CHAOTIC.has(id);
        expect(different, model.id).toBeLessThanOrEqual((chaotic ? 0.02 : 0.005) * COUNT);
        expect(contrary, model.id).toBeLessThanOrEqual(0.005 * COUNT);
      }
    },
    300_000,
  );
});

/** Starts whose labels differ, and those among them that both engines decided. */
function disagreements(expected: Results, actual: Results) {
  const label = column('outcome');
  const undecided = OUTCOMES.indexOf('undecided');
  let [different, contrary] = [0, 0];
  for (let row = 0; row < COUNT; row++) {
    const [a, b] = [expected, actual].map((results) => results[row * COLUMNS + label]!);
    if (a === b) continue;
    different += 1;
    if (a !== undecided && b !== undecided) contrary += 1;
  }
  return { different, contrary };
}
