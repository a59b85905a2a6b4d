import type { Velocity } from '../models/modifiers.ts';
import type { Parameter, Values } from '../models/parameter.ts';
import type { StateArray } from '../models/state.ts';

/**
 * Advances `s` by `h` in place, and returns the square of the step's strain. The strain is
 * `h |k3 - k2| / |s|`, how much the midpoint slopes disagree relative to the state: near 0 where the
 * step resolves the motion; for a rotation of frequency w it is `(w h)^3 / 4`.
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
