import type { Tangents } from '../measures/lyapunov.ts';
import type { Dynamics } from '../methods/method.ts';
import type { Game } from '../models/model.ts';
import {
  gradientFieldOf,
  gradientJvpOf,
  vectorFieldJvpOf,
  vectorFieldOf,
  type VectorField,
  type VectorFieldJvp,
} from '../models/modifiers.ts';
import { keepDirection } from '../models/norms.ts';
import type { Values } from '../models/parameter.ts';

/** What a method moves: states of a game. */
export function stateDynamics(game: Game, values: Values): Dynamics {
  return {
    size: 4,
    vectorField: vectorFieldOf(game, values),
    gradients: gradientFieldOf(game, values),
    rates: ratesOf(values),
    project: (state) => {
      game.project?.(state);
      if (game.directional === true) keepDirection(state);
    },
  };
}

function ratesOf(values: Values): Dynamics['rates'] {
  return { discriminator: Number(values['rateD']), generator: Number(values['rateG']) };
}

/** Moves tangents along with the state: a field and its derivative, as one field of both. */
export function tangentDynamics(game: Game, values: Values, tangents: Tangents): Dynamics {
  const [state, tangent, out] = [0, 1, 2].map(() => new Float64Array(4)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  /** Calls `move` with each tangent of `augmented` that is not 0, in `tangent`. */
  const eachTangent = (augmented: Float64Array, move: (offset: number) => void) => {
    for (let i = 4; i < augmented.length; i += 4) {
      for (let k = 0; k < 4; k++) tangent[k] = augmented[i + k]!;
      const isZero = !(tangent[0] || tangent[1] || tangent[2] || tangent[3]);
      if (!isZero) move(i);
    }
  };
  const splitState = (augmented: Float64Array) => {
    for (let i = 0; i < 4; i++) state[i] = augmented[i]!;
  };
  const augmentedField =
    (field: VectorField, jvp: VectorFieldJvp): VectorField =>
    (augmented, both) => {
      splitState(augmented);
      both.fill(0);
      field(state, out);
      both.set(out);
      eachTangent(augmented, (offset) => {
        jvp(state, tangent, out);
        both.set(out, offset);
      });
    };
  return {
    size: 4 + 4 * tangents,
    vectorField: augmentedField(vectorFieldOf(game, values), vectorFieldJvpOf(game, values)),
    gradients: augmentedField(gradientFieldOf(game, values), gradientJvpOf(game, values)),
    rates: ratesOf(values),
    project: (augmented) => {
      if (game.directional === true) keepDirection(augmented);
      const { project, projectTangent } = game;
      if (!project || !projectTangent) return;
      splitState(augmented);
      eachTangent(augmented, (offset) => {
        projectTangent(state, tangent);
        augmented.set(tangent, offset);
      });
      project(state);
      augmented.set(state);
    },
  };
}
