import { crossing, isBounded, Observer } from '../measures/observe.ts';
import { TOLERANCES } from '../measures/tolerances.ts';

/** The observer as one would write it first: it looks at each step by itself. */
export class PlainObserver extends Observer {
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
    if (squared >= eps * eps) this.lastOutside = steps;

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
}
