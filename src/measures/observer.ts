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
  readonly method: Evidence['method'];
}

const TAU = 2 * Math.PI;

/**
 * Watches one trajectory step by step and keeps only what the measures need; the twin of
 * observe.wgsl. Call `begin`, then `see` after every step until it returns false, then `measured`.
 */
export class Observer {
  private readonly settings: ObserverSettings;
  private planar = true;
  private steps = 0;
  private time = 0;
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
  private settle = Infinity;
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
  private readonly state = new Float64Array(4);

  constructor(settings: ObserverSettings) {
    this.settings = settings;
  }

  begin(s: Float64Array): void {
    this.planar = !isOneDimensional(s);
    this.keep(s);
    this.steps = 0;
    this.time = 0;
    this.bounded = true;
    this.emaTheta1 = s[2]!;
    this.emaTheta2 = s[3]!;
    this.peakSquared = this.previousSquared = s[2]! ** 2 + s[3]! ** 2;
    this.peakTime = 0;
    this.settle = this.peakSquared < this.settings.eps ** 2 ? 0 : Infinity;
    this.startX = this.x = s[2]!;
    this.startY = this.y = this.planar ? s[3]! : s[0]!;
    this.crossings = this.turnsAtHalf = this.swings = this.strain2 = this.strain2Sum = 0;
    this.falling = this.grazed = this.lost = false;
  }

  /**
   * The state after a step of length `h` with that squared strain and speed.
   * False: it left every bound, stop.
   */
  see(s: Float64Array, h: number, strain2: number, speed: number): boolean {
    const { schedule, eps, emaBeta } = this.settings;
    this.steps += 1;
    this.time = this.steps === schedule.steps ? schedule.horizon : this.steps * schedule.step;
    const measurable = strain2 <= TOLERANCES.strain2Cap ? strain2 : TOLERANCES.strain2Cap;
    this.strain2 = Math.max(this.strain2, measurable);
    this.strain2Sum += measurable;
    const size = Math.max(Math.abs(s[0]!), Math.abs(s[1]!), Math.abs(s[2]!), Math.abs(s[3]!));
    if (!(size < TOLERANCES.bound)) {
      this.bounded = false;
      return false;
    }
    this.keep(s);
    this.speed = speed;

    const keep = h === schedule.step ? emaBeta : emaBeta ** (h / schedule.step);
    this.emaTheta1 = keep * this.emaTheta1 + (1 - keep) * s[2]!;
    this.emaTheta2 = keep * this.emaTheta2 + (1 - keep) * s[3]!;

    const squared = s[2]! ** 2 + s[3]! ** 2;
    if (squared > this.peakSquared) {
      this.peakSquared = squared;
      this.peakTime = this.time;
    }
    if (squared >= eps * eps) this.settle = Infinity;
    else if (this.settle === Infinity) this.settle = this.time;

    this.countCrossing(s[2]!, this.planar ? s[3]! : s[0]!);
    const ripple = TOLERANCES.ripple * this.previousSquared;
    const still = Math.abs(squared - this.previousSquared) <= ripple;
    const falling = still ? this.falling : squared < this.previousSquared;
    if (this.steps > schedule.quarterEnds[1] && falling !== this.falling) this.swings += 1;
    this.falling = falling;
    this.previousSquared = squared;

    this.watchMomentum(s[0]! ** 2 + s[1]! ** 2, squared);
    this.closeQuarter(squared);
    return true;
  }

  /** Copies the state; a point may go on with a tangent. */
  private keep(s: Float64Array): void {
    for (let i = 0; i < 4; i++) this.state[i] = s[i]!;
  }

  /** Whether L has been lost in rounding and come back. */
  private watchMomentum(phi2: number, theta2: number): void {
    const momentum2 = angularMomentum(this.state) ** 2;
    this.grazed ||= momentum2 < TOLERANCES.grazed ** 2 * phi2 * theta2;
    this.lost ||= this.grazed && momentum2 > TOLERANCES.regained ** 2 * phi2 * theta2;
  }

  /** Counts how often the segment to (x, y) crosses the negative x-axis, counter-clockwise as 1. */
  private countCrossing(x: number, y: number): void {
    const cross = this.x * y - this.y * x;
    if (this.y >= 0 && y < 0 && cross > 0) this.crossings += 1;
    if (this.y < 0 && y >= 0 && cross < 0) this.crossings -= 1;
    this.x = x;
    this.y = y;
  }

  private turns(): number {
    // Adding 0 makes -0 count as above the axis, as `countCrossing` does.
    const angle = Math.atan2(this.y + 0, this.x) - Math.atan2(this.startY + 0, this.startX);
    return this.crossings + angle / TAU;
  }

  private closeQuarter(squared: number): void {
    const quarter = this.settings.schedule.quarterEnds.indexOf(this.steps);
    if (quarter < 0) return;
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
    this.peakTime = this.time;
  }

  /** @param lyapunov the growth rate of a tangent, where one was followed */
  measured(lyapunov = NaN): Measured {
    const { schedule, eps, rateD, rateG, method } = this.settings;
    const s = this.state;
    const { bounded } = this;
    const turns = this.turns();
    const [phi2, theta2] = [s[0]! ** 2 + s[1]! ** 2, s[2]! ** 2 + s[3]! ** 2];
    return {
      distance: bounded ? Math.sqrt(theta2) : Infinity,
      amplitude: bounded ? this.peak4 : Infinity,
      rate: bounded ? logRatio(this.peak4, this.peak3) / (schedule.horizon / 4) : NaN,
      settle: bounded ? this.settle : Infinity,
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
