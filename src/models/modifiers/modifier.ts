import type { Field, Formula } from '../model.ts';
import type { NumberParameter, Values } from '../parameter.ts';
import type { StateArray } from '../state.ts';

/** What every modifier declares. Its WGSL is `shaders/modifiers/<id>.wgsl`. */
interface Declared {
  /** Unique; the name of both files. */
  readonly id: string;
  readonly parameters: readonly NumberParameter[];
  /** Whether it changes nothing at these values: it is then left out of every computation. */
  isOff(values: Values): boolean;
  /** TeX of both players with it, and of their losses where it can be said what it does to them. */
  formula(formula: Formula, values: Values): Formula;
}

/**
 * What changes a field's value at a state linearly in both, so that tangents take it alike.
 *
 * A modifier of `gradients` is part of the players' gradients, which rules such as Adam rescale; one of
 * `rates` multiplies the step that follows from them.
 */
export interface LinearModifier extends Declared {
  readonly acts: 'gradients' | 'rates';
  /**
   * The field with it. A closure of the modifier's own, and not one that calls any modifier, so that
   * an integrator's loop takes in both.
   */
  onField(field: Field, values: Values): Field;
  /** The same of tangents: changes the derivative `value` of a field along `tangent`, in place. */
  onTangent(values: Values): (value: StateArray, tangent: StateArray) => void;
}

export type Modifier = LinearModifier;
