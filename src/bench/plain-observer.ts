import { crossing, isBounded, Observer } from '../measures/observe.ts';
import { TOLERANCES } from '../measures/tolerances.ts';

/** The observer as one would write it first: it looks at each step by itself. */
export class PlainObserver extends Observer {
  /** The state after a step, and that step's squared strain and speed. */
  seeStep(s: Float64Array, facts: Float64Array): boolean {
    const strain2 = facts[0]!;
    const { schedule, eps, emaBeta } = this.settings;
    const steps = this.steps + 1;
    this.steps = steps;
    const measurable = strain2 <= TOLERANCES.strain2Cap ? strain2 : TOLERANCES.strain2Cap;
    if (measurable > this.strain2) this.strain2 = measurable;
    this.strain2Sum += measurable;
    if (!isBounded(s)) {
      this.bounded = false;
      return false;
    }
    const theta1 = s[2]!;
    const theta2 = s[3]!;
    this.state = s;
    this.speed = facts[1]!;

    const keep = steps === schedule.steps ? this.lastKeep : emaBeta;
    this.emaTheta1 = keep * this.emaTheta1 + (1 - keep) * theta1;
    this.emaTheta2 = keep * this.emaTheta2 + (1 - keep) * theta2;

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
      if (falling !== this.falling && steps > schedule.quarterEnds[1]) this.swings += 1;
      this.falling = falling;
    }
    this.previousSquared = squared;
    if (steps === this.quarterEnd) this.closeQuarter();
    return true;
  }
}
