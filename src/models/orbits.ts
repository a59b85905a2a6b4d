import {
  inner,
  invariantsOf,
  isAlong,
  playerOf,
  statesUpTo,
  type Invariant,
} from './invariants.ts';
import type { Game } from './model.ts';
import { gradientFieldOf, type VectorField } from './modifiers.ts';
import { isCorrected } from './modifiers/index.ts';
import type { Values } from './parameter.ts';

/**
 * What bounded motion around the equilibrium is: drawn to one orbit whatever its L (`attracting`, a limit
 * cycle), on closed orbits each beside others (`neutral`), or creeping to the one whose radius L fixes.
 */
export const ORBIT_KINDS = ['attracting', 'neutral', 'creeping'] as const;

export type OrbitKind = (typeof ORBIT_KINDS)[number];

/** States this large: a piecewise field is in its inner piece. */
const LARGEST = 0.5;

/** Rounding of a change of E, relative to |u|. */
const ROUNDING = 1e-9;

/**
 * Whether every path of a game's flow with L not 0 circles for ever: L2 shrinks |phi|, and it does not.
 * Learning rates change neither.
 */
export function alwaysOrbits(game: Game, values: Values): boolean {
  const isKnown = game.alwaysOrbits === true && !isCorrected(values);
  const kept = isKnown ? invariantsOf(gradientFieldOf(game, values)) : [];
  return kept.includes('discriminatorNorm');
}

/**
 * From where every path of a game's flow goes to 0, and, where it always does, of a rule that keeps the orbits which
 * that flow damps (`MethodTraits.keepsOrbits`), while its steps hold. With L2 the |phi| of a game that always orbits falls
 * as exp(-mu t), and |theta| by at least two thirds of that rate: each pass from one largest |theta| A to the
 * next, in a time of 2 A, takes 4/3 mu A^2 of it. On lines nothing turns it.
 */
export type Convergence = (typeof CONVERGENCES)[number];

/** In the order of their codes in the shaders. `never`: closed orbits, each beside others. */
export const CONVERGENCES = ['none', 'offLines', 'always', 'never'] as const;

export function convergenceOf(game: Game, values: Values): Convergence {
  if (isCorrected(values)) return 'none';
  if (game.alwaysConverges === true) return 'always';
  const l2 = Number(values['l2']);
  return l2 > 0 && alwaysOrbits(game, { ...values, l2: 0 }) ? 'offLines' : 'none';
}

/**
 * The same of a rule; `never` where it keeps orbits which the flow closes, or widens those on which the flow keeps L.
 * @param method its traits
 */
export function convergenceByRule(
  method: { readonly keepsOrbits?: boolean; readonly widens?: readonly Invariant[] },
  game: Game,
  values: Values,
): Convergence {
  if (isCorrected(values)) return 'none';
  const keeps = method.keepsOrbits === true;
  if (keeps && game.alwaysConverges === true) return 'always';
  if (!keeps && method.widens?.includes('angularMomentum') !== true) return 'none';
  const gradients = gradientFieldOf(game, values);
  if (!keeps && !invariantsOf(gradients).includes('angularMomentum')) return 'none';
  return orbitsOf(gradients) === 'neutral' ? 'never' : 'none';
}

/** Whether |theta| of every path of a game's flow with L not 0 grows for ever: L2 takes L away. A rule's steps end it. */
export function alwaysGrows(game: Game, values: Values): boolean {
  return game.alwaysGrows === true && Number(values['l2']) === 0 && !isCorrected(values);
}

/**
 * Which of the last two a field's orbits are; undefined where it keeps neither L nor |phi|. With
 * `phi' = -a theta`, `theta' = b phi` and a0, b0 their values at u = 0, `|phi|^2/a0 + |theta|^2/b0`
 * changes by `2 u (b/b0 - a/a0)`: not at all on closed orbits, and never upwards on the way to a circle.
 * @param gradients the players' negative gradients, L2 included, learning rates left out
 * @param largest the components of the states at which they are evaluated
 */
export function orbitsOf(gradients: VectorField, largest = LARGEST): OrbitKind | undefined {
  const at = (s: Float64Array) => playersAt(gradients, s);
  const { a0, b0 } = drivesOf(gradients);
  const all = [...statesUpTo(largest)].map(at);
  if (all.every(({ phi, push }) => isAlong(push, [-phi[1], phi[0]]))) return 'neutral';
  if (!all.every((s) => isAlong(s.push, s.theta) && isAlong(s.pull, s.phi))) return undefined;
  if (!(a0 > 0 && b0 > 0)) return undefined;
  const changes = all.map(
    ({ phi, theta, push, pull }) =>
      (inner(push, phi) / a0 + inner(pull, theta) / b0) / Math.abs(inner(phi, theta)),
  );
  if (changes.every((change) => Math.abs(change) < ROUNDING)) return 'neutral';
  return changes.every((change) => change < 0) ? 'creeping' : undefined;
}

/** The factors a and b of `phi' = -a theta` and `theta' = b phi` at u = 0. */
export function drivesOf(gradients: VectorField): { readonly a0: number; readonly b0: number } {
  const centre = playersAt(gradients, Float64Array.of(LARGEST, 0, 0, LARGEST));
  return {
    a0: -inner(centre.push, centre.theta) / LARGEST ** 2,
    b0: inner(centre.pull, centre.phi) / LARGEST ** 2,
  };
}

function playersAt(gradients: VectorField, s: Float64Array) {
  const out = new Float64Array(4);
  gradients(s, out);
  return {
    phi: playerOf(s, 0),
    theta: playerOf(s, 2),
    push: playerOf(out, 0),
    pull: playerOf(out, 2),
  };
}
