/** Where theta stays between two radii. Twin of shaders/labels/orbits.wgsl. */
import { angularMomentumOf, potentialAmplitudeOf, type Signs } from './evidence.ts';
import { goesOneWay, leastOf, logRatio, mostOf, settles, type Changes } from './quarters.ts';
import { FLOAT64, TOLERANCES } from '../tolerances.ts';

/** Between two radii that no longer change, or that close in on one another. */
export function isOrbiting(s: Signs): boolean {
  const t = TOLERANCES;
  const { high, low, steady, annular } = s;
  if (!s.circles || s.evidence.quarters[3].high <= FLOAT64.least || angularMomentumGrows(s))
    return false;
  const still = Math.max(Math.abs(high.last), Math.abs(high.third)) < t.flat;
  if (s.coarse) return still || keepsToRing(s);
  if ((steady >= t.flatLimit && !still) || drifts(s)) return false;
  const falls = angularMomentumFalls(s);
  const calms =
    Math.abs(high.third) < 2 * steady || Math.abs(high.last) < t.settling * Math.abs(high.third);
  // Of a motion whose radii stand still L may go to and fro by more.
  const { third, last } = s.angularMomentum;
  if (Math.abs(high.last) < steady && calms) {
    return !falls || Math.min(third, last) < -t.fastest * steady;
  }
  if (!s.envelope) return false;
  // The outer radius falls and the inner one rises: they enclose a circle.
  if (annular && !falls && high.last < steady && low.last > -steady) return true;
  if (high.last < 0 && s.held && !growsSteadily(s.phi)) return true;
  return (
    settles(high, steady) &&
    settles(s.angularMomentum, steady) &&
    (annular ? settles(low, steady) : high.last > 0)
  );
}

/** A rule has turned many times at one |theta|: a cycle of a few steps. */
function keepsToRing({ evidence }: Signs): boolean {
  const t = TOLERANCES;
  const { high, low } = evidence.quarters[3];
  return (
    evidence.method.kind === 'rule' &&
    evidence.windingNumber > t.manyTurns &&
    high - low < t.rest * high
  );
}

/** A slow change all one way, too small to be seen in the radii yet, or one of phi at an even rate. */
function drifts(s: Signs): boolean {
  const t = TOLERANCES;
  const { high, potential, phi, angularMomentum } = s;
  if (goesOneWay(phi, t.rise, Infinity, t.even)) return true;
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
    leastOf(angularMomentum) > t.ripple &&
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

/** Between two radii, of which no more is shown. */
export function isConfined(s: Signs): boolean {
  const t = TOLERANCES;
  const { high, evidence: e } = s;
  if (angularMomentumGrows(s)) return false;
  if (isConservative(s)) return true;
  if (e.method.kind === 'flow' || !s.circles) return false;
  const [, second, third, last] = e.quarters;
  const reached = Math.max(second.high, third.high);
  const within = last.high < (1 + t.rise) * reached && last.high > t.fallen * reached;
  // Steps that keep their size do not come home; others may be on the way there.
  const falls = mostOf(high) < -t.rise && e.method.constantStepSize !== true;
  return within && !falls && last.high > e.eps;
}

/** E and L have kept their values at all ends of quarters: theta cannot leave their level set. */
export function isConservative(s: Signs): boolean {
  const t = TOLERANCES;
  const { start, quarters, rates, method, errorRatioSquared } = s.evidence;
  // Around a level set a rule goes to and fro by about the angle of a step.
  const angle = (4 * Math.sqrt(errorRatioSquared)) ** (1 / 3);
  const tolerance = s.flat + (method.kind === 'rule' ? angle : 0);
  if (tolerance > t.levelSet || method.constantStepSize === true) return false;
  if (goesOneWay(s.potential, t.ripple, Infinity, t.settling)) return false;
  const [size, momentum] = [potentialAmplitudeOf(start, rates), angularMomentumOf(start)];
  return quarters.every(
    ({ state }) =>
      Math.abs(logRatio(potentialAmplitudeOf(state, rates), size)) < tolerance &&
      Math.abs(angularMomentumOf(state) - momentum) < tolerance * size * size,
  );
}
