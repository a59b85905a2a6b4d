import type { Derivative, Game } from '../model.ts';
import type { Values } from '../parameter.ts';
import type { StateArray } from '../state.ts';
import type { Correction, LinearModifier } from './modifier.ts';

/** A field with its first two derivatives, each linear in the tangents. */
export interface Differentiable extends Pick<Game, 'field' | 'jvp' | 'second'> {}

/** A field with its derivative. */
export type Differentiated = Pick<Game, 'field' | 'jvp'>;

const NOWHERE = new Float64Array(4);

/** A game's field with linear modifiers of the gradients. */
export function withLinear(
  { field, jvp, second }: Differentiable,
  modifiers: readonly LinearModifier[],
  values: Values,
): Differentiable {
  if (modifiers.length === 0) return { field, jvp, ...(second && { second }) };
  const actions = modifiers.map((modifier) => modifier.onTangent(values));
  return {
    field: modifiers.reduce((inner, modifier) => modifier.onField(inner, values), field),
    jvp: (s, t, out) => {
      jvp(s, t, out);
      for (const act of actions) act(out, t);
    },
    ...(second && {
      second: (s, t, r, out) => {
        second(s, t, r, out);
        // What a modifier adds is linear in the state.
        for (const act of actions) act(out, NOWHERE);
      },
    }),
  };
}

/** Unit vectors. */
const UNITS = [0, 1, 2, 3].map((i) => Float64Array.from({ length: 4 }, (_, k) => Number(k === i)));

/** Writes a Jacobian to `jacobian` by columns, of which `column` writes one. */
function fill(
  jacobian: Float64Array,
  out: StateArray,
  column: (unit: StateArray, out: StateArray) => void,
): void {
  UNITS.forEach((unit, j) => {
    column(unit, out);
    jacobian.set(out, 4 * j);
  });
}

/**
 * A field v with corrections of it, `v + C(J, v)`, and its derivative along t,
 * `J t + C(J, J t) + C(dJ, v)`: C is linear in both.
 */
export function withCorrections(
  { field, jvp, second }: Differentiable,
  corrections: readonly Correction[],
  values: Values,
): Differentiated {
  if (corrections.length === 0) return { field, jvp };
  const terms = corrections.map((correction) => correction.adds(values));
  const [jacobian, bent] = [new Float64Array(16), new Float64Array(16)];
  const [state, v, column, change] = [0, 1, 2, 3].map(() => new Float64Array(4)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const evaluate = (s: StateArray) => {
    write(field(s[0]!, s[1]!, s[2]!, s[3]!), v);
    fill(jacobian, column, (unit, out) => jvp(s, unit, out));
  };
  return {
    field: (phi1, phi2, theta1, theta2) => {
      state[0] = phi1;
      state[1] = phi2;
      state[2] = theta1;
      state[3] = theta2;
      evaluate(state);
      change.set(v);
      for (const add of terms) add(jacobian, v, change);
      return { phi1: change[0]!, phi2: change[1]!, theta1: change[2]!, theta2: change[3]! };
    },
    jvp: (s, t, out) => {
      evaluate(s);
      jvp(s, t, change);
      out.set(change);
      for (const add of terms) add(jacobian, change, out);
      if (!second) return;
      fill(bent, column, (unit, along) => second(s, unit, t, along));
      for (const add of terms) add(bent, v, out);
    },
  };
}

function write(value: Derivative, out: StateArray): void {
  out[0] = value.phi1;
  out[1] = value.phi2;
  out[2] = value.theta1;
  out[3] = value.theta2;
}
