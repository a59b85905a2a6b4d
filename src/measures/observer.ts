import { angularMomentum, isOneDimensional } from '../models/state.ts';
import { outcomeOf, logRatio, type Evidence, type Outcome } from './outcome.ts';
import type { Schedule } from './schedule.ts';
import { TOLERANCES } from './tolerances.ts';

/** All measures of one trajectory. Not finite where the trajectory left every bound. */
export interface Measured {
  readonly distance: number;
  readonly amplitude: number;
  readonly rate: number;
  readonly settle: number;
  readonly turns: number;
  readonly ema: number;
  readonly lyapunov: number;
  readonly outcome: Outcome;
}

export interface ObserverSettings {
  readonly schedule: Schedule;
  /** The distance from 0 that counts as having settled. */
  readonly eps: number;
  readonly emaBeta: number;
  readonly rateD: number;
  readonly rateG: number;
  /** See `Evidence`. */
  readonly hop: number;
  readonly method: Evidence['method'];
}

/** Length, squared strain and speed of one step. */
export type StepFacts = Float64Array;

const TAU = 2 * Math.PI;

/**
 * Watches one trajectory step by step and keeps only what the measures need; the twin of
 * observe.wgsl. Call `begin`, then `see` after every step until it returns false, then `measured`.
 */
export class Observer {
  private readonly settings: ObserverSettings;
  private planar = true;
  private steps = 0;
  private bounded = true;
  private emaTheta1 = 0;
  private emaTheta2 = 0;
  private peakSquared = 0;
  private peakTime = 0;
  private previousSquared = 0;
  private peak2 = 0;
  private peak3 = 0;
  private peak4 = 0;
  private peakTime2 = 0;
  private peakTime3 = 0;
  /** Whether |theta| < eps now, and since when. */
  private settled = false;
  private settle = 0;
  /** The angle's point in the plane of turning, at the start and now. */
  private startX = 0;
  private startY = 0;
  private x = 0;
  private y = 0;
  private crossings = 0;
  private turnsAtHalf = 0;
  private swings = 0;
  private falling = false;
  private grazed = false;
  private lost = false;
  private strain2 = 0;
  private strain2Sum = 0;
  private momentum3 = 0;
  private speed3 = 0;
  /** Of the last step. */
  private speed = 0;
  /** The trajectory's own, read again where it is needed; a point may go on with a tangent. */
  private state: Float64Array = new Float64Array(4);
  /** The number of the step that ends the present quarter, and which quarter that is. */
  private quarterEnd = 0;
  private quarter = 0;

  constructor(settings: ObserverSettings) {
    this.settings = settings;
  }

  begin(s: Float64Array): void {
    this.planar = !isOneDimensional(s);
    this.state = s;
    this.quarter = 0;
    this.quarterEnd = this.settings.schedule.quarterEnds[0];
    this.steps = 0;
    this.bounded = true;
    this.emaTheta1 = s[2]!;
    this.emaTheta2 = s[3]!;
    this.peakSquared = this.previousSquared = s[2]! ** 2 + s[3]! ** 2;
    this.peakTime = 0;
    this.settled = this.peakSquared < this.settings.eps ** 2;
    this.settle = 0;
    this.startX = this.x = s[2]!;
    this.startY = this.y = this.planar ? s[3]! : s[0]!;
    this.crossings = this.turnsAtHalf = this.swings = this.strain2 = this.strain2Sum = 0;
    this.falling = this.grazed = this.lost = false;
  }

  /**
   * The state after a step, and that step's length, squared strain and speed: in an array, because
   * numbers given to a function that is not inlined are allocated, which costs as much as the rest.
   * False: it left every bound, stop.
   */
  see(s: Float64Array, facts: StepFacts): boolean {
    const h = facts[0]!;
    const strain2 = facts[1]!;
    const { schedule, eps, emaBeta } = this.settings;
    const steps = this.steps + 1;
    this.steps = steps;
    const measurable = strain2 <= TOLERANCES.strain2Cap ? strain2 : TOLERANCES.strain2Cap;
    if (measurable > this.strain2) this.strain2 = measurable;
    this.strain2Sum += measurable;
    const phi1 = s[0]!;
    const theta1 = s[2]!;
    const theta2 = s[3]!;
    if (!(within(phi1) && within(s[1]!) && within(theta1) && within(theta2))) {
      this.bounded = false;
      return false;
    }
    this.state = s;
    this.speed = facts[2]!;

    const keep = h === schedule.step ? emaBeta : emaBeta ** (h / schedule.step);
    this.emaTheta1 = keep * this.emaTheta1 + (1 - keep) * theta1;
    this.emaTheta2 = keep * this.emaTheta2 + (1 - keep) * theta2;

    const squared = theta1 * theta1 + theta2 * theta2;
    if (squared > this.peakSquared) {
      this.peakSquared = squared;
      this.peakTime = this.time();
    }
    if (squared >= eps * eps) this.settled = false;
    else if (!this.settled) {
      this.settled = true;
      this.settle = this.time();
    }

    const y = this.planar ? theta2 : phi1;
    if (y < 0 !== this.y < 0) this.countCrossing(theta1, y);
    this.x = theta1;
    this.y = y;

    const was = this.previousSquared;
    if (Math.abs(squared - was) > TOLERANCES.ripple * was) {
      const falling = squared < was;
      if (falling !== this.falling && steps > schedule.quarterEnds[1]) this.swings += 1;
      this.falling = falling;
    }
    this.previousSquared = squared;

    if (this.settings.method.adaptive === true) this.watchMomentum(squared);
    if (steps === this.quarterEnd) this.closeQuarter(squared);
    return true;
  }

  private time(): number {
    const { schedule } = this.settings;
    return this.steps === schedule.steps ? schedule.horizon : this.steps * schedule.step;
  }

  /** Whether L has been lost in rounding and come back. */
  private watchMomentum(theta2: number): void {
    const momentum2 = angularMomentum(this.state) ** 2;
    const most = (this.state[0]! ** 2 + this.state[1]! ** 2) * theta2;
    if (momentum2 < TOLERANCES.grazed ** 2 * most) this.grazed = true;
    else if (this.grazed && momentum2 > TOLERANCES.regained ** 2 * most) this.lost = true;
  }

  /** Counts the segment to (x, y) where it crosses the negative x-axis, counter-clockwise as 1. */
  private countCrossing(x: number, y: number): void {
    const cross = this.x * y - this.y * x;
    if (y < 0 && cross > 0) this.crossings += 1;
    if (y >= 0 && cross < 0) this.crossings -= 1;
  }

  private turns(): number {
    // Adding 0 makes -0 count as above the axis, as `countCrossing` does.
    const angle = Math.atan2(this.y + 0, this.x) - Math.atan2(this.startY + 0, this.startX);
    return this.crossings + angle / TAU;
  }

  private closeQuarter(squared: number): void {
    const { quarter } = this;
    this.quarter += 1;
    this.quarterEnd = this.settings.schedule.quarterEnds[this.quarter] ?? Infinity;
    const peak = Math.sqrt(this.peakSquared);
    if (quarter === 1) {
      this.peak2 = peak;
      this.peakTime2 = this.peakTime;
      this.turnsAtHalf = this.turns();
    } else if (quarter === 2) {
      this.peak3 = peak;
      this.peakTime3 = this.peakTime;
      this.momentum3 = Math.abs(angularMomentum(this.state));
      this.speed3 = this.speed;
    } else if (quarter === 3) {
      this.peak4 = peak;
      return;
    }
    this.peakSquared = squared;
    this.peakTime = this.time();
  }

  /** @param lyapunov the growth rate of a tangent, where one was followed */
  measured(lyapunov = NaN): Measured {
    const { schedule, eps, rateD, rateG, hop, method } = this.settings;
    const s = this.state;
    const { bounded } = this;
    const turns = this.turns();
    const [phi2, theta2] = [s[0]! ** 2 + s[1]! ** 2, s[2]! ** 2 + s[3]! ** 2];
    return {
      distance: bounded ? Math.sqrt(theta2) : Infinity,
      amplitude: bounded ? this.peak4 : Infinity,
      rate: bounded ? logRatio(this.peak4, this.peak3) / (schedule.horizon / 4) : NaN,
      settle: bounded && this.settled ? this.settle : Infinity,
      turns: bounded ? turns : NaN,
      ema: bounded ? Math.sqrt(this.emaTheta1 ** 2 + this.emaTheta2 ** 2) : Infinity,
      lyapunov: bounded ? lyapunov : NaN,
      outcome: outcomeOf({
        bounded,
        lost: this.lost,
        method,
        strain2: this.strain2,
        strain2Sum: this.strain2Sum,
        steps: this.steps,
        horizon: schedule.horizon,
        peak2: this.peak2,
        peak3: this.peak3,
        peak4: this.peak4,
        apart23: this.peakTime3 - this.peakTime2,
        apart34: this.peakTime - this.peakTime3,
        size: Math.sqrt(phi2 + theta2),
        reach: Math.sqrt(theta2 + (rateG / rateD) * phi2),
        period: TAU / Math.sqrt(rateD * rateG),
        hop,
        speed3: this.speed3,
        speed4: bounded ? this.speed : Infinity,
        momentum3: this.momentum3,
        momentum4: Math.abs(angularMomentum(s)),
        swings: this.swings,
        turns: Math.abs(turns - this.turnsAtHalf),
        eps,
      }),
    };
  }
}

function within(component: number): boolean {
  return Math.abs(component) < TOLERANCES.bound;
}
