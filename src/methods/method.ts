import type { Invariant } from '../models/invariants.ts';
import type { Message } from '../models/message.ts';
import type { Field } from '../models/model.ts';
import type { Parameter, Values } from '../models/parameter.ts';
import type { ChunkBuffer } from '../models/chunk-buffer.ts';
import type { Theoretical } from '../models/theory.ts';

/**
 * What a method moves: a state of four components, or a state and tangents at it, four numbers each. A
 * method treats both alike, so that a step of the second is the step's own derivative.
 */
export type AugmentedState = Float64Array;

/** What is to be moved. */
export interface Dynamics {
  /** Numbers in an augmented state: 4, and 4 more for each tangent. */
  readonly size: number;
  /** Writes (phi', theta') and the tangents' derivatives to `out`; may not read `out`. */
  vectorField(state: AugmentedState, out: AugmentedState): void;
  /**
   * Writes both players' negative gradients, L2 included and learning rates left out, and the
   * tangents' part to `out`; may not read `out`. For rules that rescale gradients.
   */
  gradients(state: AugmentedState, out: AugmentedState): void;
  /** The players' learning rates relative to the step. */
  readonly rates: { readonly discriminator: number; readonly generator: number };
  /** Puts a state back into the model's allowed set, in place. */
  project(state: AugmentedState): void;
}

/**
 * One trajectory's way of moving. Made once, used for one trajectory after another. What is not
 * finite goes through as it is: bounds are the observer's concern.
 */
export interface Stepper {
  /** What the method carries from step to step beside the state; each as long as a state. */
  readonly solverState: readonly AugmentedState[];
  /** Sets the solver state to what it is before the first step from `state`; may not change `state`. */
  begin(state: AugmentedState): void;
  /**
   * Writes how `state` changes over a step to `change`, without noise; may not change `state`.
   * @param h length of the step in time, positive; shorter than the schedule's in a flow's last step
   *   and in its substeps
   * @param change as long as `state`; not read before it is written
   * @returns the square of the step's local error ratio: how badly the step resolves the motion,
   *   (w h)^3/4 for a rotation of frequency w, a pure number; not finite where a stage overflowed
   */
  step(state: AugmentedState, h: number, change: AugmentedState): number;
  /**
   * Of a method with `substepOrder`: the last step's error as a multiple of the one that is allowed.
   * Above 1, and where it is no number, the step is to be done in shorter ones.
   */
  readonly excess?: number;
  /**
   * Writes what the last step's dense output adds to cubic Hermite interpolation, as a multiple of
   * x^2 (1 - x)^2 at share x of the step. Absent: nothing.
   */
  quartic?(out: AugmentedState): void;
}

/**
 * Takes two states, without tangents, as far as two `Stepper`s would, bit for bit: writes rows 1 to
 * `steps` of both buffers from rows 0. All steps are of length h.
 * @returns the number of steps before the first one that is to be done in substeps, of either state;
 *   what is in later rows is of no use
 */
export type LaneStepper = (
  one: ChunkBuffer,
  other: ChunkBuffer,
  steps: number,
  h: number,
) => number;

/**
 * How a state is moved. A new one is this record, its WGSL twin `shaders/methods/<id>.wgsl`, and a
 * line in `METHODS`. `theory` of a rule is what it does that the flow does not; a flow has none.
 */
export interface Method extends Partial<Theoretical> {
  /** Unique; in flags, links and the name of the WGSL file. */
  readonly id: string;
  readonly title: string;
  /** A flow approximates the differential equation; a rule is the discrete map of real training. */
  readonly kind: 'flow' | 'rule';
  /** Author and year, as in a bibliography. */
  readonly source: string;
  /** One clause, for lists and tips. */
  readonly doc: string;
  /** Why a step has no derivative at phi = theta = 0, in a sentence. Absent: it has one. */
  readonly singularAtEquilibrium?: Message;
  /** The learning rate beyond which a rotation of this frequency grows; undefined: at every one. */
  criticalStep?(frequency: number, values: Values): number | undefined;
  /** One of them is `step`: the longest step in time of a flow, the learning rate of a rule. */
  readonly parameters: readonly Parameter[];
  /**
   * Its steps are done in substeps where they do not resolve the motion, whose error falls with this
   * power of their length; see substeps.ts. Absent: every step is taken as it is.
   */
  readonly substepOrder?: number;
  /** The length of substeps follows an error estimate and is remembered from step to step. */
  readonly adaptive?: true;
  /** Names of what is carried from step to step, as in `IntegratorState` of the shaders. */
  readonly solverState: readonly string[];
  /**
   * The method's own damping of a rotation of frequency w, as a multiple of (w h)^6 a step: what it
   * may take for decay. 0 for a rule, which is what it does.
   */
  readonly numericalDissipation: number;
  /** The largest error ratio of a step that counts as resolved; Infinity for a rule. */
  readonly largestErrorRatio: number;
  /** Steps keep their size where gradients fall, so that no envelope is smooth. */
  readonly constantStepSize?: boolean;
  /** See `MethodTraits`. */
  readonly keepsOrbits?: boolean;
  /** Each component is scaled by itself, so that directions of the plane differ. */
  readonly componentwise?: true;
  /** Steps over which what it remembers of gradients fades. Absent: a few. */
  memory?(values: Values): number;
  /** What a flow may keep, and each step of this rule widens. */
  readonly widens?: readonly Invariant[];
  /** @param values of the experiment's parameters, those of `parameters` among them */
  stepper(dynamics: Dynamics, values: Values): Stepper;
  /**
   * A faster way for two, stage by stage in turn, so that a processor computes one while it waits for
   * the other. Absent: trajectories go one by one.
   */
  laneStepper?(field: Field): LaneStepper;
}

/**
 * The error ratio of a step by how far it goes: a change of |change| / |s| = w h. For methods whose
 * stages tell nothing more.
 */
export function errorRatioSquaredOfChange(state: AugmentedState, change: AugmentedState): number {
  const size = square(state);
  if (size === 0) return 0;
  const angle2 = square(change) / size;
  return (angle2 * angle2 * angle2) / 16;
}

/**
 * The larger of two that are not negative, to a rounding, and NaN where one is infinite: without a
 * branch, which no processor would foresee.
 */
export function larger(a: number, b: number): number {
  return (a + b + Math.abs(a - b)) / 2;
}

/** |s|^2 of the state in an augmented state. */
export function square(state: AugmentedState): number {
  return state[0]! ** 2 + state[1]! ** 2 + state[2]! ** 2 + state[3]! ** 2;
}

/** `out = state + factor * derivative`. */
export function axpy(
  out: AugmentedState,
  state: AugmentedState,
  factor: number,
  derivative: AugmentedState,
): void {
  // Written out: a loop over four components costs more than what is in it.
  out[0] = state[0]! + factor * derivative[0]!;
  out[1] = state[1]! + factor * derivative[1]!;
  out[2] = state[2]! + factor * derivative[2]!;
  out[3] = state[3]! + factor * derivative[3]!;
  for (let i = 4; i < out.length; i++) out[i] = state[i]! + factor * derivative[i]!;
}

/** New augmented states of the right size. */
export function newStates<Count extends number>(
  { size }: Dynamics,
  count: Count,
): AugmentedState[] & { readonly length: Count } {
  return Array.from({ length: count }, () => new Float64Array(size)) as AugmentedState[] & {
    readonly length: Count;
  };
}
