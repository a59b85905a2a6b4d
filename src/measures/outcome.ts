import { TOLERANCES } from './tolerances.ts';

/** The labels, in the order of their codes in the shaders. */
export const OUTCOMES = [
  'converged',
  'converging',
  'orbiting',
  'growing',
  'stuck',
  'diverged',
  'undecided',
] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** What each label claims, in a sentence. */
export const OUTCOME_MEANINGS: Readonly<Record<Outcome, string>> = {
  converged: 'θ stayed within ε of the equilibrium over the last quarter of the horizon',
  converging: 'θ clearly decays towards 0 and is not there yet',
  orbiting: 'θ circles: bounded, and either steady or kept from 0 by its angular momentum L',
  growing: 'θ clearly grows',
  stuck: 'at rest with θ not 0: a false equilibrium, or gradients that have vanished',
  diverged: 'left every bound, or still grows far away',
  undecided: 'neither the step nor the horizon can tell',
};

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
  /** Largest |theta| over the second, third and last quarter. */
  readonly peak2: number;
  readonly peak3: number;
  readonly peak4: number;
  /** Time from the second quarter's largest |theta| to the third's, and from that to the last's. */
  readonly apart23: number;
  readonly apart34: number;
  /** |s| at T. */
  readonly size: number;
  /** |theta| if all of phi(T) turned into theta, as in the bilinear game at these learning rates. */
  readonly potentialAmplitude: number;
  /** Time of one turn in that game: 2 pi / sqrt(rateD rateG). */
  readonly period: number;
  /** How far a step goes at the equilibrium itself: 0 where the field vanishes towards it. */
  readonly stepAtEquilibrium: number;
  /** Speed of the step before 3T/4 and before T. */
  readonly speed3: number;
  readonly speed4: number;
  /** |L| at 3T/4 and at T. */
  readonly angularMomentum3: number;
  readonly angularMomentum4: number;
  /** Turning points of |theta| in [T/2, T]. */
  readonly extremaCount: number;
  /** |turns| of theta in [T/2, T]. */
  readonly windingNumber: number;
  /** The user's tolerance of being at 0. */
  readonly eps: number;
}

/** `ln(A4/A3)`: the change of the amplitude's logarithm from the third to the last quarter. */
export function logRatio(later: number, earlier: number): number {
  return Math.log(Math.max(later, TOLERANCES.floor) / Math.max(earlier, TOLERANCES.floor));
}

/** The label that the evidence supports; the twin of `outcome` in outcome.wgsl. */
export function outcomeOf(e: Evidence): Outcome {
  const t = TOLERANCES;
  // A error ratio is (w h)^3/4.
  const numericalDissipation = 16 * e.method.numericalDissipation * e.errorRatioSquaredSum;
  if (
    Math.sqrt(e.errorRatioSquared) > e.method.largestErrorRatio ||
    numericalDissipation > t.numericalDissipation
  )
    return 'undecided';
  if (e.angularMomentumRegained) return 'undecided';
  if (!e.bounded) return 'diverged';

  const rmsErrorRatio = Math.sqrt(e.errorRatioSquaredSum / e.steps);
  const angle2 = (4 * rmsErrorRatio) ** (2 / 3);
  const flat = t.flat + t.samplingFactor * angle2 + numericalDissipation;
  const spacing = spacingOf(e.method) / e.steps;
  const steady =
    t.flat + t.samplingFactor * Math.min(angle2, spacing * spacing) + numericalDissipation;
  const change = logRatio(e.peak4, e.peak3);
  const decays = change < -flat;

  // A change of the peaks is one of the amplitude where each quarter has seen a whole swing, or
  // where theta spirals. Else it may be part of a swing, in which theta and phi only trade places.
  const circles = e.extremaCount >= t.extremaCount || e.windingNumber >= t.windingNumber;
  const monotone = e.extremaCount === 0;
  const envelope =
    e.extremaCount >= t.extremaCount || (monotone && e.windingNumber >= t.windingNumber);
  const straight = monotone && e.horizon >= t.periods * e.period;
  const comesToRest =
    straight &&
    e.potentialAmplitude < t.fallen * e.peak3 &&
    logRatio(e.speed4, e.speed3) < t.slowing * change;
  const walksAway = straight && e.potentialAmplitude < t.fed * e.peak4;

  const constantStepSize = e.method.constantStepSize === true;
  // A rule whose steps go far round leaves no envelope to be followed, and may be chaotic.
  const coarse = constantStepSize || Math.sqrt(e.errorRatioSquared) > t.errorRatio;
  // Below the floor all look alike.
  const unchanging =
    e.peak4 > t.floor && Math.max(Math.abs(change), Math.abs(logRatio(e.peak3, e.peak2))) < t.flat;

  // Steps that keep their size burst out again, once what they remember has faded.
  if (e.peak4 < e.eps && !constantStepSize) {
    const collapsed = e.potentialAmplitude < t.collapse * e.peak3;
    if (decays && ((!coarse && (envelope || comesToRest)) || collapsed)) return 'converged';
    if (e.peak4 <= t.floor) return 'converged';
  }

  // A cycle of a few steps may keep to one |theta|, and turns all the same.
  if (coarse) return circles && unchanging ? 'orbiting' : 'undecided';

  const slow = e.speed4 * (e.horizon / 4) < t.rest * e.size;
  const stopping = e.speed4 < t.restDecay * e.speed3 || e.speed4 < t.restFloor * e.size;
  // A cycle may pass a rest slowly, and has turned by then.
  if (slow && stopping && e.windingNumber < t.windingNumber)
    return e.peak4 < e.eps ? 'undecided' : 'stuck';

  if (change > flat) {
    if (!(envelope || walksAway) || !persists(e, flat)) return 'undecided';
    return e.peak4 > t.left ? 'diverged' : 'growing';
  }
  if (!decays) {
    const round = circles && Math.abs(change) < steady && steady < t.flatLimit;
    return round ? 'orbiting' : 'undecided';
  }

  const changeOfAngularMomentum = logRatio(e.angularMomentum4, e.angularMomentum3);
  const heldByAngularMomentum =
    e.angularMomentum4 > e.eps * e.eps && changeOfAngularMomentum > t.angularMomentum * change;
  // Where a rule lets L grow, as simgd, the radius that holds theta grows as well.
  const holds = e.method.kind === 'flow' || changeOfAngularMomentum < t.flat;
  if (heldByAngularMomentum) return circles && holds ? 'orbiting' : 'undecided';
  // Steps that keep their length end on a cycle of about that size.
  if (e.method.kind === 'rule' && e.stepAtEquilibrium > e.eps) return 'undecided';
  return (envelope || comesToRest) && persists(e, flat) ? 'converging' : 'undecided';
}

/**
 * The largest gap between the steps of a quarter around an orbit, times their number in the whole
 * horizon. A flow's steps are many, and its own error is not to hide in them.
 */
export function spacingOf({ kind }: Pick<MethodTraits, 'kind'>): number {
  return kind === 'rule' ? TOLERANCES.gaps * 2 * Math.PI * 4 : Infinity;
}

/** Whether the amplitude's change goes on, and does not end at a radius. */
function persists(e: Evidence, flat: number): boolean {
  const t = TOLERANCES;
  const change = logRatio(e.peak4, e.peak3);
  const before = logRatio(e.peak3, e.peak2);
  // The steps of a rule may pass by their orbit's maximum: then one quarter alone tells nothing.
  if (e.method.kind === 'rule' && Math.abs(before) <= flat) return false;
  const grows = change > 0;
  // Rates of A where it grows and of A^-2 where it decays, relative to their value at A3.
  const later = grows ? change : -2 * change;
  const earlier = (grows ? 1 : -2) * before;
  const apart = t.apart * e.horizon;
  if (earlier <= 0 || e.apart23 < apart || e.apart34 < apart) return false;
  // The cap keeps exp within float32.
  const laterRate = (Math.exp(Math.min(later, 80)) - 1) / e.apart34;
  const earlierRate = (1 - Math.exp(-earlier)) / e.apart23;
  return laterRate >= t.persistence * earlierRate;
}
