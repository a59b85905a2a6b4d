import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COLUMNS, type Engine, type Results } from '../../src/experiment/engine.ts';
import { mapOf } from '../../src/experiment/pixels.ts';
import {
  ARTICLE_INITIAL_CONDITION,
  defaultExperiment,
  withValues,
  type Experiment,
} from '../../src/experiment/experiment.ts';
import { initialConditionsOfPixels } from '../../src/experiment/grid.ts';
import { PRESETS } from '../../src/experiment/presets.ts';
import { fromQuery } from '../../src/experiment/format/url.ts';
import { Ensemble } from '../../src/gpu/ensemble.ts';
import { resultBytes } from '../../src/gpu/results.ts';
import { gpuEngine } from '../../src/gpu/engine.ts';
import { readFloats, storageBuffer } from '../../src/gpu/pipelines.ts';
import { EVIDENCE_POWERS } from '../../src/measures/strengths.ts';
import { MEASURES } from '../../src/measures/index.ts';
import { OUTCOMES } from '../../src/measures/outcomes.ts';
import type { Component } from '../../src/models/state.ts';
import { cpuEngine } from '../../src/cpu/engine.ts';
import { softwareContext } from '../support/wgsl/context.ts';
import { VARIANTS } from '../support/variants.ts';

let gpu: Engine;
beforeAll(async () => {
  gpu = gpuEngine(await softwareContext());
});
afterAll(() => gpu.destroy());

const GRID = { width: 20, height: 20 };
const UNDECIDED = OUTCOMES.indexOf('undecided');

const column = (id: string) => MEASURES.findIndex((measure) => measure.id === id);

/** A slice whose held phi is exact in float32 and large enough for wgan to be resolved. */
function sliced(experiment: Experiment): Experiment {
  return { ...experiment, slice: { ...experiment.slice, hold: [0.75, 0.5, 0, 0] } };
}

async function both(experiment: Experiment): Promise<[cpu: Results, gpu: Results]> {
  return [await mapOf(cpuEngine, experiment, GRID), await mapOf(gpu, experiment, GRID)];
}

/** Rows of a map as objects, by measure. */
function rowsOf(results: Results) {
  return Array.from(
    { length: results.length / COLUMNS },
    (_, row) => (id: string) => results[row * COLUMNS + column(id)]!,
  );
}

describe('traces agree with float64', () => {
  test('ns-gan from the article’s start to T = 100 at h = 0.05, each component to 1e-4', async () => {
    const experiment = withValues(defaultExperiment('ns-gan'), { time: 100, step: 0.05 });
    const [[expected], [actual]] = await Promise.all([
      cpuEngine.trace(experiment, [ARTICLE_INITIAL_CONDITION], 401),
      gpu.trace(experiment, [ARTICLE_INITIAL_CONDITION], 401),
    ]);
    expect(actual!.times).toEqual(expected!.times);
    const worst = Math.max(...expected!.samples.map((x, i) => Math.abs(x - actual!.samples[i]!)));
    expect(worst).toBeLessThan(1e-4);
  });

  test.each(PRESETS.filter(({ group }) => group === 'article'))('$id', async ({ query }) => {
    const { experiment } = fromQuery(query);
    const [[expected], [actual]] = await Promise.all([
      cpuEngine.trace(experiment, experiment.starts, 101),
      gpu.trace(experiment, experiment.starts, 101),
    ]);
    const worst = Math.max(...expected!.samples.map((x, i) => Math.abs(x - actual!.samples[i]!)));
    // Up to 1,600 steps round the state by 6e-8 each; errors of a neutral orbit's phase add up.
    expect(worst).toBeLessThan(5e-5);
  });

  test('both ends of [0, T] are sampled, also where the last step is shorter', async () => {
    const experiment = withValues(defaultExperiment('wgan-gp'), {
      time: 10.03,
      step: 0.0625,
      c: 0,
    });
    const [trace] = await gpu.trace(experiment, [[0.5, 0.25, 1, -0.5]], 8);
    expect([trace!.times[0], trace!.times[7]]).toEqual([0, 10.03]);
    expect([...trace!.samples.subarray(0, 4)]).toEqual([0.5, 0.25, 1, -0.5]);
    const [reference] = await cpuEngine.trace(experiment, [[0.5, 0.25, 1, -0.5]], 8);
    for (let i = 7 * 8; i < 8 * 8; i++) {
      expect(trace!.samples[i]).toBeCloseTo(reference!.samples[i]!, 5);
    }
  });

  test('a rule is sampled at its iterates, however many are wanted', async () => {
    const experiment = withValues(defaultExperiment('ns-gan', 'altgd'), { time: 10.2, step: 0.5 });
    for (const wanted of [201, 4]) {
      const [[expected], [actual]] = await Promise.all([
        cpuEngine.trace(experiment, [ARTICLE_INITIAL_CONDITION], wanted),
        gpu.trace(experiment, [ARTICLE_INITIAL_CONDITION], wanted),
      ]);
      expect(actual!.kind).toBe('rule');
      expect(actual!.times).toEqual(expected!.times);
      expect(actual!.times).toHaveLength(Math.min(wanted, 21));
      expect(actual!.samples).toHaveLength(expected!.samples.length);
      // 20 steps round a state of 0.3 by 6e-8 of it each.
      actual!.samples.forEach((x, i) => expect(x).toBeCloseTo(expected!.samples[i]!, 6));
    }
  });

  test('a trajectory that leaves every bound has no samples from there on', async () => {
    const experiment = withValues(defaultExperiment('wgan-div', 'simgd'), { time: 4, step: 0.5 });
    const [trace] = await gpu.trace(experiment, [[3, 0, 0, 0]], 9);
    expect([...trace!.samples.subarray(0, 4)]).toEqual([3, 0, 0, 0]);
    expect([...trace!.samples.subarray(-8)].every(Number.isNaN)).toBe(true);
  });
});

describe('maps agree with float64', () => {
  test.each(VARIANTS)('$name', async ({ model, values }) => {
    const experiment = sliced(withValues(defaultExperiment(model.id), { ...values, time: 30 }));
    const [cpu, gpuResults] = await both(experiment);
    const [expected, actual] = [rowsOf(cpu), rowsOf(gpuResults)];
    let [disagreements, thin] = [0, 0];
    expected.forEach((row, i) => {
      if (row('outcome') !== actual[i]!('outcome')) disagreements += 1;
      // Where the step does not resolve the motion, rounding decides where it goes.
      if (row('outcome') === UNDECIDED) return;
      // 480 steps of float32 and what the flow makes of their rounding: 3e-4 was the most seen.
      for (const id of ['distance', 'amplitude', 'ema', 'turns']) {
        expect(Math.abs(row(id) - actual[i]!(id)), `${id} of pixel ${i}`).toBeLessThan(1e-3);
      }
      // One halving of the share by which a label may be off.
      if (row('outcome') === actual[i]!('outcome')) {
        const apart = Math.abs(row('evidence') - actual[i]!('evidence'));
        if (apart > 1.01 / EVIDENCE_POWERS.count) thin += 1;
      }
      // A ratio of amplitudes, each to 1e-5 relative, over a quarter of the horizon.
      expect(Math.abs(row('rate') - actual[i]!('rate')), `rate of pixel ${i}`).toBeLessThan(1e-4);
    });
    // The bar is 99.5% of many; of 400 pixels 2 may lie on a boundary.
    expect(disagreements).toBeLessThanOrEqual(2);
    expect(thin).toBeLessThanOrEqual(2);
  });

  test('in one dimension', async () => {
    const slice = {
      x: { component: 'theta1' as Component, min: -2, max: 2 },
      y: { component: 'phi1' as Component, min: -2, max: 2 },
      hold: [0, 0, 0, 0] as const,
    };
    const [cpu, gpuResults] = await both({ ...defaultExperiment('ns-gan'), slice });
    const [expected, actual] = [rowsOf(cpu), rowsOf(gpuResults)];
    expected.forEach((row, i) => {
      expect(actual[i]!('outcome')).toBe(row('outcome'));
      expect(actual[i]!('turns')).toBeCloseTo(row('turns'), 4);
    });
    // L = 0: ns-gan creeps to 0, and the turns of (theta1, phi1) are negative.
    expect(actual.every((row) => row('turns') < 0)).toBe(true);
  });

  test('settling times agree to a step, and are Infinity where theta never settles', async () => {
    const experiment = withValues(defaultExperiment('wgan-gp'), { lambda: 0.5, c: 0, eps: 0.05 });
    const [cpu, gpuResults] = await both(experiment);
    const [expected, actual] = [rowsOf(cpu), rowsOf(gpuResults)];
    expected.forEach((row, i) => {
      expect(Math.abs(row('settle') - actual[i]!('settle'))).toBeLessThanOrEqual(0.0625);
    });
    const circling = await mapOf(gpu, defaultExperiment('saturating-gan'), GRID);
    expect(rowsOf(circling).filter((row) => row('settle') === Infinity).length).toBeGreaterThan(
      390,
    );
  });

  test('a start that leaves every bound in steps that resolve nothing is unknown', async () => {
    const experiment = withValues(defaultExperiment('wgan-div'), { step: 0.5 });
    const [cpu, gpuResults] = [
      await cpuEngine.measure(experiment, Float64Array.of(30, 0, 0, 0)),
      await gpu.measure(experiment, Float64Array.of(30, 0, 0, 0)),
    ];
    expect([...gpuResults]).toEqual([...cpu]);
    expect(gpuResults[column('distance')]).toBeNaN();
    expect(gpuResults[column('rate')]).toBeNaN();
    // The flow would converge: it is the step that fails.
    expect(OUTCOMES[gpuResults[column('outcome')]!]).toBe('undecided');
  });
});

describe('an ensemble', () => {
  test('gives the same bits however the work is cut', async () => {
    const context = await softwareContext();
    const experiment = sliced(withValues(defaultExperiment('gan-qp'), { time: 12.03 }));
    const runs = [];
    for (const stepsPerDispatch of [1, 7, 10_000]) {
      const ensemble = new Ensemble(context, { stepsPerDispatch });
      const results = storageBuffer(context, resultBytes(400));
      await ensemble.run({
        experiment,
        count: 400,
        starts: (first, count, out) =>
          initialConditionsOfPixels(experiment.slice, GRID, first, count, out),
        results,
      });
      runs.push(await readFloats(context, results, resultBytes(400)));
      ensemble.destroy();
      results.destroy();
    }
    expect(runs[1]).toEqual(runs[0]);
    expect(runs[2]).toEqual(runs[0]);
  });

  test('measures starts in tiles as it measures them alone', async () => {
    const experiment = withValues(defaultExperiment('lsgan'), { time: 4 });
    const grid = { width: 100, height: 90 };
    const starts = initialConditionsOfPixels(experiment.slice, grid, 0, 9000);
    const whole = await gpu.measure(experiment, starts);
    const last = await gpu.measure(experiment, starts.subarray(-4));
    expect([...whole.subarray(-COLUMNS)]).toEqual([...last]);
  });

  test('tells progress up to 1 and ends at an abort', async () => {
    const experiment = withValues(defaultExperiment('ns-gan'), { time: 4 });
    const starts = initialConditionsOfPixels(experiment.slice, GRID, 0, 400);
    const shares: number[] = [];
    await gpu.measure(experiment, starts, { progress: (share) => shares.push(share) });
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    const signal = AbortSignal.abort(new Error('not wanted any more'));
    await expect(gpu.measure(experiment, starts, { signal })).rejects.toThrow(
      'not wanted any more',
    );
  });
});
