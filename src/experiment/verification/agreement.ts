/** Agreement of a map with float64 at the same initial conditions: sample, tolerances, verdict. Pure. */
import { EVIDENCE_POWERS } from '../../measures/strengths.ts';
import { MEASURES, type Measure } from '../../measures/index.ts';
import { hash } from '../../methods/noise.ts';
import type { Grid } from '../grid.ts';
import type { IndependentFinding, IndependentlyChecked } from './independent/finding.ts';
import { MAGNIFIED } from './rounded-runs.ts';

/** The sample has one start in each of so many rows and columns of cells. */
export const SAMPLE_CELLS = 32;

interface Tolerance {
  readonly absolute: number;
  /** Of float64's value. */
  readonly relative: number;
}

/**
 * Where nothing magnifies rounding, 1,600 steps of float32 leave a length within 2e-5, and within
 * 1e-5 of itself, of float64's: seen with all presets, models and methods. Five to ten times that.
 */
const LENGTH: Tolerance = { absolute: 1e-4, relative: 1e-4 };

/** How far a number of the map may be from float64's. An outcome has to be the same word. */
const TOLERANCES: Readonly<Record<Measure['id'], Tolerance>> = {
  distance: LENGTH,
  amplitude: LENGTH,
  ema: LENGTH,
  difference: LENGTH,
  // The logarithm of two amplitudes, each to 1e-5, over a quarter of a short horizon.
  rate: { absolute: 1e-4, relative: 1e-4 },
  // A path that grazes the limit settles a step or two sooner or later; steps are added by hand.
  settle: { absolute: 0, relative: 1e-4 },
  rest: { absolute: 0, relative: 1e-4 },
  turns: { absolute: 1e-4, relative: 1e-4 },
  lyapunov: { absolute: 1e-4, relative: 1e-4 },
  outcome: { absolute: 0, relative: 0 },
  // Where the label hardly stands, rounding moves the share by as much as that share is: by one halving.
  basin: { absolute: 0, relative: 0 },
  evidence: { absolute: 1.01 / EVIDENCE_POWERS.count, relative: 0 },
};

/** More mismatches than this fraction cannot be an accident of those two directions. */
const MAX_MISMATCH_FRACTION = 0.01;

/** Boundaries are lines: with a larger fraction beside one the boundaries themselves are wrong. */
const MAX_BOUNDARY_FRACTION = 0.05;

/** Above this fraction moved by rounding, distributions are compared instead of single values. */
const MAX_ROUNDING_FRACTION = 0.05;

/** Fewer pairs than this have no distribution to compare. */
const MIN_PAIRS = 20;

/** Of Kolmogorov and Smirnov's statistic: two equal distributions pass it once in a thousand. */
const CRITICAL = 1.95;

/**
 * How the map's value of a start stands to float64's: equal within the tolerance; apart no more than
 * rounding alone makes float64 itself; apart, but right for a neighbouring pixel; not a number, since
 * float32 cannot know it where float64 can; or apart without any such reason.
 */
export type Finding = 'agrees' | 'rounding' | 'boundary' | 'unknown' | 'astray';

export interface Comparison {
  /** On the map. */
  readonly shown: number;
  /** In float64. */
  readonly expected: number;
  /** In float64 with float32's rounding; asked for only where the two above disagree. */
  readonly rounded: readonly number[];
  /** The map's trajectory is within bounds and has decayed below what float32 knows. By default not. */
  readonly sunk?: boolean;
  /** What the map shows around. */
  readonly around: readonly number[];
}

/** @param step settling times are whole numbers of steps */
export function isWithinTolerance(
  measure: Measure['id'],
  shown: number,
  expected: number,
  step: number,
): boolean {
  return distanceOf(measure, shown, expected) <= toleranceOf(measure, expected, step);
}

export function findingOf(measure: Measure['id'], comparison: Comparison, step: number): Finding {
  const { shown, expected, rounded, around } = comparison;
  if (isWithinTolerance(measure, shown, expected, step)) return 'agrees';
  if (comparison.sunk === true && Number.isNaN(shown)) return 'unknown';
  const spread = Math.max(...rounded.map((value) => distanceOf(measure, value, expected)));
  if (distanceOf(measure, shown, expected) <= MAGNIFIED * spread) return 'rounding';
  if (isName(measure)) return around.includes(expected) ? 'boundary' : 'astray';
  const slack = toleranceOf(measure, expected, step);
  const [least, most] = [Math.min(...around), Math.max(...around)];
  const isBetween = least <= expected + slack && most >= expected - slack;
  // Across a jump a start has the other side's value; on a slope a wrong one differs by a part.
  const isJump = distanceOf(measure, shown, expected) >= distanceOf(measure, least, most) / 2;
  return isBetween && isJump ? 'boundary' : 'astray';
}

/** One start of a sample. */
export interface Checked {
  /** Its number on the grid. */
  readonly pixel: number;
  readonly shown: number;
  readonly expected: number;
  readonly finding: Finding;
}

/**
 * `shares`: too chaotic to compare all starts one by one, but their distributions agree.
 * `doubtful`: a few starts mismatch, within the allowed fraction. `contradicted`: both engines agree,
 * and an independent integration does not.
 */
export type Verdict = 'agrees' | 'shares' | 'doubtful' | 'contradicted' | 'failed';

export interface Agreement {
  readonly verdict: Verdict;
  readonly count: number;
  readonly counts: Readonly<Record<Finding, number>>;
  readonly disagreements: readonly Checked[];
  /** Absent where the experiment's measure has no independent integration. */
  readonly independent?: IndependentAgreement;
}

/** How a few starts of the map stand to an independent integration of their flow. */
export interface IndependentAgreement {
  readonly count: number;
  readonly counts: Readonly<Record<IndependentFinding, number>>;
  readonly contradictions: readonly (IndependentlyChecked & { readonly pixel: number })[];
}

export function agreementOf(checked: readonly Checked[]): Agreement {
  const count = checked.length;
  const counts = { agrees: 0, rounding: 0, boundary: 0, unknown: 0, astray: 0 };
  for (const { finding } of checked) counts[finding] += 1;
  const verdict = (): Verdict => {
    if (
      counts.astray > MAX_MISMATCH_FRACTION * count ||
      counts.boundary > MAX_BOUNDARY_FRACTION * count
    ) {
      return 'failed';
    }
    // Rounding moves single starts about, and not all of them the same way.
    if (!haveSameShares(checked.filter(({ finding }) => finding === 'rounding'))) return 'failed';
    if (counts.astray > 0) return 'doubtful';
    return counts.rounding > MAX_ROUNDING_FRACTION * count ? 'shares' : 'agrees';
  };
  return {
    verdict: verdict(),
    count,
    counts,
    disagreements: checked.filter(({ finding }) => finding !== 'agrees'),
  };
}

/** @param pixels of the checked starts, by their rows */
export function withIndependent(
  agreement: Agreement,
  checked: readonly IndependentlyChecked[],
  pixels: readonly number[],
): Agreement {
  const counts = { agrees: 0, step: 0, rounding: 0, contradicted: 0, unjudged: 0 };
  for (const { finding } of checked) counts[finding] += 1;
  const contradictions = checked
    .filter(({ finding }) => finding === 'contradicted')
    .map((one) => ({ ...one, pixel: pixels[one.row]! }));
  return {
    ...agreement,
    verdict:
      counts.contradicted > 0 && agreement.verdict !== 'failed'
        ? 'contradicted'
        : agreement.verdict,
    independent: { count: checked.length, counts, contradictions },
  };
}

/** Pixels to check: one at random in each cell, in random order, so that any first part is a sample. */
export function sampleOf({ width, height }: Grid, seed: number, cells = SAMPLE_CELLS): number[] {
  const [columns, rows] = [Math.min(cells, width), Math.min(cells, height)];
  let draws = hash(seed);
  const below = (count: number) => Math.floor((hash(draws++) / 2 ** 32) * count);
  const inside = (cell: number, all: number, size: number) => {
    const from = Math.floor((cell * size) / all);
    return from + below(Math.floor(((cell + 1) * size) / all) - from);
  };
  const pixels = Array.from({ length: columns * rows }, (_, i) => {
    const row = inside(Math.floor(i / columns), rows, height);
    return row * width + inside(i % columns, columns, width);
  });
  for (let i = pixels.length - 1; i > 0; i--) {
    const j = below(i + 1);
    [pixels[i], pixels[j]] = [pixels[j]!, pixels[i]!];
  }
  return pixels;
}

/** Kolmogorov and Smirnov's test of two samples, on pairs that rounding drew from the same. */
function haveSameShares(pairs: readonly Checked[]): boolean {
  if (pairs.length < MIN_PAIRS) return true;
  // What is not a number comes last.
  const rank = (value: number) => (Number.isNaN(value) ? Infinity : value);
  const events = pairs
    .flatMap(({ shown, expected }) => [
      { value: rank(shown), change: 1 },
      { value: rank(expected), change: -1 },
    ])
    .toSorted((a, b) => (a.value === b.value ? 0 : a.value - b.value));
  let [difference, largest] = [0, 0];
  events.forEach(({ value, change }, i) => {
    difference += change;
    if (events[i + 1]?.value !== value) largest = Math.max(largest, Math.abs(difference));
  });
  return largest <= CRITICAL * Math.sqrt(2 * pairs.length);
}

/** How far apart two values are; Infinity where only one is a number, or two words differ. */
function distanceOf(measure: Measure['id'], a: number, b: number): number {
  if (Object.is(a, b) || a === b) return 0;
  if (isName(measure) || Number.isNaN(a) || Number.isNaN(b)) return Infinity;
  return Math.abs(a - b);
}

/** Whether its numbers stand for words: none lies between two others. */
function isName(measure: Measure['id']): boolean {
  return measure === 'outcome' || measure === 'basin';
}

function toleranceOf(measure: Measure['id'], expected: number, step: number): number {
  const { absolute, relative } = TOLERANCES[measure];
  const size = Number.isFinite(expected) ? Math.abs(expected) : 0;
  return absolute + relative * size + (measure === 'settle' || measure === 'rest' ? 2 * step : 0);
}

/** The column of a measure in results. */
export function columnOf(measure: Measure['id']): number {
  return MEASURES.findIndex(({ id }) => id === measure);
}
