import { nice } from 'd3-array';
import { linearTicks, logarithmicTicks, type Tick } from '../axes.ts';
import { niceAbove, niceBelow } from '../colour/range.ts';

export type SeriesScale = 'linear' | 'logarithmic';

export interface SeriesRange {
  readonly min: number;
  readonly max: number;
  /** 0 at min, 1 at max; NaN where a logarithmic scale has no place for the value. */
  positionOf(value: number): number;
}

/** A logarithmic plot shows at most this factor, so that one zero does not flatten all else. */
const MAX_RATIO = 1e8;

/** Mantissas of its ends: those that have ticks. */
const MANTISSAS = [1, 2, 5, 10] as const;

/** Round ends around every finite value of the lines. */
export function rangeOfSeries(
  lines: readonly { readonly values: ArrayLike<number> }[],
  scale: SeriesScale,
): SeriesRange {
  let [least, most] = [Infinity, -Infinity];
  for (const { values } of lines) {
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      if (!Number.isFinite(value) || (scale === 'logarithmic' && value <= 0)) continue;
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
  }
  if (least > most) [least, most] = scale === 'logarithmic' ? [0.1, 1] : [0, 1];
  return scale === 'logarithmic' ? logarithmic(least, most) : linear(least, most);
}

/** Few, as such a plot is low. */
export function ticksOfSeries(
  range: SeriesRange,
  scale: SeriesScale,
  length: number,
  em: number,
): readonly Tick[] {
  return scale === 'logarithmic'
    ? logarithmicTicks(range, length, em)
    : linearTicks(range, length, em, 2.6);
}

/** What changes by less than this fraction of itself is drawn level: rounding is no motion. */
const LEVEL = 1e-4;

function linear(least: number, most: number): SeriesRange {
  const size = Math.max(Math.abs(least), Math.abs(most));
  const pad = most - least <= LEVEL * size ? Math.max(size, 1e-6) / 2 : 0;
  const [min, max] = nice(least - pad, most + pad, 4);
  return { min, max, positionOf: (value) => (value - min) / (max - min) };
}

function logarithmic(least: number, most: number): SeriesRange {
  const max = niceAbove(most, MANTISSAS);
  const min = niceBelow(Math.max(Math.min(least, max / 10), max / MAX_RATIO), MANTISSAS);
  return {
    min,
    max,
    // Below the plot, and not without a place, is where values under its range lie.
    positionOf: (value) =>
      value > 0 ? Math.log(value / min) / Math.log(max / min) : value === 0 ? -1 : NaN,
  };
}
