import type { Game } from '../models/model.ts';
import type { Values } from '../models/parameter.ts';
import type { State } from '../models/state.ts';

/**
 * A game with its states counted from `centre`, so that what is known of 0 is known of that state.
 * @param values L2 among them, which pulls phi to 0 and not to the centre
 */
export function gameAround(game: Game, centre: State, values: Values): Game {
  if (centre.every((x) => x === 0)) return game;
  const { second, project, projectTangent } = game;
  const l2 = Number(values['l2'] ?? 0);
  const moved = new Float64Array(4);
  const at = (s: ArrayLike<number>) => {
    for (let i = 0; i < 4; i++) moved[i] = s[i]! + centre[i]!;
    return moved;
  };
  return {
    lossD: (s) => game.lossD(at(s)),
    lossG: (s) => game.lossG(at(s)),
    field: (phi1, phi2, theta1, theta2) => {
      const derivative = game.field(
        phi1 + centre[0],
        phi2 + centre[1],
        theta1 + centre[2],
        theta2 + centre[3],
      );
      return {
        ...derivative,
        phi1: derivative.phi1 - l2 * centre[0],
        phi2: derivative.phi2 - l2 * centre[1],
      };
    },
    jvp: (s, t, out) => game.jvp(at(s), t, out),
    ...(second && { second: (s, t, r, out) => second(at(s), t, r, out) }),
    ...(project && {
      project: (s) => {
        project(at(s));
        for (let i = 0; i < 4; i++) s[i] = moved[i]! - centre[i]!;
      },
    }),
    ...(projectTangent && { projectTangent: (s, t) => projectTangent(at(s), t) }),
  };
}
