import { describe, expect, it, test } from 'vitest';
import { COLUMNS, TRAJECTORY_COLUMNS, type Trajectory } from '../../src/experiment/engine.ts';
import { mapOf } from '../../src/experiment/pixels.ts';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { trajectoryRows } from '../../src/experiment/format/trajectory-csv.ts';
import { initialConditionsOfPixels } from '../../src/experiment/grid.ts';
import { MEASURES } from '../../src/measures/index.ts';
import { METHODS } from '../../src/methods/index.ts';
import { OUTCOMES } from '../../src/measures/outcomes.ts';
import type { Values } from '../../src/models/parameter.ts';
import type { State } from '../../src/models/state.ts';
import { cpuEngine, cpuEngineWithClock } from '../../src/cpu/engine.ts';
import { experimentOf, follow, integrate, measure } from '../support/flow.ts';
import { randomSource, randomStates } from '../support/random.ts';
import { VARIANTS } from '../support/variants.ts';

const START: State = [0.5, 0.3, 0.9, -0.4];
const WIDTH = TRAJECTORY_COLUMNS.length;

async function trace(
  model: string,
  values: Values,
  start: State,
  count: number,
): Promise<Trajectory> {
  const [only] = await cpuEngine.trace(experimentOf(model, values), [start], count);
  return only!;
}

const sample = ({ samples }: Trajectory, row: number) =>
  Array.from(samples.subarray(row * WIDTH, (row + 1) * WIDTH));

describe('a trace', () => {
  test.each(VARIANTS)(
    'of $name begins at its start and ends where T is',
    async ({ model, values }) => {
      const own = { ...values, time: 5.03, step: 0.1 };
      for (const count of [2, 3, 100]) {
        const { times, samples } = await trace(model.id, own, START, count);
        expect(times).toHaveLength(count);
        expect(samples).toHaveLength(count * WIDTH);
        expect([times[0], times.at(-1)]).toEqual([0, 5.03]);
        expect(Array.from(samples.subarray(0, 8))).toEqual([...START, ...START]);
        const end = integrate(model.id, own, START, 5.03, 0.1);
        expect(Array.from(samples.subarray(-8, -4))).toEqual([...end]);
      }
    },
  );

  it('has the states of the steps where they are sampled, evenly', async () => {
    const states: number[][] = [[...START]];
    integrate('ns-gan', {}, START, 8, 1 / 16, (s) => states.push([...s]));
    const { times, samples } = await trace('ns-gan', { time: 8, step: 1 / 16 }, START, 129);
    states.forEach((state, row) => {
      expect(times[row]).toBe(row / 16);
      expect(Array.from(samples.subarray(row * WIDTH, row * WIDTH + 4))).toEqual(state);
    });
  });

  it('between steps is as good as the steps are', async () => {
    const coarse = await trace('ns-gan', { time: 8, step: 0.125 }, START, 501);
    const fine = await trace('ns-gan', { time: 8, step: 0.002 }, START, 501);
    const errors = [...coarse.samples].map((x, i) =>
      i % WIDTH < 4 ? Math.abs(x - fine.samples[i]!) : 0,
    );
    // h^4 s''''/384 and RK4's own h^4/120 a radian, s'''' of order 1: 1e-5 at h = 1/8.
    expect(Math.max(...errors)).toBeLessThan(1e-5);
  });

  test.each(METHODS.filter(({ kind }) => kind === 'rule').map(({ id }) => ({ id })))(
    'of $id is its iterates and their average, with nothing between',
    async ({ id }) => {
      const beta = 0.8;
      const experiment = withValues(defaultExperiment('ns-gan', id), {
        time: 10.2,
        step: 0.5,
        emaBeta: beta,
      });
      let mean = [...START];
      const rows: number[][] = [[0, ...START, ...START]];
      follow(experiment, START, (s, t) => {
        mean = mean.map((m, i) => beta * m + (1 - beta) * s[i]!);
        rows.push([t, ...s, ...mean]);
      });
      expect(rows).toHaveLength(21);
      for (const [wanted, iterates] of [
        [201, [...rows.keys()]],
        [21, [...rows.keys()]],
        [4, [0, 7, 13, 20]],
      ] as const) {
        const [of] = await cpuEngine.trace(experiment, [START], wanted);
        const found = trajectoryRows(of!);
        expect(found.map((row) => row.slice(0, 5))).toEqual(
          iterates.map((n) => rows[n]!.slice(0, 5)),
        );
        found.forEach((row, i) =>
          row.slice(5).forEach((x, k) => expect(x).toBeCloseTo(rows[iterates[i]!]![5 + k]!, 13)),
        );
      }
    },
  );
});

describe('every trace', () => {
  it('carries the moving average, a shortened step by its share', async () => {
    const emaBeta = 0.8;
    const result = await trace('wgan-gp', { time: 1.05, step: 0.1, emaBeta }, START, 2);
    let mean = [...START];
    integrate('wgan-gp', {}, START, 1.05, 0.1, (s, t) => {
      const keep = t === 1.05 ? emaBeta ** 0.5 : emaBeta;
      mean = mean.map((m, i) => keep * m + (1 - keep) * s[i]!);
    });
    sample(result, 1)
      .slice(4)
      .forEach((x, i) => expect(x).toBeCloseTo(mean[i]!, 13));
  });

  it('is NaN after it has left every bound, and at no time before', async () => {
    const { times, samples } = await trace(
      'wgan',
      { time: 1200, rateG: 10 },
      [0.5, 0, 1000, 0],
      13,
    );
    times.forEach((time, row) => {
      const theta = samples[row * WIDTH + 2]!;
      // Out at t = 900, the tenth sample; within is |theta| < 10,000.
      if (time < 900) expect(theta).toBeCloseTo(1000 + 10 * time, 6);
      else expect(theta).toBeNaN();
    });
  });

  it('begins in the allowed set', async () => {
    const clipped = await trace('wgan-clip', { clip: 0.25 }, START, 2);
    expect(sample(clipped, 0)).toEqual([0.25, 0.25, 0.9, -0.4, 0.25, 0.25, 0.9, -0.4]);
  });

  it('is one for each start, in order; none for none', async () => {
    const starts: State[] = [START, [0, 0, 0, 0], [1, 0, 0, 1]];
    const traces = await cpuEngine.trace(experimentOf('wgan-gp'), starts, 5);
    expect(traces.map(({ start }) => start)).toEqual(starts);
    expect(traces[0]).toEqual(await trace('wgan-gp', {}, START, 5));
    expect(await cpuEngine.trace(experimentOf('wgan-gp'), [], 5)).toEqual([]);
  });
});

describe('measures', () => {
  test.each(VARIANTS)(
    'of $name are those of each start alone, in their columns',
    async ({ model, values }) => {
      const own = { ...values, time: 12, step: 0.1 };
      const starts = randomStates(randomSource(13), 6, 0.1, 3);
      const rows = await cpuEngine.measure(experimentOf(model.id, own), starts);
      expect(rows).toHaveLength(6 * COLUMNS);
      for (let row = 0; row < 6; row++) {
        const expected = measure(
          model.id,
          own,
          Array.from(starts.subarray(4 * row, 4 * row + 4)),
          12,
          0.1,
        );
        MEASURES.forEach(({ id }, column) => {
          const value = expected[id];
          const code = typeof value === 'string' ? OUTCOMES.indexOf(value) : value;
          expect(rows[row * COLUMNS + column]).toBe(code);
        });
      }
    },
  );

  it('of a map are those of its pixel centres', async () => {
    const experiment = experimentOf('gan-qp', { time: 5 });
    const grid = { width: 5, height: 3 };
    const starts = initialConditionsOfPixels(experiment.slice, grid, 0, 15);
    expect(await mapOf(cpuEngine, experiment, grid)).toEqual(
      await cpuEngine.measure(experiment, starts, { measures: ['outcome'] }),
    );
  });

  it('begin in the allowed set', async () => {
    const experiment = experimentOf('wgan-clip', { time: 2, clip: 0.25 });
    const [outside, inside] = await Promise.all(
      [3, 0.25].map((phi) => cpuEngine.measure(experiment, Float64Array.of(phi, 0, 1, 1))),
    );
    // Of tangents outside the set, one is projected away: the exponent is that of the others.
    const lyapunov = MEASURES.findIndex(({ id }) => id === 'lyapunov');
    for (const results of [outside!, inside!]) results[lyapunov] = NaN;
    expect(outside).toEqual(inside);
  });
});

describe('what is asked of the engine', () => {
  it('leaves the starts as they were', async () => {
    const starts = Float64Array.of(3, 3, 1, 1);
    await cpuEngine.measure(experimentOf('wgan-clip', { time: 2 }), starts);
    expect([...starts]).toEqual([3, 3, 1, 1]);
  });

  it('is nothing for no start', async () => {
    expect(await cpuEngine.measure(experimentOf('wgan'), new Float64Array(0))).toHaveLength(0);
  });

  it('says how far it is, up to 1', async () => {
    const shares: number[] = [];
    const starts = randomStates(randomSource(14), 20, 0.1, 2);
    // Two starts by two, each pair takes 5 ms: a slice of 12 ms has three pairs.
    let time = 0;
    const engine = cpuEngineWithClock(() => (time += 5));
    await engine.measure(experimentOf('ns-gan', { time: 4 }), starts, {
      progress: (share) => shares.push(share),
    });
    expect(shares).toEqual([0.3, 0.6, 0.9, 1]);
  });

  it('ends with the signal’s reason when aborted', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const starts = randomStates(randomSource(15), 20, 0.1, 2);
    const shares: number[] = [];
    let time = 0;
    const engine = cpuEngineWithClock(() => (time += 5));
    const running = engine.measure(experimentOf('ns-gan', { time: 4 }), starts, {
      signal: controller.signal,
      progress: (share) => {
        shares.push(share);
        controller.abort(reason);
      },
    });
    await expect(running).rejects.toBe(reason);
    expect(shares, 'nothing is computed after it').toEqual([0.3]);
  });

  it('is refused for a horizon too short, before the first start', async () => {
    const experiment = experimentOf('ns-gan', { time: 0.1, step: 0.1 });
    await expect(cpuEngine.measure(experiment, new Float64Array(4))).rejects.toThrow(
      'invalid time: 0.1 is under four steps of 0.1',
    );
  });
});
