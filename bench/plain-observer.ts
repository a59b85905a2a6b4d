import { isBounded } from '../src/measures/bounds.ts';
import type { Measured } from '../src/measures/measured.ts';
import type { ObserverSettings } from '../src/measures/observer-settings.ts';
import { crossing } from '../src/measures/winding.ts';
import { keepEnd } from '../src/measures/labels/evidence.ts';
import { labelOf } from '../src/measures/label.ts';
import { logRatio, newQuarters, type Quarters } from '../src/measures/labels/quarters.ts';
import { TOLERANCES } from '../src/measures/tolerances.ts';
import { isOneDimensional } from '../src/models/state.ts';

const TAU = 2 * Math.PI;

/** The observer as one would write it first: it looks at each step by itself. Fixed steps only. */
export class PlainObserver {
  private planar = true;
  private steps = 0;
  private bounded = true;
  private emaTheta1 = 0;
  private emaTheta2 = 0;
  private peakSquared = 0;
  private peakStep = 0;
  private previousSquared = 0;
  private lowSquared = 0;
  private squaredSum = 0;
  private lastQuarterEnd = 0;
  private readonly quarters: Quarters = newQuarters();
  private readonly start = new Float64Array(4);
  private lastOutside = 0;
  private lastMoving = 0;
  private startX = 0;
  private startY = 0;
  private x = 0;
  private y = 0;
  private crossings = 0;
  private windingNumberAtHalf = 0;
  private extremaCount = 0;
  private falling = false;
  private errorRatioSquared = 0;
  private errorRatioSquaredSum = 0;
  private speed = 0;
  private state: Float64Array = new Float64Array(4);
  private quarterEnd = 0;
  private quarter = 0;
  private readonly lastEmaDecay: number;

  constructor(private readonly settings: ObserverSettings) {
    const { emaBeta, schedule } = settings;
    const { step, lastStep } = schedule;
    this.lastEmaDecay = lastStep === step ? emaBeta : emaBeta ** (lastStep / step);
  }

  begin(s: Float64Array): void {
    this.planar = !isOneDimensional(s);
    this.quarter = 0;
    this.quarterEnd = this.settings.schedule.quarterEnds[0];
    this.steps = 0;
    this.bounded = true;
    this.emaTheta1 = s[2]!;
    this.emaTheta2 = s[3]!;
    this.peakSquared = this.lowSquared = this.previousSquared = s[2]! ** 2 + s[3]! ** 2;
    this.squaredSum = this.lastQuarterEnd = 0;
    for (let i = 0; i < 4; i++) this.start[i] = s[i]!;
    this.peakStep = 0;
    this.lastOutside = this.peakSquared < this.settings.eps ** 2 ? -1 : 0;
    this.startX = this.x = s[2]!;
    this.startY = this.y = this.planar ? s[3]! : s[0]!;
    this.crossings = this.windingNumberAtHalf = this.extremaCount = 0;
    this.errorRatioSquared = this.errorRatioSquaredSum = 0;
    this.falling = false;
    this.lastMoving = 0;
  }

  /** The state after a step, and that step's squared error ratio and speed. */
  seeStep(s: Float64Array, diagnostics: Float64Array): boolean {
    const errorRatioSquared = diagnostics[0]!;
    const { schedule, eps, emaBeta } = this.settings;
    const steps = this.steps + 1;
    this.steps = steps;
    const measurable =
      errorRatioSquared <= TOLERANCES.errorRatioSquaredCap
        ? errorRatioSquared
        : TOLERANCES.errorRatioSquaredCap;
    if (measurable > this.errorRatioSquared) this.errorRatioSquared = measurable;
    this.errorRatioSquaredSum += measurable;
    if (!isBounded(s)) {
      this.bounded = false;
      return false;
    }
    const theta1 = s[2]!;
    const theta2 = s[3]!;
    this.state = s;
    this.speed = diagnostics[1]!;

    const emaDecay = steps === schedule.steps ? this.lastEmaDecay : emaBeta;
    this.emaTheta1 = emaDecay * this.emaTheta1 + (1 - emaDecay) * theta1;
    this.emaTheta2 = emaDecay * this.emaTheta2 + (1 - emaDecay) * theta2;

    const squared = theta1 * theta1 + theta2 * theta2;
    if (squared > this.peakSquared) {
      this.peakSquared = squared;
      this.peakStep = steps;
    }
    if (squared < this.lowSquared) this.lowSquared = squared;
    this.squaredSum += squared;
    if (squared >= eps * eps) this.lastOutside = steps;
    if (this.speed >= eps) this.lastMoving = steps;

    const y = this.planar ? theta2 : s[0]!;
    if (y < 0 !== this.y < 0) this.crossings += crossing(this.x, this.y, theta1, y);
    this.x = theta1;
    this.y = y;

    const was = this.previousSquared;
    if (Math.abs(squared - was) > TOLERANCES.ripple * was) {
      const falling = squared < was;
      if (falling !== this.falling && steps > schedule.quarterEnds[1]) this.extremaCount += 1;
      this.falling = falling;
    }
    this.previousSquared = squared;
    if (steps === this.quarterEnd) this.closeQuarter();
    return true;
  }

  private timeOf(step: number): number {
    const { schedule } = this.settings;
    return step === schedule.steps ? schedule.horizon : step * schedule.step;
  }

  private windingNumber(): number {
    // Adding 0 makes -0 count as above the axis, as `crossing` does.
    const angle = Math.atan2(this.y + 0, this.x) - Math.atan2(this.startY + 0, this.startX);
    return this.crossings + angle / TAU;
  }

  private closeQuarter(): void {
    const { quarter } = this;
    this.quarter += 1;
    this.quarterEnd = this.settings.schedule.quarterEnds[this.quarter] ?? Infinity;
    const closed = this.quarters[quarter]!;
    closed.high = Math.sqrt(this.peakSquared);
    closed.low = Math.sqrt(this.lowSquared);
    closed.highTime = this.timeOf(this.peakStep);
    closed.meanSquare = this.squaredSum / (this.steps - this.lastQuarterEnd);
    const { rateD, rateG } = this.settings;
    keepEnd(closed, this.state, rateG / rateD);
    closed.speed = this.speed;
    if (quarter === 1) this.windingNumberAtHalf = this.windingNumber();
    if (quarter === 3) return;
    this.squaredSum = 0;
    this.lastQuarterEnd = this.steps;
    this.peakSquared = this.lowSquared = this.previousSquared;
    this.peakStep = this.steps;
  }

  measured(): Measured {
    const { schedule, eps, rateD, rateG, stepAtEquilibrium, method, diffusion } = this.settings;
    const [s, [, , third, last]] = [this.state, this.quarters];
    const { bounded, steps, lastOutside, lastMoving } = this;
    const windingNumber = this.windingNumber();
    return {
      distance: bounded ? Math.sqrt(s[2]! ** 2 + s[3]! ** 2) : Infinity,
      amplitude: bounded ? last.high : Infinity,
      rate: bounded ? logRatio(last.high, third.high) / (schedule.horizon / 4) : NaN,
      settle: bounded && lastOutside < steps ? this.timeOf(lastOutside + 1) : Infinity,
      rest: bounded && lastMoving < steps ? this.timeOf(lastMoving) : Infinity,
      turns: bounded ? windingNumber : NaN,
      ema: bounded ? Math.sqrt(this.emaTheta1 ** 2 + this.emaTheta2 ** 2) : Infinity,
      lyapunov: NaN,
      basin: NaN,
      ...labelOf({
        bounded,
        angularMomentumRegained: false,
        method,
        errorRatioSquared: this.errorRatioSquared,
        errorRatioSquaredSum: this.errorRatioSquaredSum,
        steps,
        horizon: schedule.horizon,
        start: this.start,
        state: this.state,
        quarters: this.quarters,
        rates: rateG / rateD,
        period: TAU / Math.sqrt(rateD * rateG),
        stepAtEquilibrium,
        leastDistance: 0,
        stepsWiden: false,
        widened: 0,
        limitCycle: false,
        alwaysOrbits: false,
        convergence: 'none',
        decay: 0,
        alwaysGrows: false,
        diffusion: diffusion ?? 0,
        extremaCount: this.extremaCount,
        windingNumber: Math.abs(windingNumber - this.windingNumberAtHalf),
        eps,
      }),
    };
  }
}
