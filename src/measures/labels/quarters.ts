import { FLOAT64 } from '../length-range.ts';
import { TOLERANCES } from '../tolerances.ts';

/** What is kept of one quarter of the horizon. */
export interface Quarter {
  /** Largest and smallest |theta|, that before the quarter's first step included. */
  high: number;
  low: number;
  /** When |theta| was largest. */
  highTime: number;
  /** Mean of |theta|^2 over its steps. */
  meanSquare: number;
  /** At its end: |phi|, |L|, the potential amplitude, and the speed of the step before. */
  phi: number;
  angularMomentum: number;
  potential: number;
  speed: number;
}

/** The four quarters of the horizon, in their order. */
export type Quarters = readonly [Quarter, Quarter, Quarter, Quarter];

/** Four quarters of which nothing has been seen. */
export function newQuarters(): Quarters {
  const quarter = (): Quarter => ({
    high: 0,
    low: 0,
    highTime: 0,
    meanSquare: 0,
    phi: 0,
    angularMomentum: 0,
    potential: 0,
    speed: 0,
  });
  return [quarter(), quarter(), quarter(), quarter()];
}

/** A number of each quarter. */
export type Series = readonly [number, number, number, number];

/** @param valueOf the number of one quarter */
export function seriesOf(quarters: Quarters, valueOf: (quarter: Quarter) => number): Series {
  const [first, second, third, last] = quarters;
  return [valueOf(first), valueOf(second), valueOf(third), valueOf(last)];
}

/** Changes of a series: of the second quarter from the first, the third, the last. */
export interface Changes {
  readonly second: number;
  readonly third: number;
  readonly last: number;
}

/** Differences of a series. */
export function differencesOf([first, second, third, last]: Series): Changes {
  return { second: second - first, third: third - second, last: last - third };
}

/** How much a series of lengths grows, in natural logarithms. */
export function growthOf([first, second, third, last]: Series): Changes {
  return {
    second: logRatio(second, first),
    third: logRatio(third, second),
    last: logRatio(last, third),
  };
}

/** `ln(later/earlier)`, of what is too short to be known as of the least. */
export function logRatio(later: number, earlier: number): number {
  return Math.log(Math.max(later, FLOAT64.least) / Math.max(earlier, FLOAT64.least));
}

/** The smallest of three changes. */
export function leastOf({ second, third, last }: Changes): number {
  return Math.min(second, third, last);
}

/** The largest of three changes. */
export function mostOf({ second, third, last }: Changes): number {
  return Math.max(second, third, last);
}

/**
 * Whether positive changes go on and do not end at a limit. A geometric series of them adds up to
 * more than `far`; or they slow as those of a power of time do and not as those of an approach,
 * whose ratio does not rise.
 * @param least a last change below this says nothing about how it slows
 * @param persistence see `TOLERANCES.persistence`
 */
export function isEndless(
  { second, third, last }: Changes,
  far: number,
  least: number,
  persistence: number,
): boolean {
  if (third <= 0 || last <= 0) return false;
  const ratio = last / third;
  if (ratio >= 1 || last * ratio > far * (1 - ratio)) return true;
  if (second <= third || last < least) return false;
  return 1 - ratio < persistence * (1 - third / second);
}

/**
 * Whether all changes are of one sign, of sizes between `least` and `most`, and none is below `even`
 * of another.
 */
export function goesOneWay(changes: Changes, least: number, most: number, even: number): boolean {
  const { second, third, last } = changes;
  const sign = Math.sign(last);
  const [smallest, largest] = [
    Math.min(sign * second, sign * third, sign * last),
    Math.max(sign * second, sign * third, sign * last),
  ];
  return smallest > least && largest < most && smallest > even * largest;
}

/**
 * Whether a length has changed one way, and in the last quarter at about the rate of the one before: what
 * wanders may rise or fall for three quarters by chance.
 * @param fastest by how much that rate may have risen
 */
export function keepsOn({ second, third, last }: Changes, fastest: number): boolean {
  const [before, now] = [Math.abs(third), Math.abs(last)];
  const isOneWay = Math.min(second * last, third * last) > 0;
  return isOneWay && now > TOLERANCES.wander * before && now < fastest * before;
}

/** Whether a length has all but reached its limit: its changes shrink fast, and the rest is small. */
export function settles({ second, third, last }: Changes, flat: number): boolean {
  const t = TOLERANCES;
  if (Math.abs(last) < flat) return true;
  const ratio = Math.abs(last / third);
  return (
    Math.abs(third) < t.settlingBefore * Math.abs(second) &&
    ratio < t.settling &&
    Math.abs(last) * ratio < t.near * (1 - ratio)
  );
}

/** Whether a growth slows so much from quarter to quarter that, as a geometric series, little is left of it. */
export function ends({ third, last }: Pick<Changes, 'third' | 'last'>): boolean {
  const ratio = last / third;
  return ratio < TOLERANCES.slowest && last * ratio < TOLERANCES.remainder * (1 - ratio);
}
