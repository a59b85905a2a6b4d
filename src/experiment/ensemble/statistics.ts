/**
 * Statistics of an ensemble's values.
 *
 * Infinity, of what never happens or of what left every bound, is the largest value. NaN is a value that
 * cannot be known, which may lie anywhere up to Infinity: it makes a statistic unknown wherever it could
 * change it, and is never left out.
 */
import type { NumberStatistic } from '../../measures/statistics.ts';

/** @param values at least one, in the order of the starts; they are sorted in place */
export function statisticOf(kind: NumberStatistic, values: Float64Array): number {
  // A sum depends on its order.
  const mean = meanOf(values);
  // NaN is sorted behind Infinity.
  values.sort();
  const known = values.findLastIndex((value) => !Number.isNaN(value)) + 1;
  const isEndless = known > 0 && values[known - 1] === Infinity;
  switch (kind) {
    case 'mean':
      // Whatever an unknown value is, the mean with an infinite one is infinite.
      return isEndless ? Infinity : mean;
    case 'median':
      return medianOf(values, known);
    case 'min':
      return known < values.length ? NaN : values[0]!;
    case 'max':
      return isEndless || known === values.length ? values[known - 1]! : NaN;
  }
}

/**
 * Its standard error: of a mean s/sqrt(n), of a median half the distance between the order statistics
 * sqrt(n)/2 below and above it, between which it lies with the probability of one standard deviation
 * (binomial). NaN of extremes, which have none, and where it is not finite.
 * @param sorted as `statisticOf` leaves them
 */
export function standardErrorOf(kind: NumberStatistic, sorted: Float64Array): number {
  const count = sorted.length;
  if (kind === 'mean') {
    const mean = meanOf(sorted);
    let squares = 0;
    for (const value of sorted) squares += (value - mean) ** 2;
    return finite(Math.sqrt(squares / (count - 1) / count));
  }
  if (kind !== 'median') return NaN;
  const [middle, reach] = [(count - 1) / 2, Math.sqrt(count) / 2];
  const at = (index: number) => sorted[Math.min(count - 1, Math.max(0, Math.round(index)))]!;
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
function medianOf(sorted: Float64Array, known: number): number {
  const unknown = sorted.length - known;
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
