import type { Experiment } from '../experiment/experiment.ts';
import type { Tangents } from '../measures/lyapunov.ts';
import type { Measured } from '../measures/measured.ts';
import type { Visits } from '../measures/visits.ts';
import { mayCarryAcross } from '../methods/across.ts';
import type { State } from '../models/state.ts';
import { chunksOf } from './chunks.ts';
import { inLanes } from './in-lanes.ts';
import { interleaved } from './interleaved.ts';
import { Lane } from './lane.ts';
import { simulationOf } from './simulation.ts';

/**
 * Follows starts number `first` and `second` of `starts`, which may be the same, to the horizon.
 * @param number of the first one among all starts, where `starts` are some of them
 */
export type Runner = (
  starts: Float64Array,
  first: number,
  second: number,
  number?: number,
) => readonly [Measured, Measured];

/** What is wanted of trajectories beside what follows from each alone. */
export interface Beside {
  /** What is counted of each; by default nothing. */
  readonly visits?: Visits | undefined;
  /** Those that `basin` numbers, counted from the target; by default none. */
  readonly equilibria?: readonly State[];
}

/** @param tangents how many are followed along each trajectory */
export function runnerOf(
  experiment: Experiment,
  tangents: Tangents = 0,
  { visits, equilibria = [] }: Beside = {},
): Runner {
  const simulation = { ...simulationOf(experiment, tangents), equilibria };
  const ofAll = interleaved(simulation);
  const together = simulation.laneStepper && inLanes(simulation, simulation.laneStepper);
  const chunks = chunksOf(simulation.schedule);
  const [one, other] = [0, 1].map(() => new Lane(simulation, visits)) as [Lane, Lane];
  return (starts, first, second, number = first) => {
    one.place(starts, first);
    other.place(starts, second);
    const mayCarry = [one, other].some(({ buffer }) => mayCarryAcross(simulation, buffer));
    const pairIntegrator = together && !mayCarry ? together : ofAll;
    pairIntegrator.begin(one, other);
    one.begin(number);
    const isAlone = first === second;
    if (isAlone) other.rest();
    else other.begin(number + second - first);
    for (const chunk of chunks) {
      pairIntegrator.advance(one, other, chunk);
      if (!one.goes && !other.goes) break;
    }
    const tangentMeasures = pairIntegrator.tangentMeasures();
    const measured = one.observer.measured(tangentMeasures[0]);
    return [measured, isAlone ? measured : other.observer.measured(tangentMeasures[1])];
  };
}
