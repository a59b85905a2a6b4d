import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COLUMNS, type Engine } from '../../src/experiment/engine.ts';
import { defaultExperiment, withValues, type Experiment } from '../../src/experiment/experiment.ts';
import { gpuEngine } from '../../src/gpu/engine.ts';
import { MEASURES } from '../../src/measures/index.ts';
import { OUTCOMES } from '../../src/measures/outcomes.ts';
import { PRESETS } from '../../src/experiment/presets.ts';
import { fromQuery } from '../../src/experiment/format/url.ts';
import type { Values } from '../../src/models/parameter.ts';
import { cpuEngine } from '../../src/cpu/engine.ts';
import { AMPLIFICATIONS, CORRECTED, errorOfAmplification } from '../support/bilinear.ts';
import { ROUNDED_LABELS, THEOREM_LABELS } from '../support/cases/labels.ts';
import { errorWithAllModifiers, largestError } from '../support/wgsl/all-modifiers.ts';
import { METHODS } from '../../src/methods/index.ts';
import { METHOD_CHOICES } from '../support/wgsl/method-choices.ts';
import { softwareContext } from '../support/wgsl/context.ts';
import { randomSource, randomStates } from '../support/random.ts';
import { VARIANTS } from '../support/variants.ts';

let gpu: Engine;
beforeAll(async () => {
  gpu = gpuEngine(await softwareContext());
});
afterAll(() => gpu.destroy());

const column = (id: string) => MEASURES.findIndex((measure) => measure.id === id);

const START = [0.5, 0.25, 0.875, -0.375] as const;

describe('a method in WGSL equals the one in float64', () => {
  // At h = 1 a thousand steps multiply by 2^288, which float32 does not span.
  const corrected = CORRECTED.filter(({ h }) => h < 1);

  test.each([...AMPLIFICATIONS, ...corrected])(
    '$method $values at h = $h amplifies the bilinear game as it should over 1,000 steps',
    async (known) => {
      expect(await errorOfAmplification(gpu, known)).toBeLessThan(1e-4);
    },
  );

  test.each(METHOD_CHOICES)('$method $values with noise', async ({ method, values }) => {
    const experiment = withValues(defaultExperiment('wgan-gp', method), {
      ...values,
      noise: 0.125,
      gradientNoise: 0.0625,
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
});

describe('the Lyapunov exponent in WGSL', () => {
  const exponents = async (engine: Engine, experiment: Experiment, starts: Float64Array) => {
    const results = await engine.measure(experiment, starts, { measures: ['lyapunov'] });
    return Array.from(
      { length: starts.length / 4 },
      (_, row) => results[row * COLUMNS + column('lyapunov')]!,
    );
  };

  test('is over tangents in the one-dimensional subspace where the start is in it', async () => {
    // Alone in a tile, where no pass goes across it, and beside a start outside it.
    const inLine = [0.3, 0, 0.5, 0];
    for (const [time, right] of [
      [40, -0.37461868],
      [200, -0.38049654],
    ] as const) {
      const experiment = withValues(defaultExperiment('wgan-gp'), { lambda: 1.5, time });
      const [alone] = await exponents(gpu, experiment, Float64Array.from(inLine));
      const beside = await exponents(
        gpu,
        experiment,
        Float64Array.from([...inLine, ...START, ...inLine]),
      );
      expect(Math.abs(alone! - right)).toBeLessThan(1e-5);
      expect([beside[0], beside[2]]).toEqual([alone, alone]);
    }
  });

  test('projects the tangents where it projects the start', async () => {
    const experiment = withValues(defaultExperiment('wgan-clip'), { l2: 1, time: 1, step: 1 / 64 });
    const starts = Float64Array.from([2, 0, 0.5, 0, 2, -3, 0.5, 0.25, 0.5, 3, 0.25, 0.5]);
    const [expected, actual] = [
      await exponents(cpuEngine, experiment, starts),
      await exponents(gpu, experiment, starts),
    ];
    for (let i = 0; i < 3; i++) expect(Math.abs(expected[i]! - actual[i]!)).toBeLessThan(1e-5);
  });
});

test.each([
  [
    'rk4',
    { lambda: 0.1, time: 20 },
    [0.07146827, 0.03270908, -0.08604782, 0.23681192],
    'undecided',
  ],
  [
    'rk4',
    { lambda: 0.02, time: 20 },
    [1.80966445, 0.50886232, -1.00352483, 0.76947508],
    'undecided',
  ],
  ['adam', { lambda: 1.5, time: 400 }, [1.603602, 0, -1.5471762, 0], 'bounded'],
])('wgan-gp by %s claims nothing that ends: %o', async (method, values, start, label) => {
  expect(await labelOf('wgan-gp', method, values, start)).toBe(label);
});

test.each([...ROUNDED_LABELS, ...THEOREM_LABELS])(
  '%s: %s by %s',
  async (_, model, method, values, start, label) => {
    expect(await labelOf(model, method, values, start)).toBe(label);
  },
);

async function labelOf(model: string, method: string, values: Values, start: readonly number[]) {
  const experiment = withValues(defaultExperiment(model, method), values);
  const job = { measures: ['outcome'] };
  const results = await gpu.measure(experiment, Float64Array.from(start), job);
  return OUTCOMES[results[column('outcome')]!];
}

test.each([
  ['wgan-gp', 'altgd', { lambda: 1, step: 1, time: 1000 }],
  ['gan-qp', 'simgd', { step: 1, time: 1500 }],
  ['wgan-clip', 'simgd', { step: 2, time: 2000 }],
  ['saturating-gan', 'altgd', { step: 2, time: 1000 }],
])('%s by %s %s is chaotic from as many starts as in float64', async (model, method, values) => {
  const starts = randomStates(randomSource(41), 64, 0.25, 2).map((x, i) =>
    i % 2 === 1 ? 0 : Math.fround(x),
  );
  const experiment = withValues(defaultExperiment(model, method), values);
  const chaotic = async (engine: Engine, measures: readonly string[]) => {
    const results = await engine.measure(experiment, starts, { measures });
    const labels = Array.from(
      { length: 64 },
      (_, row) => results[row * COLUMNS + column('outcome')],
    );
    return labels.map((label) => label === OUTCOMES.indexOf('chaotic'));
  };
  const count = (labels: readonly boolean[]) => labels.filter(Boolean).length;
  const [expected, actual] = [
    await chaotic(cpuEngine, ['outcome']),
    await chaotic(gpu, ['outcome']),
  ];
  // Each path is its own; three standard deviations of counts of 64.
  expect(Math.abs(count(expected) - count(actual))).toBeLessThanOrEqual(12);
  if (model === 'saturating-gan') expect(count(expected)).toBe(0);
  else expect(count(expected)).toBeGreaterThan(32);
  // The exponent's tangents are the same, and more.
  expect(await chaotic(gpu, ['outcome', 'lyapunov'])).toEqual(actual);
  expect(await chaotic(cpuEngine, ['outcome', 'lyapunov'])).toEqual(expected);
});

test('the time to rest is that of escape, as in float64', async () => {
  const query = PRESETS.find(({ id }) => id === 'altgd-escape')!.query;
  const { experiment } = fromQuery(query);
  const starts = randomStates(randomSource(43), 128, 0.25, 2).map((x, i) =>
    i % 2 === 1 ? 0 : Math.fround(x),
  );
  const times = async (engine: Engine) => {
    const results = await engine.measure(experiment, starts, { measures: ['rest'] });
    return Array.from({ length: 128 }, (_, row) => results[row * COLUMNS + column('rest')]!);
  };
  const [expected, actual] = [await times(cpuEngine), await times(gpu)];
  const escaped = (rest: readonly number[]) => rest.filter(Number.isFinite).length;
  expect(escaped(expected)).toBeGreaterThan(16);
  expect(Math.abs(escaped(expected) - escaped(actual))).toBeLessThan(12);
  // Those that escape within twenty steps have not parted by then.
  const soon = expected.flatMap((time, i) => (time <= 40 ? [i] : []));
  expect(soon.length).toBeGreaterThan(4);
  for (const i of soon) expect(actual[i]).toBe(expected[i]);
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

// Each by one of the methods here, by all of them in the thorough tests.
test.each(VARIANTS.map((variant, i) => ({ variant, method: METHODS[i % METHODS.length]!.id })))(
  '$variant.name with every modifier by $method keeps to float64 for 32 steps',
  async ({ variant, method }) => {
    expect(await errorWithAllModifiers(gpu, variant, method)).toBeLessThan(largestError(method));
  },
);
