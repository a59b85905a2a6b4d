import { invariantsOf } from '../models/invariants.ts';
import type { Game } from '../models/model.ts';
import { gradientFieldOf } from '../models/modifiers.ts';
import type { Values } from '../models/parameter.ts';
import type { Method } from './method.ts';

/**
 * Whether each step of a rule widens what the flow of this game keeps, so that where L is not 0 no
 * path stays bounded, however slowly it grows. Learning rates change neither.
 */
export function stepsWiden({ widens = [] }: Method, game: Game, values: Values): boolean {
  if (widens.length === 0 || game.project) return false;
  const kept = invariantsOf(gradientFieldOf(game, values));
  return widens.some((invariant) => kept.includes(invariant));
}
