/** Where nearby starts part for ever. Twin of shaders/labels/chaos.wgsl. */
import { isLinear, type Signs } from './evidence.ts';
import { angularMomentumGrows } from './orbits.ts';
import { differencesOf, leastOf, mostOf } from './quarters.ts';
import { isOneDimensional } from '../../models/state.ts';
import { TOLERANCES } from '../tolerances.ts';

/**
 * Bounded, and the tangents have grown in each of the last three quarters by more than any power of
 * time makes them, and at an even rate: that of transient chaos falls as 1/T.
 */
export function isChaotic(s: Signs): boolean {
  const t = TOLERANCES;
  const { tangentGrowth, quarters, start, method, eps } = s.evidence;
  if (!tangentGrowth || angularMomentumGrows(s)) return false;
  // A plane through 0 may be unstable with regular motion in it. The subspace has its own tangents only.
  if (isLinear(s.evidence) && !isOneDimensional(start)) return false;
  const [first, second, third, last] = quarters;
  const reached = Math.max(first.high, second.high, third.high);
  // At 0 itself tangents may grow, as where float32 has no state as small as that.
  const within = last.high < (1 + t.rise) * reached && last.high >= eps;
  const growth = differencesOf(tangentGrowth);
  const { second: before, third: middle, last: end } = growth;
  const lasts = end > t.lasting * Math.max(before, middle) && mostOf(growth) < Infinity;
  const parting = method.constantStepSize === true ? t.partingInBursts : t.parting;
  return within && leastOf(growth) > parting && lasts;
}
