import { describe, expect, it } from 'vitest';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { countLabels, formatFraction } from '../../src/figure/legend/label-counts.ts';
import {
  colourOf,
  paint,
  scaleFor,
  type ColourScale,
} from '../../src/figure/colour/colour-scale.ts';
import { ENTRIES } from '../../src/figure/colour/palette.ts';
import {
  linearRange,
  logarithmicRange,
  niceAbove,
  niceBelow,
  symmetricRange,
} from '../../src/figure/colour/range.ts';
import { entryOf } from '../../src/figure/colour/theme.ts';
import { MEASURES, type Measure } from '../../src/measures/index.ts';
import { OUTCOMES, type Outcome } from '../../src/measures/outcomes.ts';

const HORIZON = 40;

type Row = Partial<Record<Exclude<Measure['id'], 'outcome'>, number>> & { outcome?: Outcome };

function rowsOf(...rows: readonly Row[]): Float64Array {
  return Float64Array.from(
    rows.flatMap((row) =>
      MEASURES.map(({ id }) =>
        id === 'outcome' ? OUTCOMES.indexOf(row.outcome ?? 'undecided') : (row[id] ?? 1),
      ),
    ),
  );
}

function scaleOf(measure: Measure['id'], sample: Float64Array): ColourScale {
  const experiment = withValues(defaultExperiment(), { measure, time: HORIZON });
  return scaleFor(experiment, sample, 'dark');
}

function colour(scale: ColourScale, row: Row): number[] {
  return [...paint(scale, rowsOf(row), 1)];
}

function tableColour({ table }: ColourScale, index: number): number[] {
  return [...entryOf(table, index), 255];
}

describe('ranges', () => {
  it('are rounded outwards to what people can read', () => {
    expect([0.033, 0.05, 1, 1.2, 9, 710].map((value) => niceAbove(value))).toEqual([
      0.04, 0.05, 1, 1.5, 10, 800,
    ]);
    expect([0.033, 0.05, 1, 1.2, 9, 710].map((value) => niceBelow(value))).toEqual([
      0.03, 0.05, 1, 1, 8, 600,
    ]);
    for (let exponent = -12; exponent <= 12; exponent++) {
      const power = Number(`1e${exponent}`);
      expect([niceBelow(power), niceAbove(power)]).toEqual([power, power]);
    }
  });

  it('ignore a few extremes and everything without a logarithm', () => {
    const values = Float64Array.from({ length: 100 }, (_, i) => 0.01 * 10 ** (i / 50));
    values.set([1e9, 0, -3, Infinity, NaN, 1e-30]);
    expect(logarithmicRange(values)).toEqual({ low: 0.01, high: 1 });
  });

  it.each([
    ['equal values', [1, 1, 1], { low: 1, high: 1.5 }],
    ['tiny values', [1e-20, 1e-19], { low: 1e-6, high: 1.5e-6 }],
    ['nothing finite', [NaN, Infinity], { low: 0.01, high: 1 }],
    ['nothing', [], { low: 0.01, high: 1 }],
  ])('of %s are usable', (_, values, range) => {
    expect(logarithmicRange(Float64Array.from(values))).toEqual(range);
  });

  it('of times fit what occurs and end at the horizon', () => {
    const range = (...values: number[]) => linearRange(Float64Array.from(values), 40);
    expect(range(12, 14, 19, Infinity, NaN)).toEqual({ low: 12, high: 19 });
    expect(range(39.7, 39.8)).toEqual({ low: 39.7, high: 40 });
    expect(range(Infinity)).toEqual({ low: 0, high: 40 });
    expect(range()).toEqual({ low: 0, high: 40 });
  });

  it('around 0 are symmetric and never shorter than what means something', () => {
    const range = (...values: number[]) => symmetricRange(Float64Array.from(values), 0.1);
    expect(range(-3, 1, NaN, 2)).toEqual({ low: -3, inner: 0, high: 3 });
    expect(range(1e-9, -1e-9)).toEqual({ low: -0.1, inner: 0, high: 0.1 });
    expect(range()).toEqual({ low: -0.1, inner: 0, high: 0.1 });
  });

  it('around 0 leave an empty middle out', () => {
    const range = symmetricRange(Float64Array.of(-5.6, 5.7, -6.4, 6.3, 6), 0.1);
    expect(range).toEqual({ low: -6.4, inner: 5.6, high: 6.4 });
    // One start near 0 is enough to need the middle.
    expect(symmetricRange(Float64Array.of(-5.6, 6.4, 0.2), 0.1).inner).toBe(0);
  });
});

describe('numbers', () => {
  const sample = rowsOf({ distance: 0.01, rate: -0.4 }, { distance: 1, rate: 0.1 });

  it('go through the table by their logarithm, bright at the equilibrium', () => {
    const scale = scaleOf('distance', sample);
    expect(scale).toMatchObject({ transform: 'logarithmic', low: 0.01, high: 1, column: 0 });
    expect(colour(scale, { distance: 0.01 })).toEqual(tableColour(scale, 0));
    expect(colour(scale, { distance: 1 })).toEqual(tableColour(scale, ENTRIES - 1));
    expect(colour(scale, { distance: 10 ** (-2 + (2 * 51) / 255) })).toEqual(
      tableColour(scale, 51),
    );
    expect(scale.table[0]! + scale.table[1]!).toBeGreaterThan(400);
  });

  it('are held at the ends, 0 included', () => {
    const scale = scaleOf('distance', sample);
    expect(colour(scale, { distance: 0 })).toEqual(tableColour(scale, 0));
    expect(colour(scale, { distance: 99 })).toEqual(tableColour(scale, ENTRIES - 1));
  });

  it('lie half way between neighbours of the table', () => {
    const settle = scaleOf('settle', rowsOf({ settle: 0 }, { settle: HORIZON }));
    const scale = { ...settle, table: new Uint8Array(4 * ENTRIES) };
    scale.table.set([10, 20, 30, 255, 20, 40, 60, 255], 0);
    expect(colour(scale, { settle: (0.5 / 255) * HORIZON })).toEqual([15, 30, 45, 255]);
  });

  it('that are not finite have colours of their own', () => {
    const distance = scaleOf('distance', sample);
    const settle = scaleOf('settle', sample);
    const rate = scaleOf('rate', sample);
    expect(rate).toMatchObject({ transform: 'linear', low: -0.4, high: 0.4 });
    expect(colour(distance, { distance: Infinity })).toEqual([...distance.infinite, 255]);
    expect(colour(settle, { settle: Infinity })).toEqual([...settle.infinite, 255]);
    expect(colour(rate, { rate: NaN })).toEqual([...rate.undefined, 255]);
    expect(settle.infinite).not.toEqual(distance.infinite);
  });
});

describe('labels', () => {
  const scale = scaleOf('outcome', rowsOf({ amplitude: 0.1 }, { amplitude: 10 }));
  const faded = (outcome: Outcome, fading: number): number[] => {
    const code = OUTCOMES.indexOf(outcome);
    const [from, to] = [entryOf(scale.labels, code), entryOf(scale.faded, code)];
    return [...Uint8ClampedArray.from(from, (byte, i) => byte + (to[i]! - byte) * fading), 255];
  };

  const between = (outcome: Outcome, other: Outcome, share: number): number[] => {
    const [from, to] = [outcome, other].map((one) => entryOf(scale.labels, OUTCOMES.indexOf(one)));
    return [...Uint8ClampedArray.from(from!, (byte, i) => byte + (to![i]! - byte) * share), 255];
  };

  it('fade with the settling time where converged', () => {
    const at = (settle: number) => colour(scale, { outcome: 'converged', settle, amplitude: 5 });
    expect(at(0)).toEqual(faded('converged', 0));
    expect(at(HORIZON / 4)).toEqual(faded('converged', 0.5));
    expect(at(Infinity)).toEqual(faded('converged', 1));
  });

  it('fade with the logarithm of the amplitude elsewhere', () => {
    const at = (amplitude: number) => colour(scale, { outcome: 'orbiting', amplitude, settle: 0 });
    expect(scale.shade).toMatchObject({ low: 0.1, high: 10 });
    expect([0, 0.1, 1, 1e6].map(at)).toEqual(
      [0, 0, 0.5, 1].map((fading) => faded('orbiting', fading)),
    );
    expect(colour(scale, { outcome: 'diverged', amplitude: Infinity })).toEqual(
      faded('diverged', 0.5),
    );
  });

  it('turn grey where their evidence is thin', () => {
    expect(
      [1, 0.5, 0].map((evidence) => colour(scale, { outcome: 'orbiting', amplitude: 0, evidence })),
    ).toEqual([0, 0.3, 0.6].map((share) => between('orbiting', 'undecided', share)));
  });

  it('fade over the amplitudes of what has not converged, which fade by time', () => {
    const rows = rowsOf(
      { amplitude: 1e-9, outcome: 'converged' },
      { amplitude: 2 },
      { amplitude: 6 },
    );
    expect(scaleOf('outcome', rows).shade).toMatchObject({ low: 2, high: 6 });
  });
});

it('runs from 0 to 1 for the strength of evidence, the stronger the lighter', () => {
  const scale = scaleOf('evidence', rowsOf({ evidence: 0.2 }, { evidence: 0.4 }));
  expect(scale).toMatchObject({ low: 0, high: 1 });
  const sum = (row: Row) => colour(scale, row).reduce((total, part) => total + part, 0);
  expect(sum({ evidence: 1 })).toBeGreaterThan(sum({ evidence: 0 }));
});

it('keep a pinned range of their measure', () => {
  const experiment = withValues(defaultExperiment(), { measure: 'distance', time: HORIZON });
  const pinned = scaleFor(experiment, rowsOf({ distance: 2 }, { distance: 6 }), 'dark');
  const other = rowsOf({ distance: 0.1 }, { distance: 0.8 });
  expect(scaleFor(experiment, other, 'light', pinned)).toMatchObject({ low: 2, high: 6 });
  const rate = withValues(experiment, { measure: 'rate' });
  expect(scaleFor(rate, other, 'light', pinned).high).not.toBe(6);
});

it('writes where it is told to', () => {
  const rows = rowsOf({ turns: 1 }, { turns: -1 });
  const scale = scaleOf('turns', rows);
  const out = new Uint8ClampedArray(12);
  colourOf(scale, rows, MEASURES.length, out, 4);
  expect([...out]).toEqual([0, 0, 0, 0, ...tableColour(scale, 0), 0, 0, 0, 0]);
});

it('counts what occurs', () => {
  const rows = rowsOf(
    { settle: 1, outcome: 'converged' },
    { settle: Infinity, outcome: 'stuck' },
    { settle: NaN, outcome: 'stuck' },
    { settle: HORIZON + 1, outcome: 'growing' },
  );
  expect(countLabels(scaleOf('settle', rows), rows, 4)).toEqual({
    count: 4,
    below: 0,
    above: 1,
    infinite: 1,
    undefined: 1,
    outcomes: [1, 0, 0, 1, 2, 0, 0, 0, 0, 0],
    basins: [],
  });
  expect([
    formatFraction(0, 10),
    formatFraction(1, 1000),
    formatFraction(1, 2),
    formatFraction(999, 1000),
    formatFraction(7, 7),
  ]).toEqual(['0%', '<1%', '50%', '>99%', '100%']);
});
