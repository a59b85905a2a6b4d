import { invariantsOf } from '../models/invariants.ts';
import type { Game } from '../models/model.ts';
import { gradientFieldOf } from '../models/modifiers.ts';
import { isCorrected } from '../models/modifiers/index.ts';
import { drivesOf, orbitsOf } from '../models/orbits.ts';
import type { Values } from '../models/parameter.ts';
import type { Method } from './method.ts';

/** States this large show whether a game's flow goes to circles from everywhere. */
const LARGEST = 4;

/** What is multiplied beyond this is beyond every bound, and still within float32. */
const MOST = 1e30;

/** What each step of a rule does to what the flow of a game keeps. */
export interface Widening {
  /** It widens that, so that where L is not 0 no path stays bounded, however slowly it grows. */
  readonly stepsWiden: boolean;
  /**
   * |theta|^2 after all steps as a multiple of the start's |L|, on circles of which the steps lose the path once
   * they are too long; else 0.
   */
  readonly widened: number;
}

/**
 * What `invariantsOf` finds is widened wherever the path is. Where the flow keeps L, a and b have two signs, and
 * every path goes to a circle, L grows on it by the same factor each step, until the steps are too long for the
 * radius; then the path is lost, as terms of a higher degree throw it out. How late it leaves such a circle no
 * rounding can follow: what leads away from it has shrunk to 1e-17 of the radius and less by then.
 * @param steps of this length
 */
export function wideningOf(
  { widens = [] }: Method,
  game: Game,
  values: Values,
  { steps, step }: { readonly steps: number; readonly step: number },
): Widening {
  // Steps do that to what a game's own flow keeps.
  if (widens.length === 0 || game.project || isCorrected(values))
    return { stepsWiden: false, widened: 0 };
  const gradients = gradientFieldOf(game, values);
  const kept = invariantsOf(gradients);
  if (widens.some((invariant) => kept.includes(invariant))) return { stepsWiden: true, widened: 0 };
  const circles = widens.includes('angularMomentum') && orbitsOf(gradients, LARGEST) === 'creeping';
  if (!circles) return { stepsWiden: false, widened: 0 };
  const { a0, b0 } = drivesOf(gradients);
  const [discriminator, generator] = [Number(values['rateD']) * a0, Number(values['rateG']) * b0];
  const growth = Math.log1p(step * step * discriminator * generator);
  const widened = Math.sqrt(generator / discriminator) * Math.exp(steps * growth);
  return { stepsWiden: true, widened: Math.min(widened, MOST) };
}
