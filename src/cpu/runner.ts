import type { Experiment } from '../experiment/experiment.ts';
import type { Tangents } from '../measures/lyapunov.ts';
import type { Measured } from '../measures/measured.ts';
import type { Dynamics, LaneStepper } from '../methods/method.ts';
import { newChunkBuffer, ROW, type ChunkBuffer } from '../models/chunk-buffer.ts';
import { interleaved } from './interleaved.ts';
import type { PairIntegrator } from './pair-integrator.ts';
import { observerOf, simulationOf, type Simulation } from './simulation.ts';
import { chunksOf } from './chunks.ts';

/** Follows starts number `first` and `second` of `starts` to the horizon. */
export type Runner = (
  starts: Float64Array,
  first: number,
  second: number,
) => readonly [Measured, Measured];

/** @param tangents how many are followed along each trajectory */
export function runnerOf(experiment: Experiment, tangents: Tangents = 0): Runner {
  const simulation = simulationOf(experiment, tangents);
  const pairIntegrator = simulation.laneStepper
    ? inLanes(simulation.laneStepper, simulation.dynamics)
    : interleaved(simulation);
  const chunks = chunksOf(simulation.schedule);
  const [one, other] = [new Lane(simulation), new Lane(simulation)];
  return (starts, first, second) => {
    one.place(starts, first);
    other.place(starts, second);
    pairIntegrator.begin(one.buffer, other.buffer);
    one.begin();
    other.begin();
    for (const chunk of chunks) {
      pairIntegrator.advance(one.buffer, other.buffer, chunk);
      one.see(chunk.steps);
      other.see(chunk.steps);
      if (!one.goes && !other.goes) break;
    }
    const tangentMeasures = pairIntegrator.tangentMeasures();
    return [one.observer.measured(tangentMeasures[0]), other.observer.measured(tangentMeasures[1])];
  };
}

/** By a method's way for two. Its chunks are short enough for `keepDirection` to be due at their ends. */
function inLanes(laneStepper: LaneStepper, { project }: Dynamics): PairIntegrator {
  return {
    begin: () => {},
    advance: (one, other, { steps, h }) => {
      laneStepper(one, other, steps, h);
      const end = steps * ROW;
      project(one.subarray(end, end + 4));
      project(other.subarray(end, end + 4));
    },
    tangentMeasures: () => [undefined, undefined],
  };
}

/** One of the two. */
class Lane {
  readonly buffer: ChunkBuffer = newChunkBuffer();
  readonly observer;
  goes = true;

  constructor(simulation: Simulation) {
    this.observer = observerOf(simulation);
  }

  place(starts: Float64Array, index: number): void {
    this.buffer.set(starts.subarray(4 * index, 4 * index + 4));
  }

  begin(): void {
    this.observer.begin(this.buffer);
    this.goes = true;
  }

  /** Shows a chunk to the observer and goes on from its end. */
  see(steps: number): void {
    if (this.goes) this.goes = this.observer.see(this.buffer, steps);
    const { buffer } = this;
    for (let i = 0; i < 4; i++) buffer[i] = buffer[steps * ROW + i]!;
  }
}
