import {
  growthOf,
  logRatio,
  seriesOf,
  type Changes,
  type Quarter,
  type Quarters,
  type Series,
} from './quarters.ts';
import type { Convergence } from '../../models/orbits.ts';
import { norm } from '../../models/norms.ts';
import { FLOAT64 } from '../length-range.ts';
import { TOLERANCES } from '../tolerances.ts';

/** What a method's steps mean; every `Method` has these. */
export interface MethodTraits {
  /** A flow approximates the differential equation; a rule is the discrete map of real training. */
  readonly kind: 'flow' | 'rule';
  /**
   * The method's own damping of a rotation of frequency w, as a multiple of (w h)^6 a step: what it
   * may take for decay. 0 for a rule, which is what it does.
   */
  readonly numericalDissipation: number;
  /** The largest error ratio of a step that counts as resolved; Infinity for a rule. */
  readonly largestErrorRatio: number;
  /** Steps keep their size where gradients fall, so that no envelope is smooth. */
  readonly constantStepSize?: boolean;
  /** Its tolerance bounds its error, not its step. */
  readonly adaptive?: boolean;
  /** One player moves after the other: where the flow's orbits are closed, fine steps keep closed curves beside them. */
  readonly keepsOrbits?: boolean;
}

/** What an integration saw, from which its label follows. Lengths in the state's units. */
export interface Evidence {
  /** Every component stayed finite and within `TOLERANCES.bound`. */
  readonly bounded: boolean;
  /** L was lost in rounding, and came back. */
  readonly angularMomentumRegained: boolean;
  /** What the method is and what its error ratio means. */
  readonly method: MethodTraits;
  /** Squared error ratio of a step: the largest, and the sum over all. */
  readonly errorRatioSquared: number;
  readonly errorRatioSquaredSum: number;
  readonly steps: number;
  readonly horizon: number;
  /** The first state and the last. */
  readonly start: Float64Array;
  readonly state: Float64Array;
  readonly quarters: Quarters;
  /** rateG / rateD. */
  readonly rates: number;
  /** Time of one turn in the bilinear game at these learning rates: 2 pi / sqrt(rateD rateG). */
  readonly period: number;
  /** How far a step goes at the equilibrium itself: 0 where the field vanishes towards it. */
  readonly stepAtEquilibrium: number;
  /** What rounding leaves of a distance to a target that is not 0; else 0. See `roundingAtTarget`. */
  readonly leastDistance: number;
  /** Each step widens what the flow keeps, L or |phi|: no path with L not 0 stays bounded. */
  readonly stepsWiden: boolean;
  /** |theta|^2 at the horizon over the start's |L|, by theorem; else 0. See `Widening`. */
  readonly widened: number;
  /** By theorem the path ends on a circle or a cycle, or at rest away from 0. See `Game.limitCycle`. */
  readonly limitCycle: boolean;
  /** By theorem a path with L not 0 circles between two radii. See `Game.alwaysOrbits`. */
  readonly alwaysOrbits: boolean;
  /** From where every path goes to 0, by theorem. */
  readonly convergence: Convergence;
  /** Rate at which L2 shrinks |phi|, in a unit of time. */
  readonly decay: number;
  /** By theorem |theta| of the flow grows for ever where L is not 0. See `Game.alwaysGrows`. */
  readonly alwaysGrows: boolean;
  /** Variance that the noise adds to a component of the state in a unit of time. */
  readonly diffusion: number;
  /** Turning points of |theta| in [T/2, T]. */
  readonly extremaCount: number;
  /** |turns| of theta in [T/2, T]. */
  readonly windingNumber: number;
  /**
   * Natural logarithm of the length of the tangents of phi1 and theta1 at the ends of the quarters.
   * Absent where no chaos is conceivable.
   */
  readonly tangentGrowth?: Series | undefined;
  /** The user's tolerance of being at 0. */
  readonly eps: number;
}

/** The same, to be filled in. */
export type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** What the rules of `outcomeOf` read of the evidence; the twin of `Signs` in outcome.wgsl. */
export interface Signs {
  readonly evidence: Evidence;
  /** By quarter: largest and smallest |theta|; at its end |phi|, |L| and the potential amplitude. */
  readonly high: Changes;
  readonly low: Changes;
  readonly phi: Changes;
  readonly angularMomentum: Changes;
  readonly potential: Changes;
  /** What the method itself may have damped over the whole path, in natural logarithms. */
  readonly dissipation: number;
  /** Changes below this are none: in general, and for the claim that nothing changes. */
  readonly flat: number;
  readonly steady: number;
  /** Steps go far round: no envelope can be followed. */
  readonly coarse: boolean;
  /** Steps are so short that orbits which the flow closes stay closed: always those of a flow. */
  readonly fine: boolean;
  /** Steps keep their size and a player is within a few of them: which way it goes is by chance. */
  readonly jitters: boolean;
  /** |theta| has no turning point in the second half. */
  readonly monotone: boolean;
  /** Theta has turned, or |theta| swung, in the second half. */
  readonly circles: boolean;
  /** The largest |theta| of a quarter is one of the amplitude … */
  readonly envelope: boolean;
  /** … and how it changes can be followed. */
  readonly followed: boolean;
  /** The smallest |theta| of the last quarter is that of an annulus around 0. */
  readonly annular: boolean;
  /** L is far enough from 0 to count, and does not fall as it has to on the way to 0. */
  readonly held: boolean;
  /** L is not lost in rounding beside what it is a difference of. */
  readonly spins: boolean;
}

/** What the method itself may have damped, in natural logarithms. */
export function dissipationOf({ method, errorRatioSquaredSum }: Evidence): number {
  // An error ratio is (w h)^3/4.
  return 16 * method.numericalDissipation * errorRatioSquaredSum;
}

/**
 * The largest gap between the steps of a quarter around an orbit, times their number in the whole
 * horizon. A flow's steps are many, and its own error is not to hide in them.
 */
export function spacingOf({ kind }: Pick<MethodTraits, 'kind'>): number {
  return kind === 'rule' ? TOLERANCES.gaps * 2 * Math.PI * 4 : Infinity;
}

export function signsOf(evidence: Evidence): Signs {
  const t = TOLERANCES;
  const { quarters, method, steps, horizon, extremaCount, windingNumber, eps } = evidence;
  const dissipation = dissipationOf(evidence);
  const rmsErrorRatio = Math.sqrt(evidence.errorRatioSquaredSum / steps);
  const angle2 = (4 * rmsErrorRatio) ** (2 / 3);
  const spacing = spacingOf(method) / steps;
  const monotone = extremaCount === 0;
  const turns = windingNumber >= t.windingNumber;
  const high = growthOf(seriesOf(quarters, (quarter) => quarter.high));
  const angularMomentum = growthOf(angularMomentaOf(evidence));
  const last = quarters[3];
  return {
    evidence,
    high,
    low: growthOf(seriesOf(quarters, ({ low }) => low)),
    phi: growthOf(phisOf(evidence)),
    angularMomentum,
    potential: growthOf(potentialAmplitudesOf(evidence)),
    dissipation,
    flat: t.flat + t.samplingFactor * angle2 + dissipation,
    steady: t.flat + t.samplingFactor * Math.min(angle2, spacing * spacing) + dissipation,
    coarse:
      method.constantStepSize === true || Math.sqrt(evidence.errorRatioSquared) > t.errorRatio,
    fine: method.kind === 'flow' || (4 * Math.sqrt(evidence.errorRatioSquared)) ** (1 / 3) < t.fine,
    jitters:
      method.constantStepSize === true &&
      Math.max(nearestOf(quarters[2]), nearestOf(last)) < t.jitter * (horizon / steps),
    monotone,
    circles: extremaCount >= t.extremaCount || turns,
    envelope: extremaCount >= t.extremaCount || (monotone && turns),
    followed: extremaCount >= t.extremaFollowed || (monotone && turns),
    annular: last.low > t.annulus * last.high,
    held: last.angularMomentum > eps * eps && angularMomentum.last > t.angularMomentum * high.last,
    spins: !isLost(last),
  };
}

/** How near 0 the nearer player is: |phi| at the end of a quarter, theta all through it. */
function nearestOf({ phi, high }: Quarter): number {
  return Math.min(phi, high);
}

/** Keeps of the state that ends a quarter what labels follow from. */
export function keepEnd(quarter: Quarter, state: Float64Array, rates: number): void {
  quarter.phi = norm(state[0]!, state[1]!);
  quarter.angularMomentum = angularMomentumOf(state);
  quarter.potential = potentialAmplitudeOf(state, rates);
}

/** |phi| at the ends of the quarters. */
export function phisOf({ quarters }: Evidence): Series {
  return seriesOf(quarters, ({ phi }) => phi);
}

/** |L| at the ends of the quarters. */
export function angularMomentaOf({ quarters }: Evidence): Series {
  return seriesOf(quarters, ({ angularMomentum }) => angularMomentum);
}

/** The potential amplitude at the ends of the quarters. */
export function potentialAmplitudesOf({ quarters }: Evidence): Series {
  return seriesOf(quarters, ({ potential }) => potential);
}

export function angularMomentumOf(s: Float64Array): number {
  return Math.abs(s[0]! * s[3]! - s[1]! * s[2]!);
}

export function sizeOf(s: Float64Array): number {
  const [a, b, c, d] = scaled(s);
  return Math.sqrt(a ** 2 + b ** 2 + c ** 2 + d ** 2) / FLOAT64.scale;
}

/**
 * |theta| if all of phi turned into theta, as in the bilinear game at these learning rates.
 * @param rates rateG / rateD
 */
export function potentialAmplitudeOf(s: Float64Array, rates: number): number {
  const [a, b, c, d] = scaled(s);
  return Math.sqrt(c ** 2 + d ** 2 + rates * (a ** 2 + b ** 2)) / FLOAT64.scale;
}

/** A state whose squares do not underflow. */
function scaled([a, b, c, d]: Float64Array): [number, number, number, number] {
  const { scale } = FLOAT64;
  return [scale * a!, scale * b!, scale * c!, scale * d!];
}

/** Whether L is 0 as far as rounding can tell, and stays it, so that the path stays on a plane through 0. */
export function isLinear({ start, quarters, rates }: Evidence): boolean {
  const potential = potentialAmplitudeOf(start, rates);
  const starts = isLost({ angularMomentum: angularMomentumOf(start), potential });
  return starts && quarters.every(isLost);
}

/** Whether the path goes to 0 by theorem. */
export function convergesByTheorem(e: Evidence): boolean {
  return e.convergence === 'always' || (e.convergence === 'offLines' && !isLinear(e));
}

/** Whether float32 cannot tell |L| from 0 beside the potential amplitude. */
export function isLost({
  angularMomentum,
  potential,
}: Pick<Quarter, 'angularMomentum' | 'potential'>): boolean {
  return angularMomentum <= TOLERANCES.linear * potential ** 2;
}

/**
 * Growth where L is 0, from maximum to maximum of |theta|, where phi is 0, for a quarter of the
 * horizon each. Where a quarter begins higher than its maxima are, phi counts as well.
 */
export function growthAlongLine(evidence: Evidence): Changes {
  const { quarters, start, rates, horizon } = evidence;
  const [first, second, third, last] = quarters;
  const peakOf = (quarter: Quarter, before: Quarter, begins: number): Peak => ({
    time: quarter.highTime,
    length: quarter.highTime > begins ? quarter.high : before.potential,
  });
  const growth = (from: Peak, to: Peak): number => {
    const apart = Math.max(to.time - from.time, TOLERANCES.apart * horizon);
    return (logRatio(to.length, from.length) * horizon) / (4 * apart);
  };
  const peak1 = { time: 0, length: potentialAmplitudeOf(start, rates) };
  const peak2 = peakOf(second, first, horizon / 4);
  const peak3 = peakOf(third, second, horizon / 2);
  const peak4 = peakOf(last, third, (3 * horizon) / 4);
  return { second: growth(peak1, peak2), third: growth(peak2, peak3), last: growth(peak3, peak4) };
}

/** A maximum of |theta|. */
interface Peak {
  readonly time: number;
  readonly length: number;
}

/** |theta| has no turning point, and the horizon would hold one of a swing. */
export function isStraight({ monotone, evidence }: Signs): boolean {
  return monotone && evidence.horizon >= TOLERANCES.periods * evidence.period;
}
