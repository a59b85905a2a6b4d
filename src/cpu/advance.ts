import { FIRST_TANGENT } from '../measures/lyapunov.ts';
import { axpy, square, type AugmentedState } from '../methods/method.ts';
import type { Simulation } from './simulation.ts';

/** One trajectory and its step, with noise and projection; the twin of `IntegratorState` and `advance` in advance.wgsl. */
export interface IntegratorState {
  /** The state, and a tangent where the simulation follows one. */
  readonly state: AugmentedState;
  /** What the method carries from step to step. */
  readonly solverState: readonly AugmentedState[];
  /** Of the last step by the method, without noise: its squared error ratio, and its change a unit of time. */
  readonly diagnostics: Float64Array;
  /** Sets out from a state, which is put into the allowed set first. */
  begin(start: ArrayLike<number>): void;
  /** Takes step `number` (from 1), of length h. */
  advance(h: number, number: number): void;
}

export function integratorStateOf(simulation: Simulation): IntegratorState {
  const { dynamics } = simulation;
  const stepper = simulation.stepper();
  const noise = simulation.noise();
  const state = new Float64Array(dynamics.size);
  const change = new Float64Array(dynamics.size);
  const diagnostics = new Float64Array(2);
  return {
    state,
    diagnostics,
    solverState: stepper.solverState,
    begin(start) {
      for (let i = 0; i < 4; i++) state[i] = start[i]!;
      dynamics.project(state);
      if (state.length === 8) state.set(FIRST_TANGENT, 4);
      stepper.begin(state);
      noise?.begin(state);
    },
    advance(h, number) {
      diagnostics[0] = stepper.step(state, h, change);
      diagnostics[1] = Math.sqrt(square(change)) / h;
      noise?.add(change, number, h);
      axpy(state, state, 1, change);
      dynamics.project(state);
    },
  };
}
