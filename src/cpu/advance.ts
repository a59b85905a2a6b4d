import { beginTangents } from '../measures/lyapunov.ts';
import { axpy, square, type AugmentedState, type Dynamics } from '../methods/method.ts';
import type { Noise } from '../methods/noise.ts';
import type { Simulation } from './simulation.ts';

/** One trajectory and its step, with noise and projection; the twin of `IntegratorState` and `advance` in advance.wgsl. */
export interface IntegratorState {
  /** The state, and the tangent map where the simulation follows it. */
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
  const noise = simulation.noise();
  const draws = noise && simulation.noisyGradients ? noisyDynamics(dynamics, noise) : undefined;
  const stepper = simulation.stepper(draws?.dynamics);
  const state = new Float64Array(dynamics.size);
  const change = new Float64Array(dynamics.size);
  const diagnostics = new Float64Array(2);
  return {
    state,
    diagnostics,
    solverState: stepper.solverState,
    begin(start) {
      for (let i = 0; i < 4; i++) state[i] = start[i]!;
      if (state.length > 4) beginTangents(state);
      dynamics.project(state);
      noise?.begin(state);
      draws?.beginStep(1);
      stepper.begin(state);
    },
    advance(h, number) {
      draws?.beginStep(number);
      diagnostics[0] = stepper.step(state, h, change);
      diagnostics[1] = Math.sqrt(square(change)) / h;
      noise?.add(change, state, number, h);
      axpy(state, state, 1, change);
      dynamics.project(state);
    },
  };
}

/** Dynamics whose gradients are drawn anew at every evaluation, as those of minibatches are. */
function noisyDynamics(dynamics: Dynamics, noise: Noise) {
  const alike = { discriminator: 1, generator: 1 };
  let step = 1;
  let evaluation = 0;
  return {
    /** What is evaluated from now on belongs to step number `number` (from 1). */
    beginStep(number: number) {
      step = number;
      evaluation = 0;
    },
    dynamics: {
      ...dynamics,
      vectorField(state: AugmentedState, out: AugmentedState) {
        dynamics.vectorField(state, out);
        noise.addToGradients(out, state, step, evaluation++, dynamics.rates);
      },
      gradients(state: AugmentedState, out: AugmentedState) {
        dynamics.gradients(state, out);
        noise.addToGradients(out, state, step, evaluation++, alike);
      },
    },
  };
}
