import { describe, expect, test } from 'vitest';
import {
  agreementOf,
  findingOf,
  sampleOf,
  type Checked,
} from '../../src/experiment/verification/agreement.ts';
import { checkMap } from '../../src/experiment/verification/check.ts';
import { COLUMNS, type Results } from '../../src/experiment/engine.ts';
import { mapOf } from '../../src/experiment/pixels.ts';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { fromQuery } from '../../src/experiment/format/url.ts';
import type { MEASURES } from '../../src/measures/index.ts';
import { OUTCOMES } from '../../src/measures/outcomes.ts';
import { cpuEngine } from '../../src/cpu/engine.ts';
import { randomSource } from '../support/random.ts';

const [ORBITING, GROWING] = ['orbiting', 'growing'].map((word) =>
  OUTCOMES.indexOf(word as (typeof OUTCOMES)[number]),
) as [number, number];

describe('a sample', () => {
  const grid = { width: 100, height: 70 };
  test('has one start in every cell, once, in an order that leaves no part out', () => {
    const pixels = sampleOf(grid, 1, 10);
    const cells = pixels.map(
      (pixel) => Math.floor(pixel / 100 / 7) * 10 + Math.floor((pixel % 100) / 10),
    );
    expect(cells.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i));
    const half = cells.slice(0, 50);
    for (const part of [(cell: number) => cell < 50, (cell: number) => cell % 10 < 5]) {
      expect(half.filter(part).length).toBeGreaterThan(12);
      expect(half.filter(part).length).toBeLessThan(38);
    }
  });
  test('is the same for the same seed, and another for another', () => {
    expect(sampleOf(grid, 1)).toEqual(sampleOf(grid, 1));
    expect(sampleOf(grid, 2)).not.toEqual(sampleOf(grid, 1));
  });
  test('of a small map is all of it', () => {
    expect(new Set(sampleOf({ width: 8, height: 6 }, 3)).size).toBe(48);
  });
});

describe('a finding', () => {
  const finding = (measure: (typeof MEASURES)[number]['id'], ...values: number[][]) =>
    findingOf(
      measure,
      {
        shown: values[0]![0]!,
        expected: values[0]![1]!,
        rounded: values[1] ?? [],
        around: values[2] ?? [values[0]![0]!],
      },
      0.0625,
    );
  test('is unknown where the path has decayed below float32, and astray where it has not', () => {
    const comparison = { shown: NaN, expected: 27.5, rounded: [27.5, 27.5], around: [NaN] };
    expect(findingOf('turns', { ...comparison, sunk: true }, 0.0625)).toBe('unknown');
    expect(findingOf('turns', comparison, 0.0625)).toBe('astray');
    const checked = Array.from({ length: 9 }, (_, pixel): Checked => {
      const { shown, expected } = comparison;
      return { pixel, shown, expected, finding: 'unknown' };
    });
    expect(agreementOf(checked)).toMatchObject({ verdict: 'agrees', counts: { unknown: 9 } });
  });

  test('agrees within the tolerance, which grows with the value', () => {
    expect(finding('distance', [1.00009, 1])).toBe('agrees');
    expect(finding('distance', [1.001, 1])).toBe('astray');
    expect(finding('distance', [1000.09, 1000])).toBe('agrees');
    expect(finding('settle', [10.125, 10])).toBe('agrees');
    expect(finding('settle', [11, 10])).toBe('astray');
  });
  test('agrees where both are no number of the same kind, and only there', () => {
    expect(finding('distance', [Infinity, Infinity])).toBe('agrees');
    expect(finding('rate', [NaN, NaN])).toBe('agrees');
    expect(finding('distance', [Infinity, 1])).toBe('astray');
    expect(finding('distance', [1, Infinity])).toBe('astray');
    expect(finding('rate', [NaN, 0])).toBe('astray');
  });
  test('is rounding where float64 with float32’s rounding is as far off', () => {
    expect(finding('distance', [1.2, 1], [1.001, 0.99])).toBe('rounding');
    expect(finding('distance', [1.2, 1], [1.001, 1])).toBe('astray');
    expect(finding('settle', [Infinity, 40], [Infinity, 40])).toBe('rounding');
    expect(finding('outcome', [ORBITING, GROWING], [GROWING, ORBITING])).toBe('rounding');
  });
  test('is a boundary’s where a neighbour shows what float64 gives', () => {
    expect(finding('turns', [3, -3], [-3, -3], [3, 3, -3.2])).toBe('boundary');
    expect(finding('turns', [3, -3], [-3, -3], [3, 3.1, 2.9])).toBe('astray');
    // On a slope the value of a neighbour is no excuse.
    expect(finding('distance', [1, 1.01], [1.01], [0.9, 1, 1.1])).toBe('astray');
    expect(finding('outcome', [ORBITING, GROWING], [GROWING], [ORBITING, GROWING])).toBe(
      'boundary',
    );
    expect(finding('outcome', [ORBITING, GROWING], [GROWING], [ORBITING])).toBe('astray');
  });
});

describe('a verdict', () => {
  const many = (count: number, finding: Checked['finding']): Checked[] =>
    Array.from({ length: count }, (_, pixel) => ({ pixel, shown: 0, expected: 0, finding }));
  const verdict = (...parts: Checked[][]) => agreementOf(parts.flat()).verdict;
  test('fails where too many are astray, or beside boundaries', () => {
    expect(verdict(many(1000, 'agrees'))).toBe('agrees');
    expect(verdict(many(960, 'agrees'), many(40, 'boundary'))).toBe('agrees');
    expect(verdict(many(940, 'agrees'), many(60, 'boundary'))).toBe('failed');
    expect(verdict(many(995, 'agrees'), many(5, 'astray'))).toBe('doubtful');
    expect(verdict(many(985, 'agrees'), many(15, 'astray'))).toBe('failed');
  });
  test('of chaos is one about the distribution', () => {
    const random = randomSource(4);
    const chaos = (shift: number): Checked[] =>
      many(600, 'rounding').map((one) => ({
        ...one,
        shown: random() + shift,
        expected: random(),
      }));
    expect(verdict(many(400, 'agrees'), chaos(0))).toBe('shares');
    expect(verdict(many(5000, 'agrees'), chaos(0))).toBe('shares');
    expect(verdict(many(15_000, 'agrees'), chaos(0))).toBe('agrees');
    expect(verdict(many(400, 'agrees'), chaos(0.2))).toBe('failed');
  });
});

describe('a map', () => {
  const grid = { width: 32, height: 32 };
  const job = { seed: 5, cells: 16 };
  /** As float32 has it, and worse. */
  const inFloat32 = (results: Results, spoil: (value: number) => number = (value) => value) =>
    Float32Array.from(results, (value, i) => (i % COLUMNS === 0 ? spoil(value) : value));
  const experiment = withValues(defaultExperiment('wgan-gp'), {
    time: 20,
    measure: 'distance',
    lambda: 0.3,
  });

  test('of float64’s numbers agrees', async () => {
    const shares: number[] = [];
    const results = inFloat32(await mapOf(cpuEngine, experiment, grid));
    const found = await checkMap(
      cpuEngine,
      experiment,
      { grid, results },
      { ...job, progress: (share) => shares.push(share) },
    );
    expect(found).toMatchObject({ verdict: 'agrees', count: 256, counts: { agrees: 256 } });
    // Three quarters of the way is float64's, the rest that of 16 starts of the independent check.
    expect(shares.slice(0, 4)).toEqual([0.1875, 0.375, 0.5625, 0.75]);
    expect(shares.slice(4)).toEqual(Array.from({ length: 16 }, (_, i) => 0.75 + (i + 1) / 64));
    expect(found.independent).toMatchObject({ count: 16, counts: { agrees: 16 } });
  });

  test.each([
    ['a thousandth too large', (value: number) => 1.001 * value],
    ['nothing', () => 0],
    ['not finite', () => Infinity],
  ])('of numbers that are %s fails', async (_, spoil) => {
    const results = inFloat32(await mapOf(cpuEngine, experiment, grid), spoil);
    const found = await checkMap(cpuEngine, experiment, { grid, results }, job);
    expect(found.verdict).toBe('failed');
    expect(found.counts.agrees).toBeLessThan(30);
  });

  test('of another parameter fails', async () => {
    const other = withValues(experiment, { lambda: 0.301 });
    const results = inFloat32(await mapOf(cpuEngine, other, grid));
    const found = await checkMap(cpuEngine, experiment, { grid, results }, job);
    expect(found.verdict).toBe('failed');
  });

  test('of chaos has its distribution compared, and fails where that is another’s', async () => {
    const { experiment: chaos } = fromQuery(
      'model=saturating-gan&method=altgd&step=1.5&time=600&x=theta1:-3:3&y=phi1:-3:3&hold=0,0,0,0&measure=distance',
    );
    const sea = {
      ...chaos,
      slice: {
        ...chaos.slice,
        x: { ...chaos.slice.x, min: 2.2, max: 2.4 },
        y: { ...chaos.slice.y, min: 2.2, max: 2.4 },
      },
    };
    const rounded = withValues(sea, { noise: 1e-7 });
    const results = inFloat32(await mapOf(cpuEngine, rounded, grid));
    const found = await checkMap(cpuEngine, sea, { grid, results }, job);
    expect(found.counts.rounding).toBeGreaterThan(128);
    expect(found.verdict).toBe('shares');

    const spoiled = inFloat32(results, (value) => 0.7 * value);
    expect((await checkMap(cpuEngine, sea, { grid, results: spoiled }, job)).verdict).toBe(
      'failed',
    );
  });

  test('is checked as far as time allows, and given up at an abort', async () => {
    const results = inFloat32(await mapOf(cpuEngine, experiment, grid));
    const picture = { grid, results };
    const found = await checkMap(cpuEngine, experiment, picture, {
      ...job,
      shouldStop: () => true,
    });
    expect(found.count).toBe(64);
    const signal = AbortSignal.abort(new Error('another map'));
    const given = checkMap(
      { ...cpuEngine, measure: () => Promise.reject(signal.reason as Error) },
      experiment,
      picture,
      { ...job, signal },
    );
    await expect(given).rejects.toThrow('another map');
  });
});
