/** Where theta stays between two radii. Twin of shaders/labels/orbits.wgsl. */
import { angularMomentumOf, isLinear, potentialAmplitudeOf, type Signs } from './evidence.ts';
import {
  differencesOf,
  ends,
  goesOneWay,
  leastOf,
  logRatio,
  mostOf,
  settles,
  type Changes,
} from './quarters.ts';
import { FLOAT64 } from '../length-range.ts';
import { TOLERANCES } from '../tolerances.ts';

/** Between two radii that no longer change, or that close in on one another. */
export function isOrbiting(s: Signs): boolean {
  const t = TOLERANCES;
  const { high, low, steady, annular } = s;
  if (!s.circles || s.evidence.quarters[3].high <= FLOAT64.least) return false;
  if (angularMomentumGrows(s)) return closesIn(s) && s.potential.last < steady;
  if (isPeriodic(s)) return true;
  if (s.coarse) return keepsToRing(s);
  if (s.evidence.limitCycle && !isLinear(s.evidence) && closes(high)) return true;
  const still = Math.max(Math.abs(high.last), Math.abs(high.third)) < t.flat;
  if ((steady >= t.flatLimit && !still) || drifts(s)) return false;
  if (!s.fine) return closesIn(s);
  const falls = angularMomentumFalls(s);
  const [second, third, last] = [Math.abs(high.second), Math.abs(high.third), Math.abs(high.last)];
  // A rule's radii that wander, as hinge-gan's by momentum, may all but stand still twice by chance.
  const { kind, keepsOrbits } = s.evidence.method;
  const isFlow = kind === 'flow';
  const isOnLine = isLinear(s.evidence);
  const calms = isFlow
    ? third < 2 * steady || last < t.settling * third
    : isOnLine
      ? // What falls onto a closed orbit, as into hinge-gan's inner piece, is there before the second half.
        Math.max(keepsOrbits ? 0 : second, third, last) < t.settling ** 2 * steady
      : Math.max(second, third) < steady ||
        Math.max(third, last) < t.settling ** 2 * steady ||
        last < t.widening;
  // Of a motion whose radii stand still L may go to and fro by more.
  if (last < steady && calms) {
    const { angularMomentum: momentum } = s;
    return !falls || Math.min(momentum.third, momentum.last) < -t.fastest * steady;
  }
  if (last < steady && !isFlow && !annular) return closesIn(s);
  if (!s.envelope || (!isFlow && isOnLine)) return false;
  // The outer radius falls and the inner one rises: they enclose a circle.
  if (annular && !falls && high.last < steady && low.last > -steady) return true;
  if (high.last < 0 && isHeldForGood(s) && !growsSteadily(s.phi)) return true;
  return (
    settles(high, steady) &&
    settles(s.angularMomentum, steady) &&
    (annular ? settles(low, steady) : high.last > 0)
  );
}

/** Changes that slow, as a geometric series of little more: on the way to the radius that a theorem has. */
function closes({ third, last }: Changes): boolean {
  const ratio = Math.abs(last / third);
  return ratio < 1 && Math.abs(last) * ratio < TOLERANCES.closing * (1 - ratio);
}

/**
 * A rule's radii repeat from quarter to quarter, to rounding: a cycle of a few steps, or a circle. Of steps that
 * keep their size this is a rest, until their memory has faded.
 */
function isPeriodic({ high, low, evidence }: Signs): boolean {
  const changes = [high.third, high.last, low.third, low.last];
  return (
    evidence.method.kind === 'rule' &&
    evidence.method.constantStepSize !== true &&
    changes.every((change) => Math.abs(change) < TOLERANCES.creep)
  );
}

/** Over the last two quarters a rule has turned many times at one |theta|: a cycle of a few steps. */
function keepsToRing({ evidence }: Signs): boolean {
  const t = TOLERANCES;
  const [, , third, last] = evidence.quarters;
  const [high, low] = [Math.max(third.high, last.high), Math.min(third.low, last.low)];
  return (
    evidence.method.kind === 'rule' &&
    evidence.windingNumber > t.manyTurns &&
    high - low < t.rest * high
  );
}

/**
 * Whether the radii of a rule close in on a circle or a cycle, all the way: long steps break neutral
 * orbits up, which an even radius does not show in time.
 */
function closesIn(s: Signs): boolean {
  const { high, low, envelope, annular, evidence } = s;
  const { creep, rest, windingNumber } = TOLERANCES;
  const { high: outer, low: inner } = evidence.quarters[3];
  // Turning points of a circle are rounding.
  const isCircle = outer - inner < rest * outer && evidence.windingNumber >= windingNumber;
  return (
    (envelope || isCircle) &&
    mostOf(high) < creep &&
    slows(high) &&
    (annular ? leastOf(low) > -creep && slows(low) : isHeldForGood(s))
  );
}

/** What closes in changes less and less; radii that wander may fall and rise for three quarters by chance. */
function slows({ third, last }: Changes): boolean {
  return Math.abs(last) < Math.max(Math.abs(third), TOLERANCES.creep);
}

/** L holds theta off 0, and no steps that keep their length at the equilibrium can take it away. */
function isHeldForGood({ held, evidence }: Signs): boolean {
  const { method, stepAtEquilibrium, eps } = evidence;
  return held && (method.kind === 'flow' || stepAtEquilibrium <= eps);
}

/** A slow change all one way, too small to be seen in the radii yet, or one of phi at an even rate. */
function drifts(s: Signs): boolean {
  const t = TOLERANCES;
  const { high, potential, phi, angularMomentum } = s;
  // Ends of quarters that fall on an orbit a little later each time see phi go one way on it, too.
  const isOnOrbit = s.evidence.method.kind === 'flow' && isConservative(s);
  if (goesOneWay(phi, t.rise, Infinity, t.even) && !isOnOrbit) return true;
  // Orbits of a rule may widen for long before they break up.
  if (s.evidence.method.kind === 'rule' && leastOf(high) > t.widening) return true;
  const holds = s.held && angularMomentum.last > t.angularMomentum * potential.last;
  const least = t.creep + s.dissipation / 4;
  const drift =
    goesOneWay(high, least, t.rest, t.settling / 2) &&
    goesOneWay(potential, least, t.rest, t.settling);
  return drift && high.last * potential.last > 0 && (high.last > 0 || !holds);
}

/** A rule multiplies L from step to step: no radius can hold that. */
export function angularMomentumGrows({ angularMomentum, evidence }: Signs): boolean {
  const t = TOLERANCES;
  return (
    evidence.method.kind === 'rule' &&
    !isLinear(evidence) &&
    leastOf(angularMomentum) > t.widening &&
    angularMomentum.last > t.spinning * angularMomentum.third
  );
}

/** L falls, slowly and all the way. */
function angularMomentumFalls({ angularMomentum, dissipation }: Signs): boolean {
  const t = TOLERANCES;
  const { third, last } = angularMomentum;
  return mostOf(angularMomentum) < -(t.drift + dissipation) && last < t.settling * third;
}

export function growsSteadily(growth: Changes): boolean {
  const t = TOLERANCES;
  return leastOf(growth) > t.flat && growth.last > t.slowest * growth.third;
}

/**
 * Whether theta creeps out as far as a rule's steps hold, where the flow's grows for ever: the turn gets ever faster,
 * and with it what draws phi to the path. At the edge |theta| stands still, or bursts and creeps again.
 */
export function isLimitedBySteps({ evidence: e }: Signs): boolean {
  const isSized = e.method.kind === 'rule' && e.method.constantStepSize !== true;
  return isSized && e.alwaysGrows && !isLinear(e);
}

/**
 * Whether orbits that only the flow closes may open under coarse alternating steps: radii go one way, or have
 * not stood still, or nearby starts have parted as they do not between regular orbits. Nothing draws such a
 * path back or on: it may wander out for as long again, or within for ever.
 */
export function mayOpen({ high, steady, evidence }: Signs): boolean {
  const t = TOLERANCES;
  const keeps = evidence.method.keepsOrbits === true && evidence.convergence === 'never';
  if (!keeps || !evidence.tangentGrowth) return false;
  const { third, last } = differencesOf(evidence.tangentGrowth);
  const [before, now] = [Math.abs(high.third), Math.abs(high.last)];
  const isOneWay = high.third * high.last > 0 && Math.min(before, now) > t.opening;
  return third + last > t.partingOfOrbits || isOneWay || Math.max(before, now) > steady;
}

/** Between two radii over the second half, of which no more is shown. */
export function isConfined(s: Signs): boolean {
  const t = TOLERANCES;
  const { high, held, evidence: e } = s;
  if (isConservative(s)) return true;
  if (e.method.kind === 'flow') return false;
  const [first, second, third, last] = e.quarters;
  const burstsOut = e.method.constantStepSize === true;
  // Where steps keep their size, the half before may have been at the equilibrium, between two bursts.
  const before = Math.max(second.high, third.high, burstsOut ? first.high : 0);
  const rises = Math.min(high.third, high.last) > t.rise && !ends(high);
  const goesOn = rises && !s.jitters && !isLimitedByMemory(s);
  const isNear = Math.max(last.high, last.phi) < t.jitter * (e.horizon / e.steps);
  const excursion = burstsOut && e.tangentGrowth !== undefined ? t.burst : t.excursion;
  const above = last.high > before * (goesOn ? 1 + t.slight : excursion) && !(burstsOut && isNear);
  // Steps that keep their size do not come home, and L keeps theta off 0; others may be on the way.
  const ended = ends({ third: -high.third, last: -high.last });
  const falls = mostOf(high) < -t.rise && !(held && high.last > -t.slight) && !ended;
  const leaves = falls || last.high <= Math.max(t.annulus * third.high, e.eps);
  return !above && (burstsOut || !leaves);
}

/**
 * Whether a circle of steps that keep their size has had the time to grow as far as it does: until a turn
 * takes as long as the memory of gradients. Tangents are followed over horizons of several memories.
 */
export function isLimitedByMemory({ circles, evidence }: Signs): boolean {
  const { method, tangentGrowth } = evidence;
  return method.constantStepSize === true && tangentGrowth !== undefined && circles;
}

/**
 * Whether a rule's steps wander around an equilibrium where the field does not vanish, so that they keep
 * their length: they may meet a cycle of a few steps, and rounding decides when.
 */
export function wanders(s: Signs): boolean {
  const t = TOLERANCES;
  const { quarters, method, stepAtEquilibrium, windingNumber, eps } = s.evidence;
  const isNear = s.coarse && quarters[3].high < t.wandering * stepAtEquilibrium;
  const isKept = windingNumber > t.keptTurns && keepsToRing(s);
  return method.kind === 'rule' && stepAtEquilibrium > eps && isNear && !isKept;
}

/** E and L have kept their values at all ends of quarters: theta cannot leave their level set. */
export function isConservative(s: Signs): boolean {
  const t = TOLERANCES;
  const { start, quarters, rates, method, errorRatioSquared } = s.evidence;
  // Around a level set a rule goes to and fro by about the angle of a step.
  const angle = (4 * Math.sqrt(errorRatioSquared)) ** (1 / 3);
  const tolerance = s.flat + (method.kind === 'rule' ? angle : 0);
  if (tolerance > t.levelSet || method.constantStepSize === true) return false;
  // Where E falls by theorem, it has kept its value to this tolerance all the same.
  const isOneWay = goesOneWay(s.potential, t.ripple, Infinity, t.settling);
  if (isOneWay && s.evidence.convergence !== 'always') return false;
  const [size, momentum] = [potentialAmplitudeOf(start, rates), angularMomentumOf(start)];
  return quarters.every(
    ({ potential, angularMomentum }) =>
      Math.abs(logRatio(potential, size)) < tolerance &&
      Math.abs(angularMomentum - momentum) < tolerance * size * size,
  );
}
