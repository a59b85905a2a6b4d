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

/** Columns that reach further than this many times what three quarters of them reach are cut off: what grows is not what bounds the others. */
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
    if (values.length > 0) ends.push([Math.min(...values), Math.max(...values)]);
  }
  return withRoom(mostOf(ends));
}

function visitedIn(
  trajectories: Awaited<ReturnType<Engine['trace']>>,
  experiment: Experiment,
  { of, last }: Diagram & { readonly of: Visited },
): readonly number[] {
  const target = targetOf(experiment);
  const origin = visitedOrigin(experiment, of);
  const width = TRAJECTORY_COLUMNS.length;
  return trajectories.flatMap(({ times, samples }) => {
    const from = (1 - last) * times[times.length - 1]!;
    return Array.from(times, (time, i) => {
      const state = target.map((x, k) => samples[i * width + k]! - x);
      return time < from ? Number.NaN : visitedValue(of, state) + origin;
    }).filter((value) => Number.isFinite(value));
  });
}

/** The range of all columns but of those that run away. */
function mostOf(ends: readonly (readonly [number, number])[]): readonly [number, number] {
  if (ends.length === 0) return [-1, 1];
  const [lows, highs] = [0, 1].map((end) => ends.map((one) => one[end as 0 | 1])) as [
    number[],
    number[],
  ];
  const reach = ends.map(([low, high]) => Math.max(Math.abs(low), Math.abs(high)));
  const usual = reach.toSorted((a, b) => a - b)[Math.floor(0.75 * (reach.length - 1))]!;
  const isNear = (_: unknown, i: number) => reach[i]! <= FURTHEST * usual;
  return [Math.min(...lows.filter(isNear)), Math.max(...highs.filter(isNear))];
}

/** A little wider, with 0 at its end where it is near; 1 wide where all is the same. */
function withRoom([low, high]: readonly [number, number]): readonly [number, number] {
  const room = high > low ? ROOM * (high - low) : Math.abs(high) / 2 || 0.5;
  const isPositive = low >= 0 && low < 2 * (high - low);
  return [isPositive ? 0 : low - room, high + room];
}
