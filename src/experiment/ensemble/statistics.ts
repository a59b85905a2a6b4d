/**
 * Statistics of an ensemble's values.
 *
 * Infinity, of what never happens or of what left every bound, is the largest value. NaN is a value that
 * cannot be known, which may lie anywhere up to Infinity: it makes a statistic unknown wherever it could
 * change it, and is never left out.
 */
import type { NumberStatistic } from '../../measures/statistics.ts';

/** @param values at least one; of a median they are sorted in place */
export function statisticOf(kind: NumberStatistic, values: Float64Array): number {
  let [unknown, sum, least, most] = [0, 0, Infinity, -Infinity];
  for (const value of values) {
    if (Number.isNaN(value)) unknown += 1;
    sum += value;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  switch (kind) {
    case 'mean':
      // Whatever an unknown value is, the mean with an infinite one is infinite.
      return most === Infinity ? Infinity : sum / values.length;
    case 'median':
      // NaN is sorted behind Infinity.
      values.sort();
      return medianOf(values, unknown);
    case 'min':
      return unknown > 0 ? NaN : least;
    case 'max':
      return unknown > 0 && most < Infinity ? NaN : most;
  }
}

/**
 * Its standard error: of a mean s/sqrt(n), of a median half the distance between the order statistics
 * sqrt(n)/2 below and above it, between which it lies with the probability of one standard deviation
 * (binomial). NaN of extremes, which have none, and where it is not finite.
 * @param values as `statisticOf` leaves them
 */
export function standardErrorOf(kind: NumberStatistic, values: Float64Array): number {
  const count = values.length;
  if (kind === 'mean') {
    const mean = meanOf(values);
    let squares = 0;
    for (const value of values) squares += (value - mean) ** 2;
    return finite(Math.sqrt(squares / (count - 1) / count));
  }
  if (kind !== 'median') return NaN;
  const [middle, reach] = [(count - 1) / 2, Math.sqrt(count) / 2];
  const at = (index: number) => values[Math.min(count - 1, Math.max(0, Math.round(index)))]!;
  return finite((at(middle + reach) - at(middle - reach)) / 2);
}

/**
 * The standard error of a share: half the width of Wilson's interval of one standard deviation, which
 * stays above 0 where no start, or every one, has the label.
 */
export function shareError(share: number, count: number): number {
  return Math.sqrt((share * (1 - share)) / count + 1 / (4 * count * count)) / (1 + 1 / count);
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** Known where it is the same wherever the unknown values lie: above all others, or below. */
function medianOf(sorted: Float64Array, unknown: number): number {
  const high = middleOf((index) => sorted[index]!, sorted.length);
  if (unknown === 0) return high;
  const low = middleOf(
    (index) => (index < unknown ? NaN : sorted[index - unknown]!),
    sorted.length,
  );
  return low === high ? low : NaN;
}

function middleOf(at: (index: number) => number, count: number): number {
  const [low, high] = [at(Math.floor((count - 1) / 2)), at(Math.ceil((count - 1) / 2))];
  if (low === Infinity || high === Infinity) return Infinity;
  return low === high ? low : (low + high) / 2;
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : NaN;
}
