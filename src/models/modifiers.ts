import type { Field, Game } from './model.ts';
import type { Parameter, Values } from './parameter.ts';
import type { StateArray } from './state.ts';
import { withCorrections, withLinear, type Differentiated } from './modifiers/corrected.ts';
import { activeModifiers, FIELD_MODIFIERS, isCorrection, isLinear } from './modifiers/index.ts';

/** What can be added to any model. */
export const MODIFIERS: readonly Parameter[] = [
  ...FIELD_MODIFIERS.flatMap(({ parameters }) => parameters),
  {
    kind: 'number',
    name: 'emaBeta',
    symbol: 'EMA β',
    default: 0.99,
    min: 0,
    max: 0.9999,
    step: 0.0001,
    doc: 'weight averaging: m ← βm + (1−β)s after each step, m = s at t = 0; its time constant is about h/(1−β); 0 switches it off',
  },
  {
    kind: 'number',
    name: 'noise',
    symbol: 'noise σ',
    default: 0,
    min: 0,
    max: 2,
    step: 0.01,
    doc: 'noise of the weights: adds σ√h times a normal draw to each component after each step, the SDE ds = v dt + σ dW; a start in one dimension stays in it',
  },
  {
    kind: 'number',
    name: 'gradientNoise',
    symbol: 'gradient σ',
    default: 0,
    min: 0,
    max: 2,
    step: 0.01,
    doc: 'noise of minibatches: every gradient that a training rule evaluates has σ times a normal draw added to each component, so that momentum, Adam’s memories and the learning rates see it; a flow becomes the SDE ds = v dt + σ·rate dW',
  },
  {
    kind: 'number',
    name: 'seed',
    symbol: 'seed',
    default: 1,
    min: 0,
    max: 65_535,
    step: 1,
    integer: true,
    doc: 'chooses the noise and the starts of an ensemble; the same seed and start give the same draws in every engine',
  },
];

/** (phi', theta') with the modifiers in it, written to `out`. */
export type VectorField = (s: StateArray, out: StateArray) => void;

/** The derivative of a `VectorField` at s along t, written to `out`; may not read `out`. */
export type VectorFieldJvp = (s: StateArray, t: StateArray, out: StateArray) => void;

/** The field of `game` with every modifier that is on: what every method integrates. */
export function modifiedField(game: Game, modifiers: Values): Field {
  return onAllowedSet(game, modified(game, modifiers).field);
}

/** The field of `game` without learning rates: the players' negative gradients, for rules that rescale them. */
export function gradientField(game: Game, modifiers: Values): Field {
  return onAllowedSet(game, gradients(game, modifiers).field);
}

function gradients(game: Game, values: Values): Differentiated {
  const active = activeModifiers(values);
  const linear = active.filter(isLinear).filter(({ acts }) => acts === 'gradients');
  return withCorrections(withLinear(game, linear, values), active.filter(isCorrection), values);
}

function modified(game: Game, values: Values): Differentiated {
  const rates = activeModifiers(values)
    .filter(isLinear)
    .filter(({ acts }) => acts === 'rates');
  return withLinear(gradients(game, values), rates, values);
}

/** A field at the projection of its state. */
function onAllowedSet({ project }: Game, field: Field): Field {
  if (!project) return field;
  const allowed = new Float64Array(4);
  return (phi1, phi2, theta1, theta2) => {
    allowed[0] = phi1;
    allowed[1] = phi2;
    allowed[2] = theta1;
    allowed[3] = theta2;
    project(allowed);
    return field(allowed[0], allowed[1], allowed[2], allowed[3]);
  };
}

/** `modifiedField` on arrays. */
export function vectorFieldOf(game: Game, modifiers: Values): VectorField {
  return onArrays(modifiedField(game, modifiers));
}

/** `gradientField` on arrays. */
export function gradientFieldOf(game: Game, modifiers: Values): VectorField {
  return onArrays(gradientField(game, modifiers));
}

/** A field that reads a state and writes its derivative. */
export function onArrays(field: Field): VectorField {
  return (s, out) => {
    const derivative = field(s[0]!, s[1]!, s[2]!, s[3]!);
    out[0] = derivative.phi1;
    out[1] = derivative.phi2;
    out[2] = derivative.theta1;
    out[3] = derivative.theta2;
  };
}

/** The derivative of `modifiedField`. */
export function vectorFieldJvpOf(game: Game, modifiers: Values): VectorFieldJvp {
  return jvpOnAllowedSet(game, modified(game, modifiers).jvp);
}

/** The derivative of `gradientField`. */
export function gradientJvpOf(game: Game, modifiers: Values): VectorFieldJvp {
  return jvpOnAllowedSet(game, gradients(game, modifiers).jvp);
}

/** The derivative of a field at the projection of its state. */
function jvpOnAllowedSet({ project, projectTangent }: Game, jvp: VectorFieldJvp): VectorFieldJvp {
  if (!project || !projectTangent) return jvp;
  const [allowed, left] = [new Float64Array(4), new Float64Array(4)];
  return (s, t, out) => {
    allowed.set(s);
    project(allowed);
    left.set(t);
    projectTangent(s, left);
    jvp(allowed, left, out);
  };
}
