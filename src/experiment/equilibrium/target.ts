/**
 * The target of a game: the state that distance, settling, convergence and linearisation refer to.
 * Games are compiled to count states from it, so engines compute with states less the target, and
 * everything that refers to 0 refers to it.
 */
import { TRAJECTORY_COLUMNS, type Trajectory } from '../engine.ts';
import { indexOf, type Experiment, type PlaneAxis, type Plane } from '../experiment.ts';
import type { State } from '../../models/state.ts';

const ORIGIN: State = [0, 0, 0, 0];

export function targetOf({ game }: Experiment): State {
  return game?.source.target ?? ORIGIN;
}

function isOrigin(target: State): boolean {
  return target.every((x) => x === 0);
}

/** States less the target: the same array where that is 0. */
export function fromTarget(experiment: Experiment, states: Float64Array): Float64Array {
  const target = targetOf(experiment);
  const centred = isOrigin(target) ? states : states.map((x, i) => x - target[i % 4]!);
  return experiment.game?.leavesLine ? offLine(centred) : centred;
}

/** So far from phi2 = theta2 = 0 that it counts, in float32 as well, and moves nothing. */
const OFF_LINE = 1e-30;

/** States of one dimension put beside it, so that they are measured in two: their paths leave it. */
function offLine(states: Float64Array): Float64Array {
  const moved = states.slice();
  for (let i = 0; i < moved.length; i += 4) {
    if (moved[i + 1] === 0 && moved[i + 3] === 0) moved[i + 3] = OFF_LINE;
  }
  return moved;
}

export function statesFromTarget(
  experiment: Experiment,
  states: readonly State[],
): readonly State[] {
  const target = targetOf(experiment);
  return isOrigin(target) ? states : states.map((state) => lessTarget(state, target));
}

/** The plane in states less the target. */
export function planeFromTarget<P extends Plane>(experiment: Experiment, plane: P): P {
  const target = targetOf(experiment);
  if (isOrigin(target)) return plane;
  const shifted = (axis: PlaneAxis): PlaneAxis => {
    if (!('component' in axis)) return axis;
    const by = target[indexOf(axis.component)]!;
    return { ...axis, min: axis.min - by, max: axis.max - by };
  };
  const hold = plane.hold.map((x, i) => x - target[i]!) as unknown as State;
  return { ...plane, x: shifted(plane.x), y: shifted(plane.y), hold };
}

/** An experiment whose slice and starts are states less the target. */
export function experimentFromTarget(experiment: Experiment): Experiment {
  const target = targetOf(experiment);
  if (isOrigin(target)) return experiment;
  return {
    ...experiment,
    slice: planeFromTarget(experiment, experiment.slice),
    starts: experiment.starts.map((start) => lessTarget(start, target)),
  };
}

function lessTarget(state: State, target: State): State {
  return state.map((x, i) => x - target[i]!) as unknown as State;
}

/**
 * Traces starts with an engine that counts states from the target.
 * @param trace from starts less the target
 */
export async function traceFromTarget(
  experiment: Experiment,
  starts: readonly State[],
  trace: (starts: readonly State[]) => Promise<Trajectory[]>,
): Promise<Trajectory[]> {
  const target = targetOf(experiment);
  if (isOrigin(target)) return trace(starts);
  const traced = await trace(starts.map((start) => lessTarget(start, target)));
  const width = TRAJECTORY_COLUMNS.length;
  return traced.map((trajectory, i) => ({
    ...trajectory,
    start: starts[i]!,
    // States, and their moving averages.
    samples: trajectory.samples.map((x, k) => x + target[(k % width) % 4]!),
  }));
}
