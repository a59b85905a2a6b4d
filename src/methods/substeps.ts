/**
 * How a step of a flow is done in shorter ones where it does not resolve the motion. Lengths are
 * shares of the step. Twin of shaders/steps/substeps.wgsl.
 */

/**
 * The shortest substep that resolves the motion. It is taken whatever its error, so that a kink of the field,
 * as the hinge's, cannot hold a trajectory up for ever.
 */
export const SHORTEST_SUBSTEP = 1 / 64;

/**
 * Where that one resolves nothing, substeps are as short as this, and so many of a step at most: a start far
 * out, as WGAN-div's, falls in at a rate of thousands and needs a dozen; what stays as fast is given up.
 */
export const LEAST_SUBSTEP = 1 / 4096;
export const LEAST_SUBSTEPS = 64;

/**
 * Below this share of |theta| what of it lies across phi is carried by its logarithm; see src/methods/across.ts. A
 * state in float32 holds it to 1e-4 there, and a tolerance of 1e-6 to as much as 1e-3.
 */
export const ACROSS_SMALL = 1e-3;

/**
 * How much ln of what of theta lies across phi may rise in a substep that takes it back to where the state holds
 * it well enough; see src/methods/across.ts.
 */
export const ACROSS_MOST_RISE = 1;

/**
 * How much of its own size phi, or ln of what of theta lies across it, may change in one of the shortest substeps,
 * which are taken whatever their error: that is relative to the whole state, and phi may be little of it. Beyond 2.8
 * of it RK4 makes a decay grow.
 */
export const ACROSS_MOST_CHANGE = 1;

/** How much the length of a substep may change, and what it stays below its estimate. */
export const SUBSTEP_GROWTH = { slowest: 0.2, fastest: 5, safety: 0.9 } as const;

/** A remainder longer than a substep by less than this is no substep of its own. */
export const SUBSTEP_SLACK = 1e-3;

/** The substeps of one step after another. */
export class Substeps {
  /** Share of the present step that is done, 1 where all of it is. */
  done = 1;
  /** Length of the substep to try now. */
  share = 1;
  /** The longest that a substep should be. */
  length = 1;
  /** How many of length `share` remain, this one included. */
  private count = 1;
  /** How many shorter than `SHORTEST_SUBSTEP` have been tried in this step. */
  private tried = 0;

  /** @param order the power of a substep's length with which its error falls */
  constructor(private readonly order: number) {}

  /** A new step, in substeps of at most this length. */
  begin(length: number): void {
    this.done = this.tried = 0;
    this.length = length;
    this.divide(1);
  }

  /**
   * Judges the substep of length `share` and sets the next one.
   * @param excess its error as a multiple of the one allowed
   * @param resolved whether it resolves the motion at all
   * @param hopeless whether no shorter one can be better
   * @returns whether it counts; if not, it is to be done again
   */
  judge(excess: number, resolved: boolean, hopeless: boolean): boolean {
    const { slowest, fastest, safety } = SUBSTEP_GROWTH;
    const { share } = this;
    const isGivenUp = this.tried >= LEAST_SUBSTEPS;
    const shortest = resolved || isGivenUp ? SHORTEST_SUBSTEP : LEAST_SUBSTEP;
    // So that an error that is no number is refused too.
    const accepted = excess <= 1 || this.length <= shortest || hopeless;
    const wanted = safety * excess ** (-1 / this.order);
    const factor = wanted > slowest ? Math.min(wanted, accepted ? fastest : 1) : slowest;
    const floor = isGivenUp ? shortest : Math.min(shortest, this.length);
    if (share < SHORTEST_SUBSTEP) this.tried += 1;
    this.length = Math.min(1, Math.max(share * factor, floor));
    if (accepted) this.done = this.count === 1 ? 1 : this.done + share;
    if (this.done < 1) this.divide(1 - this.done);
    return accepted;
  }

  /** What remains of a step, in substeps of one length. */
  private divide(rest: number): void {
    this.count = Math.max(1, Math.ceil(rest / this.length - SUBSTEP_SLACK));
    this.share = rest / this.count;
  }
}
