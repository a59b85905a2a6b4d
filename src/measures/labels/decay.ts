/** Where theta converges, or stops on the way. Twin of shaders/labels/decay.wgsl. */
import { growthAlongLine, isLinear, sizeOf, type Signs, isStraight } from './evidence.ts';
import { growsSteadily, isConservative } from './orbits.ts';
import { goesOneWay, isEndless, keepsOn, logRatio, mostOf, type Changes } from './quarters.ts';
import { FLOAT64 } from '../length-range.ts';
import { TOLERANCES } from '../tolerances.ts';

/** At 0 for the last quarter, and not on the way through. */
export function isConverged(s: Signs): boolean {
  const t = TOLERANCES;
  const { quarters, method, eps, leastDistance } = s.evidence;
  const [, , third, last] = quarters;
  // Steps that keep their size burst out again, once what they remember has faded.
  if (last.high >= eps || method.constantStepSize === true) return false;
  if (last.high <= Math.max(FLOAT64.least, leastDistance)) return true;
  if (s.high.last >= -s.flat) return false;
  const collapsed = last.potential < t.collapse * third.high;
  return collapsed || (!s.coarse && (s.envelope || comesToRest(s)));
}

/** At rest, whatever the steps were like before. */
export function isStuck(s: Signs): boolean {
  const t = TOLERANCES;
  const { quarters, state, horizon, windingNumber, method, stepsWiden } = s.evidence;
  const [first, , third, last] = quarters;
  const size = sizeOf(state);
  if (method.constantStepSize === true) {
    // What small gradients are divided by is forgotten, and such steps burst out, unless there are none.
    const farthest = last.speed * t.forgotten * (t.ahead * horizon);
    const logit = state[0]! * state[2]! + state[1]! * state[3]!;
    return farthest < t.rest * size && Math.abs(logit) > t.saturated;
  }
  const slow = last.speed * (horizon / 4) < t.rest * size;
  const stopping = last.speed < t.restDecay * third.speed || last.speed < t.restFloor * size;
  // A cycle may pass a rest slowly, and has turned by then; a rule's may burst out again, unless its
  // gradients have vanished.
  const vanished = last.speed * t.ahead * horizon < t.ripple * size;
  if (stepsWiden && !isLinear(s.evidence)) {
    // Steps that widen the orbit go on as soon as it comes out of where gradients are small.
    return last.speed * t.ahead * horizon < t.rest * size && windingNumber < t.windingNumber;
  }
  const stays = method.kind === 'flow' || last.high - last.low < t.rest * size || vanished;
  if (slow && stopping && stays && windingNumber < t.windingNumber) return true;
  // A rule that has moved far, and then no more.
  const range = logRatio(Math.max(third.high, last.high), Math.min(third.low, last.low));
  return (
    method.kind === 'rule' &&
    slow &&
    first.low < t.fallen * first.high &&
    windingNumber < t.restTurns &&
    range < t.rest
  );
}

export function isConverging(s: Signs): boolean {
  const t = TOLERANCES;
  const { high, low, phi, angularMomentum, potential, monotone, evidence: e } = s;
  if (high.last >= -s.flat || high.third >= 0 || s.coarse || isConservative(s)) return false;
  if (e.limitCycle) return false;
  // Steps that keep their length end on a cycle of about that size.
  if (e.method.kind === 'rule' && e.stepAtEquilibrium > e.eps) return false;
  if (s.held) {
    // L keeps theta off 0 unless phi grows, and does so for itself.
    const grows = growsSteadily(phi) && potential.last > t.fallen * phi.last;
    // A rule's steps get too long for such a phi.
    return e.method.kind === 'flow' && monotone && grows && decaysOn(high, t.persistenceOfSpirals);
  }
  const even =
    s.spins &&
    (goesOneWay(angularMomentum, t.rise, Infinity, t.exponential) ||
      goesOneWay(angularMomentum, t.steep, Infinity, t.steepExponential));
  const together = even && mostOf(potential) < t.angularMomentum * angularMomentum.last;
  if (!(s.followed || together || comesToRest(s))) return false;
  if (monotone && Math.abs(phi.last) < s.flat) {
    // To rest at 0 at a rate that phi sets; a walk past 0 falls ever faster.
    return high.last > t.hastening * high.third && decaysOn(high, t.persistenceOfSpirals);
  }
  // Both players' share has to fall with theta.
  if (Math.max(potential.second, potential.third) >= 0) return false;
  if (potential.last > t.angularMomentum * high.last) return false;
  // L may fall to that of a circle, whose inner radius then no longer falls.
  if (s.annular && !monotone && !even && low.last > t.collapse * high.last) return false;
  if (isLinear(e)) {
    const growth = growthAlongLine(e);
    // A rule's radii may wander, as hinge-gan's by momentum; a flow's do not.
    return (
      (e.method.kind === 'flow' || keepsOn(growth, t.hastening)) &&
      decaysOn(growth, t.persistenceOfLines)
    );
  }
  const smooth = s.spins && mostOf(angularMomentum) < -t.rise;
  const persistence = monotone ? t.persistenceOfSpirals : t.persistence;
  return decaysOn(smooth ? angularMomentum : potential, persistence);
}

/** Whether a decay goes on to 0 and does not end at a radius. */
function decaysOn({ second, third, last }: Changes, persistence: number): boolean {
  const t = TOLERANCES;
  const fall = { second: -second, third: -third, last: -last };
  const least = persistence === t.persistenceOfSpirals ? t.flat : t.rise;
  return isEndless(fall, Math.log(t.far), least, persistence);
}

/**
 * Whether theta neither swings nor turns and still is on its way to rest at 0, not on one side of a
 * single long swing: phi stands still or has fallen as well, and the speed falls with |theta|.
 */
function comesToRest(s: Signs): boolean {
  const t = TOLERANCES;
  const [, , third, last] = s.evidence.quarters;
  const fallen = last.potential < t.fallen * third.high;
  return (
    isStraight(s) &&
    (fallen || Math.abs(s.phi.last) < s.flat) &&
    logRatio(last.speed, third.speed) < t.slowing * s.high.last
  );
}
