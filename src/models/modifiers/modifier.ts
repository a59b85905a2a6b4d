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
 * A modifier of `gradients` is part of the players' gradients, which corrections see and rules such as
 * Adam rescale; one of `rates` multiplies the step that follows from them.
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

/**
 * What adds to the players' gradients v a product of them and their Jacobian J, linear in both: its own
 * derivative along t is then the same product of J and dv = J t, and of dJ and v. All corrections read
 * the same v and J, so that their order does not matter.
 */
export interface Correction extends Declared {
  readonly acts: 'correction';
  /** Adds the product to `out`. @param jacobian by columns: 4 j + i has the derivative of component i in j */
  adds(values: Values): (jacobian: Float64Array, v: StateArray, out: StateArray) => void;
  /** TeX of both players, in which the field without corrections is v and its Jacobian J. */
  formula(formula: Formula, values: Values): Formula;
}

export type Modifier = LinearModifier | Correction;

/** The strength of a correction, which is off at 0. */
export function strength(name: string, symbol: string, doc: string): NumberParameter {
  return { kind: 'number', name, symbol, default: 0, min: 0, max: 2, step: 0.01, doc };
}
