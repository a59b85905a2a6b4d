import { describe, expect, test } from 'vitest';
import { cpuEngine } from '../../../src/cpu/engine.ts';
import {
  drawnStarts,
  mapEnsemble,
  mapMeasureOf,
  withoutEnsemble,
} from '../../../src/experiment/ensemble/ensemble.ts';
import {
  shareError,
  standardErrorOf,
  statisticOf,
} from '../../../src/experiment/ensemble/statistics.ts';
import {
  defaultExperiment,
  withValues,
  type Experiment,
} from '../../../src/experiment/experiment.ts';
import { fromFile, toFile } from '../../../src/experiment/format/json.ts';
import { fromQuery, toQuery } from '../../../src/experiment/format/url.ts';
import { refinedMap, type Refinement } from '../../../src/experiment/ensemble/refined-map.ts';
import { mapOf } from '../../../src/experiment/pixels.ts';
import { mapKey } from '../../../src/experiment/keys.ts';
import { onSlice } from '../../../src/experiment/plane.ts';
import { assign } from '../../../src/experiment/schema.ts';
import { NUMBER_STATISTICS } from '../../../src/measures/statistics.ts';
import { ensembleMap, reducedMap } from './reduction.ts';

function experimentOf(choices: Readonly<Record<string, string>>, model = 'ns-gan'): Experiment {
  return Object.entries(choices).reduce(
    (experiment, [key, value]) => assign(experiment, key, value),
    defaultExperiment(model, 'altgd'),
  );
}

const PLANE = experimentOf({
  x: 'l2=0:1',
  y: 'step=0.05:0.5:log',
  time: '6',
  ensemble: '5;phi1:-2:2,theta1:-1:1,theta2:0.5:1',
});

const IDS = [
  'outcome',
  'share.converging',
  'share.orbiting',
  'mean.distance',
  'median.amplitude',
  'min.turns',
  'max.rate',
];

describe('every statistic is that of the same starts measured one by one, bit for bit', () => {
  const planes = {
    'over parameters': PLANE,
    mixed: assign(PLANE, 'y', 'theta1=-2:2'),
    'of initial conditions': assign(assign(PLANE, 'x', 'phi1=-1:1'), 'y', 'theta1=-2:2'),
    'of an even number': assign(PLANE, 'ensemble', '4;phi2:-2:2,theta1:0.1:1'),
  };
  test.each(Object.entries(planes))('%s', async (_, plane) => {
    const grid = { width: 3, height: 2 };
    expect(await ensembleMap(cpuEngine, plane, grid, IDS)).toEqual(
      await reducedMap(cpuEngine, plane, grid, IDS),
    );
  });
});

test('a map is refined: from few starts everywhere to all of them', async () => {
  const grid = { width: 3, height: 2 };
  const withStarts = (starts: number) =>
    assign(withValues(PLANE, { measure: 'mean.distance' }), 'ensemble', `${starts};phi1:-2:2`);
  const progress: number[] = [];
  const job = { progress: (fraction: number) => progress.push(fraction) };
  const passes: Refinement[] = [];
  for await (const pass of refinedMap(cpuEngine, withStarts(18), grid, job)) passes.push(pass);
  expect(passes.map(({ starts }) => starts)).toEqual([4, 16, 18]);
  for (const { starts, results } of passes) {
    expect(results).toEqual(await mapOf(cpuEngine, withStarts(starts), grid));
  }
  expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  expect(progress.at(-1)).toBe(1);
  const single = withoutEnsemble(PLANE);
  for await (const { starts, results } of refinedMap(cpuEngine, single, grid, {})) {
    expect(starts).toBe(1);
    expect(results).toEqual(await mapOf(cpuEngine, single, grid));
  }
});

describe('starts', () => {
  const ensemble = mapEnsemble(PLANE)!;
  test('fill their box, and the first of many are those of few', () => {
    const many = drawnStarts(PLANE, { ...ensemble, starts: 4000 });
    const column = (index: number) => many.filter((_, i) => i % 4 === index);
    const mean = (values: Float64Array) => values.reduce((a, b) => a + b) / values.length;
    expect(Math.min(...column(0))).toBeGreaterThan(-2);
    expect(Math.max(...column(0))).toBeLessThan(2);
    expect(new Set(column(1))).toEqual(new Set([0]));
    // Four standard deviations of the mean of 4,000 uniform numbers on intervals of 4, 2 and 1/2.
    expect(Math.abs(mean(column(0)))).toBeLessThan(4 * (4 / Math.sqrt(12 * 4000)));
    expect(Math.abs(mean(column(2)))).toBeLessThan(4 * (2 / Math.sqrt(12 * 4000)));
    expect(Math.abs(mean(column(3)) - 0.75)).toBeLessThan(4 * (0.5 / Math.sqrt(12 * 4000)));
    expect(drawnStarts(PLANE, ensemble)).toEqual(many.subarray(0, 4 * ensemble.starts));
  });

  test('depend on the seed, and not on what else is drawn', () => {
    const own = drawnStarts(PLANE, ensemble);
    expect(drawnStarts(withValues(PLANE, { seed: 2 }), ensemble)).not.toEqual(own);
    const fewer = drawnStarts(PLANE, { ...ensemble, box: ensemble.box.slice(1) });
    expect(fewer.filter((_, i) => i % 4 === 2)).toEqual(own.filter((_, i) => i % 4 === 2));
  });

  test('are not drawn along an axis; a box that lies on axes is none', () => {
    const mixed = assign(PLANE, 'y', 'theta1=-2:2');
    expect(mapEnsemble(mixed)!.box.map(({ component }) => component)).toEqual(['phi1', 'theta2']);
    const along = assign(PLANE, 'ensemble', '5;theta1:-1:1,theta2:-1:1');
    expect(mapEnsemble(onSlice(along))).toBeUndefined();
  });
});

describe('what a map shows', () => {
  const shown = (measure: string, experiment = PLANE) =>
    mapMeasureOf(withValues(experiment, { measure })).id;
  test('of an ensemble a number by its mean, without one a statistic by what it is of', () => {
    expect(shown('share.stuck')).toBe('share.stuck');
    expect(shown('rate')).toBe('mean.rate');
    expect(shown('outcome')).toBe('outcome');
    const single = withoutEnsemble(PLANE);
    expect(shown('median.rate', single)).toBe('rate');
    expect(shown('share.stuck', single)).toBe('outcome');
  });

  test('another share needs nothing new, another number does', () => {
    const key = (measure: string) => mapKey(withValues(PLANE, { measure }));
    expect(key('share.stuck')).toBe(key('outcome'));
    expect(key('mean.rate')).not.toBe(key('outcome'));
    expect(key('outcome')).not.toBe(mapKey(withoutEnsemble(PLANE)));
  });
});

test('links and files keep an ensemble', () => {
  expect(fromQuery(toQuery(PLANE)).experiment).toEqual(PLANE);
  expect(toQuery(PLANE)).toContain('ensemble=5;phi1:-2:2,theta1:-1:1,theta2:0.5:1');
  expect(fromFile(JSON.parse(JSON.stringify(toFile(PLANE))))).toEqual(PLANE);
});

test.each([
  '',
  '0;phi1:-1:1',
  '5',
  '5;phi1:1:1',
  '5;phi1:-1:1,phi1:0:2',
  '1e9;phi1:-1:1',
  '2.5;phi1:0:1',
])('no ensemble: %s', (text) => {
  expect(() => assign(PLANE, 'ensemble', text)).toThrow(/^invalid ensemble: .* starts from 1 to/);
});

describe('values that are infinite or unknown', () => {
  const statistics = (...values: number[]) =>
    NUMBER_STATISTICS.map((kind) => statisticOf(kind, Float64Array.from(values)));
  const none = NaN;

  test.each([
    // Values; their mean, median, least and largest.
    [
      [3, 1, 2],
      [2, 2, 1, 3],
    ],
    [
      [4, 1, 2, 3],
      [2.5, 2.5, 1, 4],
    ],
    // What never happens is later than all that does.
    [
      [1, 2, Infinity],
      [Infinity, 2, 1, Infinity],
    ],
    [
      [1, Infinity],
      [Infinity, Infinity, 1, Infinity],
    ],
    [
      [Infinity, Infinity],
      [Infinity, Infinity, Infinity, Infinity],
    ],
    // An unknown value could be the least, the largest or in the middle.
    [
      [1, 2, none],
      [none, none, none, none],
    ],
    [
      [1, 2, 3, none, none],
      [none, none, none, none],
    ],
    [
      [1, 1, 1, none, none],
      [none, 1, none, none],
    ],
    // Here it cannot change the median, whatever it is.
    [
      [1, 1, 1, none],
      [none, 1, none, none],
    ],
    [
      [1, Infinity, Infinity, none],
      [Infinity, Infinity, none, Infinity],
    ],
    [
      [none, none],
      [none, none, none, none],
    ],
  ])('%j', (values, expected) => {
    expect(statistics(...values)).toEqual(expected);
  });
});

describe('standard errors', () => {
  test('of a mean and a median', () => {
    const values = Float64Array.from({ length: 400 }, (_, i) => i / 400);
    // s = 1/sqrt(12) of the uniform distribution; that of the median is 1/(2 f sqrt(n)) with f = 1.
    expect(standardErrorOf('mean', values)).toBeCloseTo(1 / Math.sqrt(12 * 400), 4);
    expect(standardErrorOf('median', values)).toBeCloseTo(1 / (2 * Math.sqrt(400)), 3);
    expect(standardErrorOf('max', values)).toBeNaN();
    expect(standardErrorOf('mean', Float64Array.of(1, Infinity))).toBeNaN();
  });

  test('of a share, above 0 also where all starts agree', () => {
    // Wilson's interval at z = 1, with n = 100: the binomial's sqrt(p(1 - p)/n) is 0.05.
    expect(shareError(0.5, 100)).toBeCloseTo(0.05, 3);
    expect(shareError(0, 16)).toBeCloseTo(1 / 34, 10);
    expect(shareError(1, 16)).toBe(shareError(0, 16));
  });
});
