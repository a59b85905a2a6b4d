import { beginTangents } from '../measures/lyapunov.ts';
import { isOneDimensional } from '../models/state.ts';
import { UNRESOLVED } from '../methods/dopri5.ts';
import { axpy, square, type AugmentedState, type Dynamics } from '../methods/method.ts';
import type { Noise } from '../methods/noise.ts';
import { SHORTEST_SUBSTEP, Substeps } from '../methods/substeps.ts';
import { isBounded } from '../measures/bounds.ts';
import { isResolved } from '../measures/outcome.ts';
import type { Simulation } from './simulation.ts';

/** One trajectory and its steps, with noise and projection; the twin of `IntegratorState` and `advance` in advance.wgsl. */
export interface IntegratorState {
  /** The state, and the tangent map where the simulation follows it. */
  readonly state: AugmentedState;
  /** What the method carries from step to step. */
  readonly solverState: readonly AugmentedState[];
  /** Of the last substep by the method, without noise: its squared error ratio, and its change a unit of time. */
  readonly diagnostics: Float64Array;
  /**
   * Sets out from a state, which is put into the allowed set first.
   * @param inSubspace tangents stay in the one-dimensional subspace; by default where the state is in it
   */
  begin(start: ArrayLike<number>, inSubspace?: boolean): void;
  /**
   * Goes on in step `number` (from 1), of length h: to its end, or by a substep where the method needs
   * that. Call it until it returns 1.
   * @returns the share of the step that is done
   */
  advance(h: number, number: number): number;
  /** See `Across.wasCarried`. */
  readonly wasCarried: boolean;
  /** See `Stepper.quartic`, of the last substep. */
  quartic(out: AugmentedState): void;
}

export function integratorStateOf(simulation: Simulation): IntegratorState {
  const { dynamics } = simulation;
  const noise = simulation.noise();
  const draws = noise && simulation.noisyGradients ? noisyDynamics(dynamics, noise) : undefined;
  const stepper = simulation.stepper(draws?.dynamics);
  const { method } = simulation;
  const { substepOrder, adaptive } = method;
  const substeps = substepOrder === undefined ? undefined : new Substeps(substepOrder);
  const across = simulation.across();
  const [memory] = adaptive ? stepper.solverState : [];
  const state = new Float64Array(dynamics.size);
  const change = new Float64Array(dynamics.size);
  const diagnostics = new Float64Array(2);
  /** Of the last substep: whether the method took it, and its length. */
  const last = { isMethods: true, length: 0 };
  /** Tries a substep of this length, a share of a step. @returns its error as a multiple of the one that is allowed */
  const tryStep = (length: number, share: number): number => {
    last.length = length;
    const known = across?.attempt(state, length, change);
    last.isMethods = known === undefined || known === Infinity;
    const error = last.isMethods ? stepper.step(state, length, change) : 0;
    const tooLong =
      known ?? (share <= 2 * SHORTEST_SUBSTEP ? across?.excessOf(state, length, change) : 0) ?? 0;
    diagnostics[0] = tooLong > 1 ? UNRESOLVED : error;
    const excess = last.isMethods ? (stepper.excess ?? 0) : 0;
    return tooLong > 1 || !last.isMethods ? Math.max(excess, tooLong ** substepOrder!) : excess;
  };
  /** Takes a step or a substep of length h, of step `number`. @returns its share of the step done */
  const take = (h: number, number: number): number => {
    if (!substeps) {
      draws?.beginStep(number);
      diagnostics[0] = stepper.step(state, h, change);
      diagnostics[1] = Math.sqrt(square(change)) / h;
      return 1;
    }
    if (substeps.done === 1) substeps.begin(memory?.[0] || 1);
    for (;;) {
      const length = substeps.share * h;
      const excess = tryStep(length, substeps.share);
      diagnostics[1] = Math.sqrt(square(change)) / length;
      const resolved = isResolved(method, diagnostics[0]!);
      if (substeps.judge(excess, resolved, excess > 1 && !isBounded(state))) break;
    }
    if (memory) memory[0] = substeps.length;
    return substeps.done;
  };
  return {
    state,
    diagnostics,
    solverState: stepper.solverState,
    begin(start, inSubspace = isOneDimensional(start)) {
      for (let i = 0; i < 4; i++) state[i] = start[i]!;
      if (state.length > 4) beginTangents(state, inSubspace);
      dynamics.project(state);
      if (substeps) substeps.done = 1;
      noise?.begin(state);
      draws?.beginStep(1);
      stepper.begin(state);
      across?.begin();
    },
    advance(h, number) {
      const done = take(h, number);
      // The noise of a step is added at its end.
      if (done === 1) noise?.add(change, state, number, h);
      axpy(state, state, 1, change);
      across?.keep(state, last.length);
      dynamics.project(state);
      return done;
    },
    get wasCarried() {
      return across?.wasCarried === true;
    },
    quartic(out) {
      if (last.isMethods && stepper.quartic) stepper.quartic(out);
      else out.fill(0);
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
