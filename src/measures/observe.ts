import { AngularMomentumWatch } from './angular-momentum-watch.ts';
import { basinOf } from './basin.ts';
import { areWithinBound } from './bounds.ts';
import { ROW, type ChunkBuffer } from '../models/chunk-buffer.ts';
import { alongLine, turnsOnAxis } from '../models/lines.ts';
import { norm } from '../models/norms.ts';
import { isOneDimensional } from '../models/state.ts';
import type { TangentMeasures } from './lyapunov.ts';
import { keepEnd, type Evidence, type Writable } from './labels/evidence.ts';
import { crossing } from './winding.ts';
import { hasSunk, type Measured } from './measured.ts';
import { labelOf } from './label.ts';
import { isResolved } from './outcome.ts';
import { logRatio, newQuarters, type Quarters } from './labels/quarters.ts';
import { evidenceOf, type ObserverSettings } from './observer-settings.ts';
import { timeAfter } from './schedule.ts';
import { timeBelow } from './settling.ts';
import { FLOAT64 } from './length-range.ts';
import { TOLERANCES } from './tolerances.ts';

const TAU = 2 * Math.PI;
const CAP = TOLERANCES.errorRatioSquaredCap;
/** Squares and products of lengths are those of lengths times this. */
const { scale: SCALE } = FLOAT64;

/**
 * Watches one trajectory and keeps only what the measures need; the twin of observe.wgsl. Call
 * `begin`, then `see` chunk by chunk, or `seeSubstep` one by one, until one returns false, then `measured`.
 */
export class Observer {
  private readonly settings: ObserverSettings;
  /** The average's decay over the last step, which may be shorter. */
  private readonly lastEmaDecay: number;
  private planar = true;
  private onLine = false;
  /** Steps that are done, with the share of the present one that is. */
  private steps = 0;
  private bounded = true;
  private emaTheta1 = 0;
  private emaTheta2 = 0;
  private peakSquared = 0;
  private peakStep = 0;
  private previousSquared = 0;
  private lowSquared = 0;
  /** Sum of |theta|^2 over the steps of the present quarter, and the step before them. */
  private squaredSum = 0;
  private lastQuarterEnd = 0;
  private readonly quarters: Quarters = newQuarters();
  /** |theta| >= eps now, and if not, since when it is below. */
  private outside = false;
  private settledAt = 0;
  /** After how many steps the last was that moved by eps or more in a unit of time. */
  private lastMoving = 0;
  /** The angle's point in the plane of turning, at the start and now. */
  private startX = 0;
  private startY = 0;
  private x = 0;
  private y = 0;
  private crossings = 0;
  private windingNumberAtHalf = 0;
  private extremaCount = 0;
  private falling = false;
  private readonly angularMomentum = new AngularMomentumWatch();
  private errorRatioSquared = 0;
  private errorRatioSquaredSum = 0;
  /** Of the last step. */
  private speed = 0;
  private readonly state = new Float64Array(4);
  private readonly start = new Float64Array(4);
  private readonly found: Writable<Evidence>;
  /** The number of the step that ends the present quarter, and which quarter that is. */
  private quarterEnd = 0;
  private quarter = 0;

  constructor(settings: ObserverSettings) {
    this.settings = settings;
    const { start, state, quarters } = this;
    this.found = evidenceOf(settings, { start, state, quarters });
    const { emaBeta, schedule } = settings;
    const { step, lastStep } = schedule;
    this.lastEmaDecay = lastStep === step ? emaBeta : emaBeta ** (lastStep / step);
  }

  /** @param onLine the start in two dimensions, where `s` is that one turned to the first axis */
  begin(s: Float64Array, onLine?: Float64Array): void {
    this.onLine = onLine !== undefined;
    this.planar = !isOneDimensional(s);
    this.state.set(s.subarray(0, 4));
    this.start.set(onLine ?? this.state);
    this.steps = this.quarter = 0;
    this.quarterEnd = this.settings.schedule.quarterEnds[0];
    this.bounded = true;
    // Of a path that leaves before it is known.
    this.quarters[0].potential = Infinity;
    this.emaTheta1 = s[2]!;
    this.emaTheta2 = s[3]!;
    const squared = (SCALE * s[2]!) ** 2 + (SCALE * s[3]!) ** 2;
    this.peakSquared = this.lowSquared = this.previousSquared = squared;
    this.outside = this.peakSquared >= (SCALE * this.settings.eps) ** 2;
    this.settledAt = this.peakStep = 0;
    this.startX = this.x = SCALE * s[2]!;
    this.startY = this.y = SCALE * (this.planar ? s[3]! : s[0]!);
    this.crossings =
      this.windingNumberAtHalf =
      this.extremaCount =
      this.errorRatioSquared =
      this.errorRatioSquaredSum =
        0;
    this.lastMoving = 0;
    this.squaredSum = this.lastQuarterEnd = 0;
    this.falling = false;
    this.angularMomentum.begin();
  }

  /**
   * The next `count` steps, in rows 1 to `count` of `buffer`. False: it left every bound on the way,
   * stop.
   */
  see(buffer: ChunkBuffer, count: number): boolean {
    const last = this.settings.schedule.steps;
    let seen = 0;
    while (seen < count) {
      // The last step may be shorter than the others, and goes alone.
      const end = this.steps < last - 1 ? Math.min(this.quarterEnd, last - 1) : last;
      const until = Math.min(count, seen + end - this.steps);
      if (!this.watch(buffer, seen, until, 1)) return false;
      if (this.steps === this.quarterEnd) this.closeQuarter();
      seen = until;
    }
    return true;
  }

  /**
   * A substep, in row 1 of `buffer` and from row 0, after which this share of its step is done. False: as
   * for `see`.
   */
  seeSubstep(buffer: ChunkBuffer, done: number): boolean {
    const whole = Math.floor(this.steps);
    const bounded = this.watch(buffer, 0, 1, whole + done - this.steps);
    // Without what the sum of shares has rounded.
    this.steps = whole + done;
    if (bounded && this.steps === this.quarterEnd) this.closeQuarter();
    return bounded;
  }

  /**
   * Rows `from` + 1 to `until`, of one quarter and one length, which is `share` of a step, with everything
   * in a local variable.
   */
  private watch(buffer: ChunkBuffer, from: number, until: number, share: number): boolean {
    const { schedule, emaBeta, eps, method, anisotropic } = this.settings;
    const ofStep = this.steps >= schedule.steps - 1 ? this.lastEmaDecay : emaBeta;
    const emaDecay = share === 1 ? ofStep : ofStep ** share;
    const gain = 1 - emaDecay;
    const eps2 = (SCALE * eps) ** 2;
    const beside = this.planar ? 3 : 0;
    const counted = this.quarter >= 2 ? 1 : 0;
    // In steps of its own length a method loses no more of L than rounding does of the state.
    const watched = (method.adaptive === true || share !== 1) && anisotropic !== true;
    let { steps, errorRatioSquared, errorRatioSquaredSum, emaTheta1, emaTheta2 } = this;
    let { peakSquared, peakStep, lowSquared, squaredSum, outside, lastMoving } = this;
    let { x, y, crossings, previousSquared, falling, extremaCount } = this;
    for (let row = (from + 1) * ROW; row <= until * ROW; row += ROW) {
      const phi1 = buffer[row]!;
      const phi2 = buffer[row + 1]!;
      const theta1 = buffer[row + 2]!;
      const theta2 = buffer[row + 3]!;
      const ratioSquared = buffer[row + 4]!;
      steps += share;
      const measurable = ratioSquared <= CAP ? ratioSquared : CAP;
      if (measurable > errorRatioSquared) errorRatioSquared = measurable;
      errorRatioSquaredSum += measurable;
      if (!areWithinBound(phi1, phi2, theta1, theta2)) {
        this.bounded = false;
        break;
      }

      emaTheta1 = emaDecay * emaTheta1 + gain * theta1;
      emaTheta2 = emaDecay * emaTheta2 + gain * theta2;

      const newX = SCALE * theta1;
      const across = SCALE * theta2;
      const squared = newX * newX + across * across;
      if (squared > peakSquared) {
        peakSquared = squared;
        peakStep = steps;
      }
      if (squared < lowSquared) lowSquared = squared;
      squaredSum += share * squared;
      if (squared >= eps2) {
        outside = true;
      } else if (outside) {
        outside = false;
        this.settledAt = timeBelow(this.settings, buffer, row, steps, share);
      }
      if (buffer[row + 5]! >= eps) lastMoving = steps;

      const newY = SCALE * buffer[row + beside]!;
      if (newY < 0 ? y >= 0 : y < 0) crossings += crossing(x, y, newX, newY);
      x = newX;
      y = newY;

      if (Math.abs(squared - previousSquared) > TOLERANCES.ripple * previousSquared) {
        const falls = squared < previousSquared;
        if (falls !== falling) extremaCount += counted;
        falling = falls;
      }
      previousSquared = squared;

      if (watched) this.angularMomentum.see(phi1, phi2, theta1, theta2);
    }
    this.steps = steps;
    this.errorRatioSquared = errorRatioSquared;
    this.errorRatioSquaredSum = errorRatioSquaredSum;
    this.emaTheta1 = emaTheta1;
    this.emaTheta2 = emaTheta2;
    this.peakSquared = peakSquared;
    this.peakStep = peakStep;
    this.lowSquared = lowSquared;
    this.squaredSum = squaredSum;
    this.outside = outside;
    this.lastMoving = lastMoving;
    this.x = x;
    this.y = y;
    this.crossings = crossings;
    this.previousSquared = previousSquared;
    this.falling = falling;
    this.extremaCount = extremaCount;
    for (let i = 0; i < 4; i++) this.state[i] = buffer[until * ROW + i]!;
    this.speed = buffer[until * ROW + 5]!;
    return this.bounded;
  }

  private windingNumber(): number {
    // Adding 0 makes -0 count as above the axis, as `crossing` does.
    const angle = Math.atan2(this.y + 0, this.x) - Math.atan2(this.startY + 0, this.startX);
    return this.crossings + angle / TAU;
  }

  private closeQuarter(): void {
    const quarter = this.quarter++;
    this.quarterEnd = this.settings.schedule.quarterEnds[this.quarter] ?? Infinity;
    const closed = this.quarters[quarter]!;
    closed.high = Math.sqrt(this.peakSquared) / SCALE;
    closed.low = Math.sqrt(this.lowSquared) / SCALE;
    closed.highTime = timeAfter(this.settings.schedule, this.peakStep);
    closed.meanSquare = this.squaredSum / (this.steps - this.lastQuarterEnd) / SCALE ** 2;
    keepEnd(closed, this.state, this.settings.rateG / this.settings.rateD);
    closed.speed = this.speed;
    if (quarter === 1) this.windingNumberAtHalf = this.windingNumber();
    if (quarter === 3) return;
    this.squaredSum = 0;
    this.peakSquared = this.lowSquared = this.previousSquared;
    this.lastQuarterEnd = this.peakStep = this.steps;
  }

  /** @param tangents what tangents have shown, where any were followed */
  measured(tangents?: TangentMeasures): Measured {
    const [s, [first, , third, last]] = [this.state, this.quarters];
    const { schedule, method } = this.settings;
    const { lastMoving } = this;
    // Where steps do not resolve the motion, nothing is known.
    const resolved = isResolved(method, this.errorRatioSquared);
    const bounded = this.bounded && resolved;
    const gone = resolved ? Infinity : NaN;
    const label = labelOf(this.evidence(tangents));
    const end = this.onLine ? alongLine(s, this.start) : s;
    const turns = this.onLine ? turnsOnAxis(s[2]!) : this.windingNumber();
    const isShown = bounded && !hasSunk(last.high, first.high);
    const isTurning = bounded && !hasSunk(last.potential, first.high);
    return {
      distance: bounded ? norm(s[2]!, s[3]!) : gone,
      amplitude: bounded ? last.high : gone,
      rate: isShown ? logRatio(last.high, third.high) / (schedule.horizon / 4) : NaN,
      settle: !bounded ? gone : this.outside ? Infinity : this.settledAt,
      rest: !bounded ? gone : lastMoving < this.steps ? timeAfter(schedule, lastMoving) : Infinity,
      turns: isTurning ? turns : NaN,
      ema: bounded ? norm(this.emaTheta1, this.emaTheta2) : gone,
      lyapunov: bounded ? (tangents?.exponent ?? NaN) : NaN,
      ...label,
      basin: basinOf(label.outcome, end, this.settings.equilibria ?? [], this.settings.eps),
    };
  }

  private evidence(tangents: TangentMeasures | undefined): Evidence {
    const { found } = this;
    found.bounded = this.bounded;
    found.angularMomentumRegained = this.angularMomentum.regained;
    found.errorRatioSquared = this.errorRatioSquared;
    found.errorRatioSquaredSum = this.errorRatioSquaredSum;
    found.steps = this.settings.schedule.steps;
    found.tangentGrowth = this.settings.mayBeChaotic === true ? tangents?.growth : undefined;
    found.extremaCount = this.extremaCount;
    found.windingNumber = Math.abs(this.windingNumber() - this.windingNumberAtHalf);
    return found;
  }
}
