import { describe, expect, test } from 'vitest';
import { cpuEngine } from '../../../src/cpu/engine.ts';
import { pooledEngine } from '../../../src/cpu/pool.ts';
import { serverOf } from '../../../src/cpu/worker-server.ts';
import { startsOfColumns } from '../../../src/experiment/diagram/diagram.ts';
import { visitedRange } from '../../../src/experiment/diagram/diagram-range.ts';
import { measureDiagram } from '../../../src/experiment/diagram/measure-diagram.ts';
import { COLUMNS } from '../../../src/experiment/engine.ts';
import {
  defaultExperiment,
  type Diagram,
  type Experiment,
} from '../../../src/experiment/experiment.ts';
import { assign } from '../../../src/experiment/schema.ts';
import { MEASURES } from '../../../src/measures/index.ts';
import { OUTCOMES } from '../../../src/measures/outcomes.ts';
import { HISTOGRAM } from './visits.ts';

function experimentOf(
  model: string,
  method: string,
  choices: Readonly<Record<string, unknown>>,
): Experiment & { readonly diagram: Diagram } {
  const entries = Object.entries(choices);
  const start = defaultExperiment(model, method);
  const chosen = entries.reduce((one, [key, value]) => assign(one, key, value), start);
  return chosen as Experiment & { readonly diagram: Diagram };
}

const sizeOf = (columns: number, rows: number, range: readonly [number, number]) => ({
  columns,
  rows,
  range,
});

/** The bins of a column that are visited, from the lowest. */
function visited(counts: Float64Array, rows: number, column: number): readonly number[] {
  const own = Array.from(counts.subarray(rows * column, rows * (column + 1)));
  return own.flatMap((count, bin) => (count > 0 ? [bin] : []));
}

test('an independent histogram of altgd over the step has the same counts', async () => {
  const experiment = experimentOf('ns-gan', 'altgd', {
    diagram: 'step:0.5:1.5;theta1;;0.5',
    starts: '0.5,0,0.7,0',
    time: 300,
  });
  const size = sizeOf(4, 20, [-0.5, 0.5]);
  const { counts, counted } = await measureDiagram(cpuEngine, experiment, experiment.diagram, size);
  HISTOGRAM.forEach((column, i) => {
    expect(Array.from(counts.subarray(20 * i, 20 * (i + 1)))).toEqual(column);
    expect(counted[i]).toBe(column.reduce((a, b) => a + b));
  });
});

describe('right values', () => {
  test('the circle of wgan-gp over c is |θ| = c, of every start off the lines', async () => {
    const experiment = experimentOf('wgan-gp', 'rk4', {
      diagram: 'c:0.5:1.5;theta-length;;0.1',
      lambda: 0.5,
      time: 100,
      ensemble: '4;phi1:0.2:1,theta2:0.2:1',
    });
    const [columns, rows] = [5, 100];
    const { counts, x } = await measureDiagram(cpuEngine, experiment, experiment.diagram, {
      ...sizeOf(columns, rows, [0, 2]),
    });
    // Approached as e^(-lambda t) and faster than 1/rows long before the last tenth. Values of c lie in
    // the middle of bins.
    expect(Array.from(x)).toEqual(
      [0.6, 0.7, 0.8, 0.9, 1].map((c, i) => expect.closeTo(c + i / 10, 12)),
    );
    x.forEach((c, i) => {
      const bins = visited(counts, rows, i);
      for (const bin of bins) expect(Math.abs((bin + 0.5) / 50 - c)).toBeLessThan(0.0201);
    });
  });

  test('simgd with l2 = 2 on ns-gan halves its period at h = 4 / (2 + √3)', async () => {
    // The multiplier of the faster eigenvalue, -(2 + sqrt 3)/2, is -1 there.
    const limit = 4 / (2 + Math.sqrt(3));
    const experiment = experimentOf('ns-gan', 'simgd', {
      diagram: `step:${0.95 * limit}:${1.05 * limit};phi1;-1:1;0.1`,
      starts: '0.1,0,0.1,0',
      l2: 2,
      time: 4000,
    });
    const rows = 101;
    const { counts } = await measureDiagram(cpuEngine, experiment, experiment.diagram, {
      ...sizeOf(2, rows, [-1, 1]),
    });
    expect(visited(counts, rows, 0)).toEqual([50]);
    expect(visited(counts, rows, 1)).not.toContain(50);
  });
});

describe('shares of outcomes', () => {
  const experiment = experimentOf('lsgan', 'simgd', {
    diagram: 'l2:0:1;outcome',
    ensemble: '6;phi1:-2:2,phi2:-2:2,theta1:-2:2,theta2:-2:2',
    time: 20,
  });

  test('are those of what `measure` gives at the same parameters', async () => {
    const { shares, counts } = await measureDiagram(cpuEngine, experiment, experiment.diagram, {
      ...sizeOf(3, 1, [0, 1]),
    });
    expect(counts).toHaveLength(0);
    const outcome = MEASURES.findIndex(({ id }) => id === 'outcome');
    for (let column = 0; column < 3; column++) {
      const { starts, varied } = startsOfColumns(experiment, experiment.diagram, [3, column, 1]);
      const own = assign(experiment, 'l2', varied!.values[0]);
      const results = await cpuEngine.measure(own, starts, { measures: ['outcome'] });
      const labels = OUTCOMES.map(() => 0);
      for (let i = 0; i < 6; i++) labels[results[COLUMNS * i + outcome]!]! += 1 / 6;
      const first = OUTCOMES.length * column;
      expect(Array.from(shares.subarray(first, first + OUTCOMES.length))).toEqual(
        labels.map((share) => expect.closeTo(share, 12)),
      );
      expect(varied!.values[0]).toBeCloseTo((column + 0.5) / 3, 15);
    }
  });
});

test('workers count what one thread counts', async () => {
  const experiment = experimentOf('wgan-clip', 'rk4', {
    diagram: 'theta1:-2:2;L;-4:4;0.5',
    ensemble: '5;phi1:-1:1,theta2:-1:1',
    time: 6,
  });
  const pool = pooledEngine(
    (onReply) => ({
      post: serverOf((reply) => queueMicrotask(() => onReply(reply))),
      terminate() {},
    }),
    3,
    'test',
  );
  const size = sizeOf(21, 16, [-4, 4]);
  const [one, other] = await Promise.all(
    [cpuEngine, pool].map((engine) => measureDiagram(engine, experiment, experiment.diagram, size)),
  );
  expect(other).toEqual(one);
  expect(one!.counts.reduce((a, b) => a + b)).toBeGreaterThan(0);
  pool.destroy();
});

test('a start on a line through 0 is counted where it is, not where its line is turned to', async () => {
  // phi = theta (3/5, 4/5): the path stays on that line, so theta2 is 4/3 of theta1.
  const choices = { starts: '0.6,0.8,0.6,0.8', time: 20, l2: 0.1 };
  const over = (of: string) =>
    experimentOf('ns-gan', 'rk4', { ...choices, diagram: `l2:0.1:0.2;${of};;1` });
  const counts = await Promise.all(
    (
      [
        ['theta1', 0.6],
        ['theta2', 0.8],
      ] as const
    ).map(async ([of, scale]) => {
      const experiment = over(of);
      // Bins that no sample is at the edge of.
      const size = sizeOf(2, 23, [-1.01 * scale, 1.02 * scale]);
      return (await measureDiagram(cpuEngine, experiment, experiment.diagram, size)).counts;
    }),
  );
  expect(counts[1]).toEqual(counts[0]);
});

test('the range is what bounded columns visit, without what runs away', async () => {
  // Beyond h = 2 altgd runs away on the bilinear game.
  const experiment = experimentOf('wgan-gp', 'altgd', {
    diagram: 'step:0.1:2.2;theta1',
    starts: '0.5,0,0.5,0',
    lambda: 0,
    time: 200,
  });
  const [low, high] = await visitedRange(cpuEngine, experiment, {
    ...experiment.diagram,
    of: 'theta1',
  });
  expect(low).toBeLessThan(-0.5);
  expect(high).toBeGreaterThan(0.5);
  expect(high - low).toBeLessThan(10);
});
