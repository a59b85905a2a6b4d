/** The range upwards where nobody has chosen one: what some trajectories reach. */
import { visitedValue } from '../../measures/visit-counter.ts';
import type { Visited } from '../../measures/visits.ts';
import type { State } from '../../models/state.ts';
import { TRAJECTORY_COLUMNS, type Engine } from '../engine.ts';
import { targetOf } from '../equilibrium/target.ts';
import type { Diagram, Experiment } from '../experiment.ts';
import { atParameters } from '../plane.ts';
import { startsOfColumns, startsPerColumn, visitedOrigin } from './diagram.ts';

/** So many columns are followed, so many starts of each, sampled so often. */
const PROBED = { columns: 24, starts: 4, samples: 513 } as const;

/**
 * Columns that reach further than so many times what three quarters of them reach, or where their starts are,
 * are cut off: what grows is not what bounds the others.
 */
const FURTHEST = 3;

/** Room above and below, as a share of the range. */
const ROOM = 0.05;

/**
 * About what the starts of a diagram visit. It does not depend on the diagram's size.
 * @throws what `Engine.trace` throws
 */
export async function visitedRange(
  engine: Engine,
  experiment: Experiment,
  diagram: Diagram & { readonly of: Visited },
): Promise<readonly [low: number, high: number]> {
  const starts = Math.min(PROBED.starts, startsPerColumn(experiment, diagram));
  const ends: [low: number, high: number][] = [];
  let begun = 0;
  for (let column = 0; column < PROBED.columns; column++) {
    const at = [PROBED.columns, column, 1] as const;
    const pixels = startsOfColumns(experiment, diagram, at, [0, starts]);
    const own = pixels.varied
      ? atParameters(experiment, pixels.varied.names, pixels.varied.values)
      : experiment;
    const states = Array.from(
      { length: pixels.starts.length / 4 },
      (_, i) => Array.from(pixels.starts.subarray(4 * i, 4 * i + 4)) as unknown as State,
    );
    const values = visitedIn(await engine.trace(own, states, PROBED.samples), own, diagram);
    begun = Math.max(begun, ...states.map((state) => Math.abs(valueAt(state, own, diagram.of))));
    if (values.length > 0) ends.push([Math.min(...values), Math.max(...values)]);
  }
  return withRoom(mostOf(ends, begun));
}

function valueAt(state: ArrayLike<number>, experiment: Experiment, of: Visited): number {
  const less = targetOf(experiment).map((x, i) => state[i]! - x);
  return visitedValue(of, less) + visitedOrigin(experiment, of);
}

function visitedIn(
  trajectories: Awaited<ReturnType<Engine['trace']>>,
  experiment: Experiment,
  { of, last }: Diagram & { readonly of: Visited },
): readonly number[] {
  const width = TRAJECTORY_COLUMNS.length;
  return trajectories.flatMap(({ times, samples }) => {
    const from = (1 - last) * times[times.length - 1]!;
    return Array.from(times, (time, i) => {
      const state = samples.subarray(i * width, i * width + 4);
      return time < from ? Number.NaN : valueAt(state, experiment, of);
    }).filter((value) => Number.isFinite(value));
  });
}

/** The range of all columns but of those that run away. */
function mostOf(
  ends: readonly (readonly [number, number])[],
  begun: number,
): readonly [number, number] {
  if (ends.length === 0) return [-1, 1];
  const [lows, highs] = [0, 1].map((end) => ends.map((one) => one[end as 0 | 1])) as [
    number[],
    number[],
  ];
  const reach = ends.map(([low, high]) => Math.max(Math.abs(low), Math.abs(high)));
  const sorted = reach.toSorted((a, b) => a - b);
  const usual = Math.max(begun, sorted[Math.floor(0.75 * (reach.length - 1))]!);
  const isNear = (_: unknown, i: number) => reach[i]! <= FURTHEST * usual;
  return [Math.min(...lows.filter(isNear)), Math.max(...highs.filter(isNear))];
}

/** A little wider, with 0 at its end where it is near; 1 wide where all is the same. */
function withRoom([low, high]: readonly [number, number]): readonly [number, number] {
  const room = high > low ? ROOM * (high - low) : Math.abs(high) / 2 || 0.5;
  const isPositive = low >= 0 && low < 2 * (high - low);
  return [isPositive ? 0 : low - room, high + room];
}
