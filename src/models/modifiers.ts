import type { Field, Game } from './model.ts';
import type { Parameter, Values } from './parameter.ts';
import type { StateArray } from './state.ts';

/** What can be added to any model. */
export const MODIFIERS: readonly Parameter[] = [
  {
    kind: 'number',
    name: 'l2',
    symbol: 'L2 on D, μ',
    default: 0,
    min: 0,
    max: 2,
    step: 0.01,
    doc: 'adds μ|φ|²/2 to the discriminator’s loss; for the Dirac GAN the R1 and R2 penalties and the zero-centred gradient penalty are this same term (γ = μ); Adam sees it in the gradient',
  },
  {
    kind: 'number',
    name: 'rateD',
    symbol: 'rate D',
    default: 1,
    min: 0.01,
    max: 10,
    step: 0.01,
    logarithmic: true,
    doc: 'learning rate of the discriminator relative to the step (TTUR); multiplies φ′, L2 included, and Adam’s step',
  },
  {
    kind: 'number',
    name: 'rateG',
    symbol: 'rate G',
    default: 1,
    min: 0.01,
    max: 10,
    step: 0.01,
    logarithmic: true,
    doc: 'learning rate of the generator relative to the step (TTUR); multiplies θ′, and Adam’s step',
  },
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

/** The field of `game` with L2 and learning rates: what every method integrates. */
export function modifiedField(game: Game, modifiers: Values): Field {
  const { l2, rateD, rateG, none } = coefficientsOf(modifiers);
  return onAllowedSet(game, none ? game.field : scaledField(game.field, l2, rateD, rateG));
}

/** The field of `game` with L2 alone: the players' negative gradients, for rules that rescale them. */
export function gradientField(game: Game, modifiers: Values): Field {
  const { l2 } = coefficientsOf(modifiers);
  return onAllowedSet(game, l2 === 0 ? game.field : scaledField(game.field, l2, 1, 1));
}

function scaledField(field: Field, l2: number, rateD: number, rateG: number): Field {
  return (phi1, phi2, theta1, theta2) => {
    const derivative = field(phi1, phi2, theta1, theta2);
    return {
      phi1: rateD * (derivative.phi1 - l2 * phi1),
      phi2: rateD * (derivative.phi2 - l2 * phi2),
      theta1: rateG * derivative.theta1,
      theta2: rateG * derivative.theta2,
    };
  };
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
  const { l2, rateD, rateG } = coefficientsOf(modifiers);
  return scaledJvp(game, l2, rateD, rateG);
}

/** The derivative of `gradientField`. */
export function gradientJvpOf(game: Game, modifiers: Values): VectorFieldJvp {
  return scaledJvp(game, coefficientsOf(modifiers).l2, 1, 1);
}

function scaledJvp(game: Game, l2: number, rateD: number, rateG: number): VectorFieldJvp {
  const { project, projectTangent } = game;
  const [allowed, left] = [new Float64Array(4), new Float64Array(4)];
  return (s, t, out) => {
    let at = s;
    let along = t;
    if (project && projectTangent) {
      allowed.set(s);
      project(allowed);
      left.set(t);
      projectTangent(s, left);
      at = allowed;
      along = left;
    }
    game.jvp(at, along, out);
    // L2 and learning rates are linear.
    out[0] = rateD * (out[0]! - l2 * along[0]!);
    out[1] = rateD * (out[1]! - l2 * along[1]!);
    out[2] = rateG * out[2]!;
    out[3] = rateG * out[3]!;
  };
}

/** `none`: they change nothing. */
function coefficientsOf(modifiers: Values) {
  const l2 = Number(modifiers['l2']);
  const rateD = Number(modifiers['rateD']);
  const rateG = Number(modifiers['rateG']);
  return { l2, rateD, rateG, none: l2 === 0 && rateD === 1 && rateG === 1 };
}
