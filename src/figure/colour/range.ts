/** Ends of colour scales: found from what most starts do, and rounded to numbers people can read. */
import { scaleLinear } from 'd3-scale';

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

/** A logarithmic scale spans at least this factor. */
const SHORTEST = 10;

/** Mantissas of bounds of linear scales, where 1, 2, 5 would leave too much of the colours unused. */
const FINE = [1, 1.5, 2, 3, 4, 5, 6, 8, 10] as const;

/** A few extreme starts may not decide the scale of all. */
const [FIRST, LAST] = [0.02, 0.98];

/** The largest of 1, 2, 5 times a power of ten that is at most `value > 0`. */
export function niceBelow(value: number): number {
  const [mantissas, exponent] = [[5, 2, 1], Math.floor(Math.log10(value) + 1e-9)];
  const found = mantissas.find((mantissa) => decimal(mantissa, exponent) <= value * (1 + 1e-9));
  return decimal(found ?? 1, exponent);
}

/** The smallest of 1, 2, 5 times a power of ten that is at least `value > 0`. */
export function niceAbove(value: number, mantissas: readonly number[] = [1, 2, 5, 10]): number {
  const exponent = Math.floor(Math.log10(value) + 1e-9);
  const found = mantissas.find((mantissa) => decimal(mantissa, exponent) >= value * (1 - 1e-9));
  return decimal(found ?? 10, exponent);
}

/** The range of most of the finite positive values of a column, for a logarithmic scale. */
export function logarithmicRange(values: Float64Array): Range {
  const sorted = values.filter((value) => value > 0 && Number.isFinite(value)).toSorted();
  if (sorted.length === 0) return { low: 0.01, high: 1 };
  const high = niceAbove(Math.max(quantile(sorted, LAST), FLOOR * SHORTEST));
  const low = niceBelow(Math.max(quantile(sorted, FIRST), FLOOR));
  return { low: Math.min(low, niceBelow(high / SHORTEST)), high };
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
    const [inner, high] = scaleLinear().domain([first, last]).nice(4).domain() as [number, number];
    if (inner < high) return { low: -high, inner, high };
  }
  const high = niceAbove(Math.max(last, least), FINE);
  return { low: -high, inner: 0, high };
}

function quantile(sorted: Float64Array, fraction: number): number {
  return sorted[Math.round(fraction * (sorted.length - 1))]!;
}

/** `mantissa * 10^exponent`, as exact as its decimal spelling. */
function decimal(mantissa: number, exponent: number): number {
  return Number(`${mantissa}e${exponent}`);
}
