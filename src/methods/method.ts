import type { Velocity } from '../models/modifiers.ts';
import type { Parameter, Values } from '../models/parameter.ts';
import type { StateArray } from '../models/state.ts';

/**
 * Advances `s` by `h` in place, and returns the square of the step's strain. The strain is
 * the larger of `h |k3 - k2| / |s|`, how much the midpoint slopes disagree relative to the state, and
 * `h |k1 - k2 - k3 + k4| / |s|`, how much the slope bends: near 0 where the step resolves the motion.
 * For a rotation of frequency w they are `(w h)^3 / 4` and that times `sqrt(1 + (w h)^2)`; on a circle
 * of wgan the first is far smaller, and for a decay with w h = 1 the second is 0.
 */
export type Advance = (s: StateArray, h: number) => number;

export interface Method {
  readonly id: string;
  readonly title: string;
  /** A flow approximates the differential equation; a rule is the discrete map of real training. */
  readonly kind: 'flow' | 'rule';
  readonly source: string;
  readonly doc: string;
  readonly parameters: readonly Parameter[];
  /** `project` puts a state back into the model's allowed set, where it has one. */
  advance(
    velocity: Velocity,
    project: ((s: StateArray) => void) | undefined,
    values: Values,
  ): Advance;
}
