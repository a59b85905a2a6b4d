import { isChaotic } from './labels/chaos.ts';
import { isConverged, isConverging, isStuck } from './labels/decay.ts';
import {
  angularMomentumOf,
  convergesByTheorem,
  dissipationOf,
  isLinear,
  phisOf,
  signsOf,
  type Evidence,
  type MethodTraits,
  type Signs,
} from './labels/evidence.ts';
import { hasLeft, isGrowing } from './labels/growth.ts';
import { isConfined, isLimitedBySteps, isOrbiting, mayOpen, wanders } from './labels/orbits.ts';
import { differencesOf, logRatio, mostOf, seriesOf } from './labels/quarters.ts';
import { returnOf } from './labels/return.ts';
import { norm } from '../models/norms.ts';
import type { Outcome } from './outcomes.ts';
import { TOLERANCES } from './tolerances.ts';

/** The label that the evidence supports; the twin of `outcome` in outcome.wgsl. */
export function outcomeOf(e: Evidence): Outcome {
  const known = returnOf(e);
  if (known) return known;
  if (!isResolved(e.method, e.errorRatioSquared)) return 'undecided';
  const signs = signsOf(e);
  const returns = isReturning(signs);
  const damped = isDamped(e);
  if (damped && !returns) return 'undecided';
  if (isOrbitByTheorem(e)) return 'orbiting';
  if (!returns && isAmbiguous(e)) return 'undecided';
  if (isFlung(signs)) return 'undecided';
  if (!e.bounded) return 'diverged';
  if (e.diffusion > 0) return isStationary(e) ? 'noisy' : 'undecided';
  // Rounding may move the two radii between which theta swings, and does not open them.
  if (!returns && e.angularMomentumRegained && signs.circles) return 'orbiting';
  const { high, potential } = e.quarters[3];
  if (!damped && isConverged(signs)) return 'converged';
  if (returns && Math.max(high, potential) >= e.eps) return 'converging';
  // What the method has damped by itself may not be there yet.
  if (returns) return damped ? 'undecided' : 'converged';
  const wandering = wanders(signs);
  const returnsLater = convergesByTheorem(e);
  const leaves = e.alwaysGrows && !isLinear(e);
  if (!wandering && !returnsLater && !leaves && isStuck(signs))
    return high < e.eps ? 'undecided' : 'stuck';
  if (isLimitedBySteps(signs)) {
    if (isChaotic(signs)) return 'chaotic';
    return !signs.coarse || isConfined(signs) ? 'bounded' : 'undecided';
  }
  if (isGrowing(signs)) return high > TOLERANCES.left || hasLeft(e) ? 'diverged' : 'growing';
  if (!wandering && isConverging(signs)) return 'converging';
  if (isChaotic(signs)) return 'chaotic';
  if (!wandering && !returnsLater && isOrbiting(signs)) return 'orbiting';
  return wandering || (isConfined(signs) && !mayOpen(signs)) ? 'bounded' : 'undecided';
}

/** Whether every step resolves the motion. @param errorRatioSquared the largest of a step */
export function isResolved(method: MethodTraits, errorRatioSquared: number): boolean {
  return Math.sqrt(errorRatioSquared) <= method.largestErrorRatio;
}

/**
 * Whether rounding has made L of nothing, and so the path one of many. Not where the start has an L and
 * |phi| is kept, as by wgan, which so keeps |theta|^2/2 - |phi|^2 ln|L| as well: on either side of 0
 * and after any lost digits of L, theta swings on between two radii.
 */
function isAmbiguous(e: Evidence): boolean {
  const { angularMomentumRegained, start } = e;
  const most = norm(start[0]!, start[1]!) * norm(start[2]!, start[3]!);
  const isUnknown = angularMomentumOf(start) <= TOLERANCES.angularMomentumRegained * most;
  return angularMomentumRegained && (isUnknown || !keepsDiscriminatorNorm(e));
}

/** Whether the flow circles by theorem, and the method has kept what the theorem rests on. */
function isOrbitByTheorem(e: Evidence): boolean {
  const applies = e.alwaysOrbits && e.bounded && e.diffusion === 0;
  return applies && !isLinear(e) && keepsDiscriminatorNorm(e);
}

/**
 * Whether the path goes to 0 by theorem, and the run shows that it does: the decay is not the method's, and,
 * where |theta| follows from how little of it lies across phi, no rounding's.
 */
function isReturning(s: Signs): boolean {
  const { evidence: e, high, potential, flat, dissipation, coarse } = s;
  const isAlways = e.convergence === 'always';
  // Whatever L has become, the largest |theta| is sqrt(rateG/rateD) |phi| at least.
  const isAway = e.quarters[3].phi * Math.sqrt(e.rates) >= e.eps;
  const isKept = isAlways || !e.angularMomentumRegained || isAway;
  if (!convergesByTheorem(e)) return false;
  // A rule's steps that go far round may fall by chance.
  const isShown = e.method.kind === 'flow' || !coarse || hasCalmed(s);
  const applies = isKept && isShown && e.bounded && e.diffusion === 0;
  // Ends of quarters show less of a fall of E than maxima that steps may miss, once theta has circled.
  const falls =
    s.circles && Math.max(potential.third, potential.last) < -(TOLERANCES.widening + dissipation);
  return applies && (Math.max(high.third, high.last) < dissipation - flat || (isAlways && falls));
}

/** Whether steps that went far round at first no longer do: short ones end the last three quarters, and E falls in each. */
function hasCalmed({ potential, evidence: { quarters, horizon, steps } }: Signs): boolean {
  const [, ...later] = quarters;
  const isShort = later.every(
    (end) => end.speed * horizon < TOLERANCES.fine * steps * end.potential,
  );
  return isShort && mostOf(potential) < -TOLERANCES.widening;
}

/**
 * Whether fine steps that widen the flow's orbits have flung the path out in one long step, after so many that
 * float32's roundings have grown to a share of a turn: where it comes down, at rest, on the way or beyond
 * every bound, is a matter of the phase. What is at rest since the first quarter was flung before.
 */
function isFlung({ evidence: e, coarse }: Signs): boolean {
  const t = TOLERANCES;
  const [first, second, third, last] = e.quarters;
  const widens = e.stepsWiden && e.convergence === 'never' && !e.tangentGrowth;
  if (!widens || !coarse || isLinear(e) || e.steps < 4 * t.followed) return false;
  if (!e.bounded) return first.potential < 2 * t.bound;
  const [high, low] = [
    Math.max(second.high, third.high, last.high),
    Math.min(second.low, third.low, last.low),
  ];
  return high - low > t.rest * high;
}

/** Whether |phi| has its first value at all ends of quarters. */
function keepsDiscriminatorNorm(e: Evidence): boolean {
  const phi = norm(e.start[0]!, e.start[1]!);
  return phisOf(e).every((length) => Math.abs(logRatio(length, phi)) < TOLERANCES.flat);
}

/** Whether the method itself may have damped what is seen to decay. */
function isDamped(e: Evidence): boolean {
  return dissipationOf(e) > TOLERANCES.numericalDissipation;
}

/**
 * Whether noise keeps up a cloud that no longer spreads: between the last three quarters the mean of
 * |theta|^2 has changed by little of what the noise alone would have added in a quarter.
 */
function isStationary({ quarters, diffusion, horizon }: Evidence): boolean {
  const { third, last } = differencesOf(seriesOf(quarters, ({ meanSquare }) => meanSquare));
  // Two components of theta, or half of what both players' four get where they trade places.
  const spread = (2 * diffusion * horizon) / 4;
  return (
    Math.max(Math.abs(third), Math.abs(last), Math.abs(third + last)) < TOLERANCES.spread * spread
  );
}
