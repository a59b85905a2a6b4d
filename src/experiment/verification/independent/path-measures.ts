/** The measures of a trajectory by their definitions, from its independent path: pure. */
import type { Schedule } from '../../../measures/schedule.ts';
import type { Path } from './path.ts';

/** What a number may be. An engine sees steps, the path every time between them: both are right. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** Measures of one start. Undefined: the definition gives no number that could be known. */
export interface PathMeasures {
  readonly distance: Range;
  readonly amplitude: Range;
  readonly rate: Range | undefined;
  readonly settle: Range;
  readonly rest: Range;
  readonly turns: Range | undefined;
  readonly ema: Range;
  /** The largest component of a state in the last quarter: what errors are small against. */
  readonly size: number;
  /** The same of the states that the average remembers. */
  readonly emaSize: number;
}

/** Looks between two ends of steps of the path. */
const LOOKS = 24;

/** A turn between two looks of more than this, in radians, is looked at more closely … */
const CLOSE = 1;

/** … up to so many times, after which the path has come too near 0 to tell. */
const CLOSEST = 40;

/** Who reads |theta| < eps with an error of this share of eps settles sooner or later. */
const EPSILON = 1e-3;

/** Where |L| is below this share of |phi| |theta|, theta moves on a line and has no angle. */
const ON_A_LINE = 1e-9;

interface Definitions {
  readonly schedule: Schedule;
  readonly eps: number;
  readonly emaBeta: number;
}

export function measuresOf(path: Path, { schedule, eps, emaBeta }: Definitions): PathMeasures {
  const { horizon } = schedule;
  const lengthAt = lengths(path);
  const times = stepTimes(schedule);
  const state = new Float64Array(4);
  const [third, last] = [2, 3].map((quarter) =>
    peakOf(path, lengthAt, times, schedule, quarter),
  ) as [Range, Range];
  const from = times[schedule.quarterEnds[2]]!;
  const size = looksOf(path, from, horizon).reduce(
    (most, time) => Math.max(most, ...path.at(time, state).map(Math.abs)),
    0,
  );
  const distance = lengthAt(horizon);
  const rateOf = (before: number, after: number) => Math.log(after / before) / (horizon / 4);
  return {
    distance: { least: distance, most: distance },
    amplitude: last,
    rate:
      third.least > 0 && last.least > 0
        ? { least: rateOf(third.most, last.least), most: rateOf(third.least, last.most) }
        : undefined,
    settle: settleOf(path, lengthAt, times, eps, schedule.step),
    rest: restOf(path, times, eps, schedule.step),
    turns: turnsOf(path, horizon),
    ...averageOf(path, times, emaBeta, schedule.step),
    size,
  };
}

/** |theta| at a time. */
export function lengths(path: Path): (time: number) => number {
  const state = new Float64Array(4);
  return (time) => {
    path.at(time, state);
    return Math.hypot(state[2]!, state[3]!);
  };
}

/** 0, h, 2h, …, T. */
function stepTimes({ steps, step, horizon }: Schedule): Float64Array {
  return Float64Array.from({ length: steps + 1 }, (_, n) => (n === steps ? horizon : n * step));
}

/** Times from `from` to `to` at which a path is looked at: many in each of its own steps. */
export function looksOf({ knots }: Path, from: number, to: number): number[] {
  const looks = [from];
  for (let i = 1; i < knots.length; i++) {
    const [begin, end] = [knots[i - 1]!, knots[i]!];
    if (end <= from || begin >= to) continue;
    for (let look = 1; look <= LOOKS; look++) {
      const time = begin + (look / LOOKS) * (end - begin);
      if (time > from && time < to) looks.push(time);
    }
  }
  looks.push(to);
  return looks;
}

/** The largest |theta| from `from` to `to`; between looks, that of a parabola through three. */
export function highest(
  path: Path,
  lengthAt: (time: number) => number,
  from: number,
  to: number,
): number {
  const looks = looksOf(path, from, to);
  const seen = looks.map(lengthAt);
  let most = Math.max(seen[0]!, seen.at(-1)!);
  for (let i = 1; i + 1 < looks.length; i++) {
    const [a, b, c] = [seen[i - 1]!, seen[i]!, seen[i + 1]!];
    if (b < most || b < a || b < c) continue;
    const [left, right] = [looks[i]! - looks[i - 1]!, looks[i + 1]! - looks[i]!];
    const bend = ((c - b) / right - (b - a) / left) / (left + right);
    const slope = (b - a) / left + bend * left;
    const top = bend < 0 ? -slope / (2 * bend) : 0;
    most = Math.max(most, b, lengthAt(looks[i]! + Math.max(-left, Math.min(right, top))));
  }
  return most;
}

/** What an amplitude may be that is seen at steps at least, and at most everywhere. */
function peakOf(
  path: Path,
  lengthAt: (time: number) => number,
  times: Float64Array,
  { quarterEnds }: Schedule,
  quarter: number,
): Range {
  const [first, last] = [quarterEnds[quarter - 1]!, quarterEnds[quarter]!];
  const least = times.subarray(first, last + 1).reduce((most, t) => Math.max(most, lengthAt(t)), 0);
  const most = highest(path, lengthAt, times[first]!, times[last]!);
  return { least, most: Math.max(least, most) };
}

function settleOf(
  path: Path,
  lengthAt: (time: number) => number,
  times: Float64Array,
  eps: number,
  step: number,
): Range {
  const horizon = times.at(-1)!;
  const [wide, narrow] = [eps * (1 + EPSILON), eps * (1 - EPSILON)];
  const outside = times.findLastIndex((time) => lengthAt(time) >= wide);
  const first = outside + 1 < times.length ? times[outside + 1]! : Infinity;
  const looks = looksOf(path, 0, horizon);
  const away = looks.findLastIndex((time) => lengthAt(time) >= narrow);
  const latest = away + 1 < looks.length ? (away < 0 ? 0 : looks[away + 1]!) : Infinity;
  return { least: Math.max(0, first - 2 * step), most: Math.max(first, latest) + 2 * step };
}

/** The end of the last step that moves the state by eps or more in a unit of time. */
function restOf(path: Path, times: Float64Array, eps: number, step: number): Range {
  const [before, now] = [new Float64Array(4), new Float64Array(4)];
  const speeds = times.map((time, n) => {
    if (n === 0) return 0;
    path.at(times[n - 1]!, before);
    path.at(time, now);
    return Math.hypot(...now.map((x, i) => x - before[i]!)) / (time - times[n - 1]!);
  });
  const last = (least: number) => {
    const moving = speeds.findLastIndex((speed) => speed >= least);
    if (moving === times.length - 1) return Infinity;
    return moving < 0 ? 0 : times[moving]!;
  };
  const [early, late] = [last(eps * (1 + EPSILON)), last(eps * (1 - EPSILON))];
  return { least: Math.max(0, early - 2 * step), most: late + 2 * step };
}

/** Signed turns of theta, of (theta1, phi1) in one dimension; undefined on a line through 0. */
function turnsOf(path: Path, horizon: number): Range | undefined {
  const state = new Float64Array(4);
  path.at(0, state);
  const oneDimensional = state[1] === 0 && state[3] === 0;
  const second = oneDimensional ? 0 : 3;
  const most = Math.hypot(state[0]!, state[1]!) * Math.hypot(state[2]!, state[3]!);
  const angularMomentum = state[0]! * state[3]! - state[1]! * state[2]!;
  if (!oneDimensional && Math.abs(angularMomentum) <= ON_A_LINE * most) return undefined;
  const placeAt = (time: number): readonly [number, number] => {
    path.at(time, state);
    return [state[2]!, state[second]!];
  };
  type Place = ReturnType<typeof placeAt>;
  const angle = (from: number, a: Place, to: number, b: Place, depth: number): number => {
    const direct = Math.atan2(a[0] * b[1] - a[1] * b[0], a[0] * b[0] + a[1] * b[1]);
    if (Math.abs(direct) < CLOSE) return direct;
    if (depth === CLOSEST) return NaN;
    const middle = (from + to) / 2;
    const place = placeAt(middle);
    return angle(from, a, middle, place, depth + 1) + angle(middle, place, to, b, depth + 1);
  };
  let sum = 0;
  const looks = looksOf(path, 0, horizon);
  let before = placeAt(0);
  for (let i = 1; i < looks.length; i++) {
    const now = placeAt(looks[i]!);
    sum += angle(looks[i - 1]!, before, looks[i]!, now, 0);
    before = now;
  }
  const turns = sum / (2 * Math.PI);
  return Number.isNaN(turns) ? undefined : { least: turns, most: turns };
}

/**
 * m <- beta m + (1 - beta) s after each step, a shorter one by its share: by whole steps, and by
 * substeps, which a method may take as short as it likes.
 */
function averageOf(path: Path, times: Float64Array, beta: number, step: number) {
  const [whole, parted] = [1, SUBSTEPS].map((parts) =>
    averageBy(path, times, beta, step, parts),
  ) as [Average, Average];
  const ema: Range = {
    least: Math.min(whole.length, parted.length),
    most: Math.max(whole.length, parted.length),
  };
  return { ema, emaSize: whole.size };
}

/** An average over so many parts of a step is that of the shortest, to a thirtieth of the difference. */
const SUBSTEPS = 16;

interface Average {
  readonly length: number;
  readonly size: number;
}

function averageBy(
  path: Path,
  times: Float64Array,
  beta: number,
  step: number,
  parts: number,
): Average {
  const state = path.at(0, new Float64Array(4));
  let [first, second] = [state[2]!, state[3]!];
  const largest = () => state.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  let size = largest();
  for (let n = 1; n < times.length; n++) {
    const [from, length] = [times[n - 1]!, times[n]! - times[n - 1]!];
    const keep = beta ** (length / (parts * step));
    for (let part = 1; part <= parts; part++) {
      path.at(part === parts ? times[n]! : from + (part / parts) * length, state);
      first = keep * first + (1 - keep) * state[2]!;
      second = keep * second + (1 - keep) * state[3]!;
      size = keep * size + (1 - keep) * largest();
    }
  }
  return { length: Math.hypot(first, second), size };
}
