import type { Experiment } from '../experiment/experiment.ts';
import type { Tangents } from '../measures/lyapunov.ts';
import type { Measured } from '../measures/measured.ts';
import { chunksOf } from './chunks.ts';
import { inLanes } from './in-lanes.ts';
import { interleaved } from './interleaved.ts';
import { Lane } from './lane.ts';
import { simulationOf } from './simulation.ts';

/** Follows starts number `first` and `second` of `starts`, which may be the same, to the horizon. */
export type Runner = (
  starts: Float64Array,
  first: number,
  second: number,
) => readonly [Measured, Measured];

/** @param tangents how many are followed along each trajectory */
export function runnerOf(experiment: Experiment, tangents: Tangents = 0): Runner {
  const simulation = simulationOf(experiment, tangents);
  const pairIntegrator = simulation.laneStepper
    ? inLanes(simulation, simulation.laneStepper)
    : interleaved(simulation);
  const chunks = chunksOf(simulation.schedule);
  const [one, other] = [new Lane(simulation), new Lane(simulation)];
  return (starts, first, second) => {
    one.place(starts, first);
    other.place(starts, second);
    pairIntegrator.begin(one, other);
    one.begin();
    const isAlone = first === second;
    if (isAlone) other.rest();
    else other.begin();
    for (const chunk of chunks) {
      pairIntegrator.advance(one, other, chunk);
      if (!one.goes && !other.goes) break;
    }
    const tangentMeasures = pairIntegrator.tangentMeasures();
    const measured = one.observer.measured(tangentMeasures[0]);
    return [measured, isAlone ? measured : other.observer.measured(tangentMeasures[1])];
  };
}
