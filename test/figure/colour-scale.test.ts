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
  logarithmicRange,
  niceAbove,
  niceBelow,
  symmetricRange,
} from '../../src/figure/colour/range.ts';
import { entryOf, BACKGROUND } from '../../src/figure/colour/theme.ts';
import { MEASURES, type Measure } from '../../src/measures/index.ts';
import { OUTCOMES, type Outcome } from '../../src/measures/outcome.ts';

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
  it('are rounded outwards to 1, 2 or 5', () => {
    expect([0.03, 0.05, 1, 1.2, 9, 700].map((value) => niceAbove(value))).toEqual([
      0.05, 0.05, 1, 2, 10, 1000,
    ]);
    expect([0.03, 0.05, 1, 1.2, 9, 700].map(niceBelow)).toEqual([0.02, 0.05, 1, 1, 5, 500]);
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
    ['equal values', [1, 1, 1], { low: 0.1, high: 1 }],
    ['tiny values', [1e-20, 1e-19], { low: 1e-6, high: 1e-5 }],
    ['nothing finite', [NaN, Infinity], { low: 0.01, high: 1 }],
    ['nothing', [], { low: 0.01, high: 1 }],
  ])('of %s are usable', (_, values, range) => {
    expect(logarithmicRange(Float64Array.from(values))).toEqual(range);
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
    const scale = { ...scaleOf('settle', sample), table: new Uint8Array(4 * ENTRIES) };
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
  const shaded = (outcome: Outcome, share: number): number[] => {
    const label = entryOf(scale.labels, OUTCOMES.indexOf(outcome));
    const bytes = label.map((byte, i) => {
      const ground = BACKGROUND.dark[i]!;
      return Math.round(ground + (byte - ground) * share);
    });
    return [...bytes, 255];
  };

  it('fade with the settling time where converged', () => {
    const at = (settle: number) => colour(scale, { outcome: 'converged', settle, amplitude: 5 });
    expect(at(0)).toEqual(shaded('converged', 1));
    expect(at(HORIZON / 4)).toEqual(shaded('converged', 1 - 0.65 / 2));
    expect(at(Infinity)).toEqual(shaded('converged', 0.35));
  });

  it('fade with the logarithm of the amplitude elsewhere', () => {
    const at = (amplitude: number) => colour(scale, { outcome: 'orbiting', amplitude, settle: 0 });
    expect(scale.shade).toMatchObject({ low: 0.1, high: 10 });
    expect([0, 0.1, 1, 1e6].map(at)).toEqual(
      [1, 1, 0.675, 0.35].map((share) => shaded('orbiting', share)),
    );
    expect(colour(scale, { outcome: 'diverged', amplitude: Infinity })).toEqual(
      shaded('diverged', 0.6),
    );
  });

  it('pale where their evidence is thin', () => {
    expect(
      [1, 0.5, 0].map((evidence) => colour(scale, { outcome: 'orbiting', amplitude: 0, evidence })),
    ).toEqual([1, 0.7, 0.4].map((share) => shaded('orbiting', share)));
  });
});

it('runs from 0 to 1 for the strength of evidence, the stronger the lighter', () => {
  const scale = scaleOf('evidence', rowsOf({ evidence: 0.2 }, { evidence: 0.4 }));
  expect(scale).toMatchObject({ low: 0, high: 1 });
  const sum = (row: Row) => colour(scale, row).reduce((total, part) => total + part, 0);
  expect(sum({ evidence: 1 })).toBeGreaterThan(sum({ evidence: 0 }));
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
  });
  expect([
    formatFraction(0, 10),
    formatFraction(1, 1000),
    formatFraction(1, 2),
    formatFraction(999, 1000),
    formatFraction(7, 7),
  ]).toEqual(['0%', '<1%', '50%', '>99%', '100%']);
});
