/** Ends of colour scales: found from what most starts do, and rounded to numbers people can read. */
import { nice } from 'd3-array';

export interface Range {
  readonly low: number;
  readonly high: number;
}

/** A range around 0 whose magnitudes all lie between `inner` and `high`; `inner` may be 0. */
export interface SymmetricRange extends Range {
  readonly inner: number;
}

/** Lengths below this are one: far under any ε, and where float32 sums stop being exact. */
const FLOOR = 1e-6;

/** A logarithmic scale spans at least this factor: less is no structure. */
const SHORTEST = 1.5;

/** Mantissas of bounds: 1, 2, 5 would leave too much of the colours unused. */
const FINE = [1, 1.5, 2, 3, 4, 5, 6, 8, 10] as const;

/** A few extreme starts may not decide the scale of all. */
const [FIRST, LAST] = [0.02, 0.98];

/** The largest readable number that is at most `value > 0`. */
export function niceBelow(value: number, mantissas: readonly number[] = FINE): number {
  const exponent = Math.floor(Math.log10(value) + 1e-9);
  const found = mantissas.findLast((mantissa) => decimal(mantissa, exponent) <= value * (1 + 1e-9));
  return decimal(found ?? 1, exponent);
}

/** The smallest readable number that is at least `value > 0`. */
export function niceAbove(value: number, mantissas: readonly number[] = FINE): number {
  const exponent = Math.floor(Math.log10(value) + 1e-9);
  const found = mantissas.find((mantissa) => decimal(mantissa, exponent) >= value * (1 - 1e-9));
  return decimal(found ?? 10, exponent);
}

/** The range of most of the finite positive values of a column, for a logarithmic scale. */
export function logarithmicRange(values: Float64Array): Range {
  const { low, high } = quantileRange(values);
  return { low: niceBelow(low), high: niceAbove(high) };
}

/** The same, not rounded. */
export function quantileRange(values: Float64Array): Range {
  const sorted = values.filter((value) => value > 0 && Number.isFinite(value)).toSorted();
  if (sorted.length === 0) return { low: 0.01, high: 1 };
  const low = Math.max(quantile(sorted, FIRST), FLOOR);
  return { low, high: Math.max(quantile(sorted, LAST), low * SHORTEST) };
}

/**
 * The range of most of the finite values of a column that lie between 0 and `longest`.
 * It spans a hundredth of that at least.
 */
export function linearRange(values: Float64Array, longest: number): Range {
  const sorted = values.filter(Number.isFinite).toSorted();
  if (sorted.length === 0) return { low: 0, high: longest };
  const first = quantile(sorted, FIRST);
  const last = Math.max(quantile(sorted, LAST), first + longest / 100);
  const [low, high] = nice(first, last, 5);
  return { low: Math.max(0, low), high: Math.min(longest, high) };
}

/**
 * Where nothing is nearer to 0 than this fraction of the range, the range leaves the middle out: the
 * sign keeps its hue, and the colours are spent on what differs.
 */
const EMPTY_MIDDLE = 0.4;

/** The range around 0 of most of the finite values; not shorter than `least` to either side. */
export function symmetricRange(values: Float64Array, least: number): SymmetricRange {
  const sorted = values.filter(Number.isFinite).map(Math.abs).toSorted();
  if (sorted.length === 0) return { low: -niceAbove(least), inner: 0, high: niceAbove(least) };
  const [first, last] = [quantile(sorted, FIRST), quantile(sorted, LAST)];
  if (first > EMPTY_MIDDLE * last && last > least) {
    const [inner, high] = nice(first, last, 4);
    if (inner < high) return { low: -high, inner, high };
  }
  const high = niceAbove(Math.max(last, least));
  return { low: -high, inner: 0, high };
}

function quantile(sorted: Float64Array, fraction: number): number {
  return sorted[Math.round(fraction * (sorted.length - 1))]!;
}

/** `mantissa * 10^exponent`, as exact as its decimal spelling. */
function decimal(mantissa: number, exponent: number): number {
  return Number(`${mantissa}e${exponent}`);
}
