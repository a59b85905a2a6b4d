/** Where theta grows for ever. Twin of shaders/labels/growth.wgsl. */
import {
  angularMomentaOf,
  angularMomentumOf,
  convergesByTheorem,
  isLinear,
  phisOf,
  potentialAmplitudesOf,
  type Evidence,
  type Signs,
  isStraight,
} from './evidence.ts';
import { isLimitedByMemory } from './orbits.ts';
import {
  differencesOf,
  ends,
  goesOneWay,
  growthOf,
  isEndless,
  keepsOn,
  leastOf,
  mostOf,
  seriesOf,
  type Series,
} from './quarters.ts';
import { TOLERANCES } from '../tolerances.ts';

export function isGrowing(s: Signs): boolean {
  const { high, evidence } = s;
  if (evidence.limitCycle || convergesByTheorem(evidence)) return false;
  if (evidence.alwaysGrows && evidence.method.kind === 'flow' && !isLinear(evidence)) return true;
  if (evidence.stepsWiden && !isLinear(evidence)) return true;
  if (high.last <= 0 || high.third <= 0) return false;
  // What drifts out of orbits that the flow closes wanders on where gradients vanish; a rate of its own goes on.
  const hasRate = goesOneWay(high, TOLERANCES.slight, Infinity, TOLERANCES.even);
  const keeps = evidence.method.keepsOrbits === true && evidence.convergence === 'never';
  if (keeps && evidence.tangentGrowth && !hasRate) return false;
  if (s.coarse) return leavesBehind(s);
  if (spinsUp(s)) return true;
  if (high.last <= s.flat) return false;
  return (
    ((s.followed || walksAway(s) || spiralsOut(s)) && growsOn(s)) ||
    (s.envelope && stepsOut(s)) ||
    (s.followed && widens(s))
  );
}

/**
 * Whether by theorem the path has left by the horizon, in exact arithmetic: what rounding keeps of it may still be
 * near, or on the circle that it has left.
 */
export function hasLeft({ start, widened }: Evidence): boolean {
  return angularMomentumOf(start) * widened > TOLERANCES.left ** 2;
}

/**
 * Whether a growth goes on, in the amplitude itself: a growth as t has no limit, its logarithm's
 * rate has. Where |theta| swings, its maxima have to say so as well as the whole state and L.
 */
function growsOn(s: Signs): boolean {
  const t = TOLERANCES;
  const { evidence, monotone, angularMomentum } = s;
  const exact = monotone && evidence.method.kind === 'flow';
  const endless = (series: Series): boolean => {
    const last = series[3];
    const least = exact ? t.flat : t.rise;
    const persistence = exact ? t.persistenceOfSpirals : t.persistence;
    return isEndless(differencesOf(series), t.far * last, least * last, persistence);
  };
  const potentials = potentialAmplitudesOf(evidence);
  if (!endless(potentials)) return false;
  if (monotone) return evidence.method.kind === 'flow' || !reachesLimit(s);
  const momenta = angularMomentaOf(evidence);
  const spins = momenta[3] > t.spin * potentials[3] ** 2;
  const rises = Math.max(angularMomentum.third, angularMomentum.last) > s.flat;
  const highs = seriesOf(evidence.quarters, ({ high }) => high);
  // A rule's radii may rise for three quarters by chance, and not evenly.
  const wanders = leastOf(s.high) <= t.rise || !keepsOn(s.high, t.hastening);
  if (evidence.method.kind === 'rule' && isLinear(evidence) && wanders) return false;
  return endless(highs) && (!spins || !rises || endless(momenta));
}

/** Whether theta grows around 0 while L stays: until a rule's steps are too long for so fast a turn. */
function reachesLimit({ evidence, angularMomentum, flat }: Signs): boolean {
  return evidence.windingNumber >= TOLERANCES.windingNumber && mostOf(angularMomentum) <= flat;
}

/** Whether a rule turns L up, on a circle that its steps widen over many turns. */
function spinsUp(s: Signs): boolean {
  const t = TOLERANCES;
  const { method, windingNumber } = s.evidence;
  const momenta = angularMomentaOf(s.evidence);
  return (
    method.kind === 'rule' &&
    windingNumber > t.manyTurns &&
    leastOf(s.angularMomentum) > t.flat &&
    Math.min(s.potential.last, s.high.last, s.low.last) > 0 &&
    isEndless(differencesOf(momenta), t.far * momenta[3], 0, t.persistence)
  );
}

/** Whether a rule's orbits widen, which no approach to a circle does: outwards, and not inwards too. */
function widens({ high, low, evidence }: Signs): boolean {
  const t = TOLERANCES;
  return (
    evidence.method.kind === 'rule' &&
    !isLinear(evidence) &&
    leastOf(high) > t.rise &&
    high.last > t.slowest * high.third &&
    mostOf(low) < t.rise
  );
}

/** Whether every step of a rule takes phi further out, where theta follows. */
function stepsOut(s: Signs): boolean {
  const t = TOLERANCES;
  if (s.evidence.method.kind === 'flow') return false;
  if (Math.min(leastOf(s.high), leastOf(s.phi)) < t.rise) return false;
  if (s.high.last < t.slowest * s.high.third) return false;
  const phis = phisOf(s.evidence);
  return isEndless(differencesOf(phis), t.far * phis[3], t.rise * phis[3], t.persistence);
}

/** Whether theta turns further out than ever half a horizon before: a spiral, whatever it wobbles by. */
function spiralsOut({ evidence }: Signs): boolean {
  const [, second, , last] = evidence.quarters;
  return evidence.windingNumber >= TOLERANCES.windingNumber && last.low > second.high;
}

/** Whether theta walks away and holds all that the two players can trade. */
function walksAway(s: Signs): boolean {
  const { high, potential } = s.evidence.quarters[3];
  return isStraight(s) && potential < TOLERANCES.fed * high;
}

/**
 * Whether steps that go far round, of which no envelope is known, leave each quarter's |theta| behind:
 * the largest rises all the way, the smallest too or beyond where all began, and no end is near.
 */
function leavesBehind(s: Signs): boolean {
  const t = TOLERANCES;
  const { high, low, evidence } = s;
  const { quarters, horizon } = evidence;
  const [, second, , last] = quarters;
  const least = evidence.method.constantStepSize === true ? t.remainder : t.rise;
  const rests = last.speed * horizon < t.rest * last.high;
  if (
    s.jitters ||
    isLimitedByMemory(s) ||
    rests ||
    Math.min(high.third, high.last) < least ||
    ends(high)
  )
    return false;
  const means = growthOf(seriesOf(quarters, ({ meanSquare }) => meanSquare));
  const follows = low.last > 0 || Math.min(means.third, means.last) > 2 * t.remainder;
  return (high.second > t.rise && follows) || last.low > second.high;
}
