import { TangentGrowth, type TangentMeasures } from '../measures/lyapunov.ts';
import { isBounded } from '../measures/bounds.ts';
import { ROW, type ChunkBuffer } from '../models/chunk-buffer.ts';
import { integratorStateOf, type IntegratorState } from './advance.ts';
import type { PairIntegrator } from './pair-integrator.ts';
import type { Simulation } from './simulation.ts';

/**
 * Two trajectories that take their steps in turn: by any method, with noise, with tangents. A
 * processor begins one's step before the other's is done.
 */
export function interleaved(simulation: Simulation): PairIntegrator {
  const [one, other] = [new LaneIntegrator(simulation), new LaneIntegrator(simulation)];
  return {
    begin(oneBuffer, otherBuffer) {
      one.begin(oneBuffer);
      other.begin(otherBuffer);
    },
    advance(oneBuffer, otherBuffer, { first, steps, h }) {
      for (let i = 0; i < steps; i++) {
        const row = (i + 1) * ROW;
        if (one.goes) one.take(first + i, h, oneBuffer, row);
        if (other.goes) other.take(first + i, h, otherBuffer, row);
      }
    },
    tangentMeasures: () => [one.tangentMeasures(), other.tangentMeasures()],
  };
}

/** One of the two. */
class LaneIntegrator {
  /** Within bounds so far; beyond them an adaptive method would look for a step for ever. */
  goes = true;
  private readonly integrator: IntegratorState;
  private readonly growth: TangentGrowth | undefined;

  constructor(simulation: Simulation) {
    this.integrator = integratorStateOf(simulation);
    this.growth = simulation.dynamics.size > 4 ? new TangentGrowth(simulation.schedule) : undefined;
  }

  begin(buffer: ChunkBuffer): void {
    const { integrator } = this;
    integrator.begin(buffer);
    buffer.set(integrator.state.subarray(0, 4));
    this.growth?.begin();
    this.goes = true;
  }

  take(number: number, h: number, buffer: ChunkBuffer, row: number): void {
    const { integrator } = this;
    const { state, diagnostics } = integrator;
    integrator.advance(h, number);
    this.growth?.see(number, state, integrator.solverState);
    buffer[row] = state[0]!;
    buffer[row + 1] = state[1]!;
    buffer[row + 2] = state[2]!;
    buffer[row + 3] = state[3]!;
    buffer[row + 4] = diagnostics[0]!;
    buffer[row + 5] = diagnostics[1]!;
    this.goes = isBounded(state);
  }

  tangentMeasures(): TangentMeasures | undefined {
    return this.growth?.measured(this.integrator.state);
  }
}
