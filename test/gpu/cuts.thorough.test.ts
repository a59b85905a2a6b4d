import { beforeAll, describe, expect, test } from 'vitest';
import { COLUMNS, type Engine } from '../../src/experiment/engine.ts';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import type { GpuContext } from '../../src/gpu/context.ts';
import { gpuEngine } from '../../src/gpu/engine.ts';
import { Ensemble } from '../../src/gpu/ensemble.ts';
import { resultBytes } from '../../src/gpu/results.ts';
import { readFloats, storageBuffer } from '../../src/gpu/pipelines.ts';
import { MEASURES } from '../../src/measures/index.ts';
import { METHODS } from '../../src/methods/index.ts';
import type { State } from '../../src/models/state.ts';
import { softwareContext } from '../support/wgsl/context.ts';
import { randomSource, randomStates } from '../support/random.ts';

let context: GpuContext;
let gpu: Engine;
beforeAll(async () => {
  context = await softwareContext();
  gpu = gpuEngine(context);
  return () => gpu.destroy();
});

const COUNT = 64;
const STARTS = randomStates(randomSource(31), COUNT, 0.25, 2);

/** Choices that make a method carry all that it can. */
const CHOICES = [
  ...METHODS.map(({ id }) => ({ method: id, values: {} })),
  { method: 'momentum', values: { alternating: true, beta: -0.5 } },
  // Steps of one length: the longest dispatch takes them whole.
  { method: 'rk4', values: { time: 12 } },
];

describe('what a method carries survives any cut into dispatches, bit for bit', () => {
  test.each(CHOICES)('$method $values', async ({ method, values }) => {
    const experiment = withValues(defaultExperiment('ns-gan', method), {
      l2: 0.125,
      noise: 0.0625,
      emaBeta: 0.875,
      // Quarters of 48 steps, and for flows a last step that is shorter.
      time: method === 'dopri5' ? 23.95 : 11.98,
      ...values,
    });
    for (const tangents of [0, 2, 4] as const) {
      const runs: number[][] = [];
      for (const stepsPerDispatch of [1, 7, 10_000]) {
        const ensemble = new Ensemble(context, { stepsPerDispatch });
        const results = storageBuffer(context, resultBytes(COUNT));
        await ensemble.run({
          experiment,
          count: COUNT,
          needs: { tangents, flow: false, equilibria: false },
          starts: (first, count, out) => out.set(STARTS.subarray(4 * first, 4 * (first + count))),
          results,
        });
        runs.push([...(await readFloats(context, results, resultBytes(COUNT)))]);
        ensemble.destroy();
        results.destroy();
      }
      expect(runs[1]).toEqual(runs[0]);
      expect(runs[2]).toEqual(runs[0]);
    }
  });

  test.each(CHOICES)('$method $values in a trace of two dispatches', async ({ method, values }) => {
    const experiment = withValues(defaultExperiment('wgan-gp', method), {
      ...values,
      c: 0,
      lambda: 0.125,
      noise: 0.0625,
      step: 1 / 32,
      time: 160,
    });
    const start = [...STARTS.subarray(0, 4)] as unknown as State;
    const [[trace], measured] = await Promise.all([
      gpu.trace(experiment, [start], 2),
      gpu.measure(experiment, Float64Array.from(start), { measures: ['distance', 'ema'] }),
    ]);
    const of = (id: string) => measured[MEASURES.findIndex((measure) => measure.id === id)]!;
    const end = trace!.samples.subarray(8);
    expect(measured).toHaveLength(COLUMNS);
    // The same path; a length rounds by 1e-7 of itself.
    expect(Math.hypot(end[2]!, end[3]!) / of('distance')).toBeCloseTo(1, 6);
    expect(Math.hypot(end[6]!, end[7]!) / of('ema')).toBeCloseTo(1, 5);
  });
});
