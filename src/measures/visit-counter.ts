/** What a trajectory visits in the last part of the horizon, counted in bins. Twin of shaders/visits/counted.wgsl. */
import { ROW, type ChunkBuffer } from '../models/chunk-buffer.ts';
import { lineDirection } from '../models/lines.ts';
import { norm } from '../models/norms.ts';
import { angularMomentum, COMPONENTS, type Component } from '../models/state.ts';
import { isBounded } from './bounds.ts';
import type { VisitBins, Visited, Visits } from './visits.ts';

/** Shares of a horizon are counted in so many parts, in whole numbers, so that both engines count the same steps. */
const PARTS = 65_536;

/** The parts of a horizon that are counted, of 65,536. */
export function countedParts(last: number): number {
  return Math.max(1, Math.round(last * PARTS));
}

/** How many of so many steps are counted: the last ones, at least one. */
export function countedSteps(steps: number, last: number): number {
  return Math.max(1, Math.floor((steps * countedParts(last) + PARTS / 2) / PARTS));
}

/** The component that is counted; undefined where it is another number. */
export function visitedComponent(of: Visited): Component | undefined {
  return isComponent(of) ? of : undefined;
}

/** The number of a state, less the target, that is counted. */
export function visitedValue(of: Visited, s: ArrayLike<number>): number {
  return isComponent(of) ? s[COMPONENTS.indexOf(of)]! : numberOf(of, s);
}

function isComponent(of: Visited): of is Component {
  return (COMPONENTS as readonly string[]).includes(of);
}

function numberOf(of: Exclude<Visited, Component>, s: ArrayLike<number>): number {
  const [phi, theta] = [norm(s[0]!, s[1]!), norm(s[2]!, s[3]!)];
  switch (of) {
    case 'length':
      return norm(phi, theta);
    case 'phi-length':
      return phi;
    case 'theta-length':
      return theta;
    case 'L':
      return angularMomentum(s);
    case 'E':
      return (phi * phi + theta * theta) / 2;
  }
}

/** The bin that a value lies in, from 0; undefined where it is outside all of them. */
export function binOf({ low, high, rows }: VisitBins, value: number): number | undefined {
  const position = ((value - low) * rows) / (high - low);
  return position >= 0 && position <= rows ? Math.min(Math.floor(position), rows - 1) : undefined;
}

/** Counts what the trajectories of one lane visit, one after the other. */
export class VisitCounter {
  private readonly visits: Visits;
  private readonly steps: number;
  /** Steps that are not counted. */
  private readonly skipped: number;
  private done = 0;
  private column = 0;
  private bounded = true;
  private readonly state = new Float64Array(4);
  /** The direction of a line that was turned to the first axis. */
  private direction: readonly [number, number] | undefined;

  /** @param steps of each trajectory */
  constructor(visits: Visits, steps: number) {
    this.visits = visits;
    this.steps = steps;
    this.skipped = steps - countedSteps(steps, visits.bins.last);
  }

  /**
   * Begins a trajectory.
   * @param start its number among all starts
   * @param onLine the start in two dimensions, where its line was turned to the first axis
   */
  begin(start: number, onLine: Float64Array | undefined): void {
    const { bins } = this.visits;
    this.column = bins.rows * Math.floor(start / bins.startsPerColumn);
    this.direction = onLine && lineDirection(onLine);
    this.done = 0;
    this.bounded = true;
  }

  /** The next `count` steps, in rows 1 to `count` of `buffer`. */
  see(buffer: ChunkBuffer, count: number): void {
    const { state, skipped, visits } = this;
    for (let row = 1; row <= count && this.bounded; row++) {
      this.done += 1;
      for (let i = 0; i < 4; i++) state[i] = buffer[row * ROW + i]!;
      this.bounded = isBounded(state);
      if (!this.bounded || this.done <= skipped || this.done > this.steps) continue;
      if (this.direction) turnBack(state, this.direction);
      const bin = binOf(visits.bins, visitedValue(visits.bins.of, state));
      if (bin !== undefined) visits.counts[this.column + bin]! += 1;
    }
  }
}

/** From the first axis to a line of this direction, in place. */
function turnBack(s: Float64Array, [d1, d2]: readonly [number, number]): void {
  const [phi, theta] = [s[0]!, s[2]!];
  s[0] = phi * d1;
  s[1] = phi * d2;
  s[2] = theta * d1;
  s[3] = theta * d2;
}
