import { TangentGrowth, type TangentMeasures } from '../measures/lyapunov.ts';
import { isBounded } from '../measures/bounds.ts';
import { integratorStateOf, type IntegratorState } from './advance.ts';
import type { Lane } from './lane.ts';
import type { PairIntegrator } from './pair-integrator.ts';
import type { Simulation } from './simulation.ts';

/**
 * Two trajectories that take their steps in turn: by any method, with noise, with tangents. A
 * processor begins one's step before the other's is done.
 */
export function interleaved(simulation: Simulation): PairIntegrator {
  const [one, other] = [new LaneIntegrator(simulation), new LaneIntegrator(simulation)];
  return {
    begin(oneLane, otherLane) {
      one.begin(oneLane);
      other.begin(otherLane);
    },
    advance(oneLane, otherLane, { first, steps, h }) {
      for (let i = 0; i < steps; i++) {
        if (one.goes && oneLane.goes) one.take(first + i, h, oneLane);
        if (other.goes && otherLane.goes) other.take(first + i, h, otherLane);
      }
      oneLane.flush();
      otherLane.flush();
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

  begin({ buffer, inSubspace }: Lane): void {
    const { integrator } = this;
    integrator.begin(buffer, inSubspace);
    buffer.set(integrator.state.subarray(0, 4));
    this.growth?.begin();
    this.goes = true;
  }

  take(number: number, h: number, lane: Lane): void {
    const { integrator } = this;
    const { state, diagnostics } = integrator;
    let done = 0;
    while (done < 1 && this.goes) {
      done = integrator.advance(h, number);
      if (done === 1) this.growth?.see(number, state, integrator.solverState);
      lane.record(state, diagnostics, done);
      this.goes = isBounded(state);
    }
  }

  tangentMeasures(): TangentMeasures | undefined {
    const measured = this.growth?.measured(this.integrator.state);
    // While a method has no part in the motion, tangents have none.
    return measured && this.integrator.wasCarried ? { ...measured, exponent: NaN } : measured;
  }
}
