import type { AugmentedState } from './method.ts';
import { ACROSS_MOST_CHANGE, ACROSS_MOST_RISE, ACROSS_SMALL } from './substeps.ts';
import type { Model } from '../models/model.ts';
import { norm } from '../models/norms.ts';

/**
 * The least share of it that the state shows, 16 roundings: what passes 0 at no distance goes round it in the
 * sense that L has.
 */
const LEAST = 16 * Number.EPSILON;

interface Held {
  across(): Across | undefined;
  readonly decay: number;
  readonly rateD: number;
  readonly rateG: number;
}

/**
 * Whether l may become so small on the way. In units of p = sqrt(rateG/rateD) |phi| the flow keeps K = r^2/2 - ln l,
 * r for |theta|, where |phi| stays: l is exp(-K) at least, and r below 1 + sqrt(2 K - 1).
 */
export function mayCarryAcross(
  { across, decay, rateD, rateG }: Held,
  start: Float64Array,
): boolean {
  const phi = norm(start[0]!, start[1]!);
  const l = Math.abs(start[0]! * start[3]! - start[1]! * start[2]!) / phi;
  if (!across() || !(l > 0)) return false;
  const unit = Math.sqrt(rateG / rateD) * phi;
  const kept = (norm(start[2]!, start[3]!) / unit) ** 2 / 2 - Math.log(l / unit);
  // Twice as much, as the method keeps K up to its errors.
  const most = 2 * (1 + Math.sqrt(Math.max(2 * kept - 1, 0)));
  return decay > 0 || Math.exp(-kept) < ACROSS_SMALL * most;
}

/**
 * What of theta lies across phi, l = L/|phi|, along one trajectory of a flow that turns phi alone and pulls theta
 * along it. Where l is so small that rounding, or the tolerance of an adaptive method, would decide what becomes
 * of it, its logarithm is carried from substep to substep, and what the flow does is known without the method:
 * theta moves along phi at the speed of the generator's learning rate. From there on |phi| is kept as well.
 * Twin of shaders/steps/across.wgsl.
 */
export class Across {
  /** Of l, while it is carried; 0 where it is not. */
  private sign = 0;
  /** ln|l|, now and after the substep that was tried last. */
  private log = 0;
  private next = 0;
  /** The |theta| that l was small against when it was taken from the state. */
  private scale = 0;
  /** |phi|, which L2 alone changes, since l was first carried; 0 before. */
  private length = 0;

  constructor(
    private readonly growth: NonNullable<Model['acrossGrowth']>,
    /** The players' learning rates, and the rate at which L2 shrinks |phi|. */
    private readonly settings: Pick<Held, 'rateD' | 'rateG' | 'decay'>,
  ) {}

  begin(): void {
    this.sign = this.length = 0;
  }

  /** Whether l is, or was, carried: tangents are not. */
  get wasCarried(): boolean {
    return this.length > 0;
  }

  /**
   * Tries a substep of length h, where l is carried from `s` on, and writes how the state changes to `change`.
   * @returns how many times too long it is, above 1 where l comes back too fast to be seen; undefined where the
   *   method has to say
   */
  attempt(s: AugmentedState, h: number, change: AugmentedState): number | undefined {
    if (this.sign === 0) this.take(s);
    if (this.sign === 0) return undefined;
    const { rateD, rateG, decay } = this.settings;
    const phi = norm(s[0]!, s[1]!);
    const [n1, n2] = [s[0]! / phi, s[1]! / phi];
    const x = n1 * s[2]! + n2 * s[3]!;
    const least = LEAST * this.scale;
    const shrunk = Math.exp(-decay * h);
    const rise = h * rateD * this.growth(phi, phi * shrunk, x, x + h * rateG);
    this.next = this.log + rise;
    const limit = Math.log(ACROSS_SMALL * this.scale);
    if (!(this.next <= limit + ACROSS_MOST_RISE && this.next > -Infinity)) return Infinity;
    const [from, to] = [Math.exp(this.log), Math.exp(this.next)];
    // |theta|^2 = x^2 + l^2 grows by 2 x, and phi turns by -dl/x, most of it where l is largest.
    const nearest = from > to ? x : x + h * rateG;
    const turn = nearest === 0 ? 0 : (this.sign * (from - to)) / nearest;
    const ofLength = nearest === 0 ? 0 : (from * from - to * to) / (2 * nearest);
    const along = x + h * rateG + ofLength;
    const across = this.sign * Math.max(to, least);
    const unit = 1 / Math.sqrt(1 + turn * turn);
    const [m1, m2] = [(n1 - turn * n2) * unit, (n2 + turn * n1) * unit];
    change.fill(0);
    change[0] = phi * shrunk * m1 - s[0]!;
    change[1] = phi * shrunk * m2 - s[1]!;
    change[2] = along * m1 - across * m2 - s[2]!;
    change[3] = along * m2 + across * m1 - s[3]!;
    return this.next > limit ? rise / ACROSS_MOST_RISE : 0;
  }

  /** How many times too long one of the shortest substeps is, of length h, by the method. */
  excessOf(s: AugmentedState, h: number, change: AugmentedState): number {
    const phi = norm(s[0]!, s[1]!);
    const from = norm(s[2]!, s[3]!);
    const to = norm(s[2]! + change[2]!, s[3]! + change[3]!);
    // What of theta lies across phi turns it at a speed of |l|/|phi|^2, and what lies along it moves ln|l|.
    const speed = Math.max(from, to) / phi / phi;
    return (h * this.settings.rateD * speed) / ACROSS_MOST_CHANGE;
  }

  /** After a substep of length h, which was tried last: sets |phi|. */
  keep(state: AugmentedState, h: number): void {
    if (this.sign !== 0) {
      this.log = this.next;
      if (!(this.log <= Math.log(ACROSS_SMALL * this.scale))) this.sign = 0;
    }
    if (this.length === 0) return;
    this.length *= Math.exp(-this.settings.decay * h);
    const factor = this.length / norm(state[0]!, state[1]!);
    state[0] = state[0]! * factor;
    state[1] = state[1]! * factor;
  }

  /** Takes l from the state, where it is small and not 0. */
  private take(s: AugmentedState): void {
    const phi = norm(s[0]!, s[1]!);
    const across = (s[0]! * s[3]! - s[1]! * s[2]!) / phi;
    const theta = norm(s[2]!, s[3]!);
    if (!(Math.abs(across) < ACROSS_SMALL * theta)) return;
    this.sign = Math.sign(across);
    this.log = Math.log(Math.abs(across));
    this.scale = theta;
    if (this.length === 0 && this.sign !== 0) this.length = phi;
  }
}
