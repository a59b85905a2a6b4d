import type { Observer } from '../measures/observe.ts';
import { VisitCounter } from '../measures/visit-counter.ts';
import type { Visits } from '../measures/visits.ts';
import { CHUNK_STEPS, newChunkBuffer, ROW, type ChunkBuffer } from '../models/chunk-buffer.ts';
import { isOnLine, turnToAxis } from '../models/lines.ts';
import { isOneDimensional } from '../models/state.ts';
import { observerOf, type Simulation } from './simulation.ts';

/**
 * One of two trajectories on its way to the horizon: its chunk buffer, and the observer that sees the
 * rows of whole steps in chunks and those of substeps one by one.
 */
export class Lane {
  readonly buffer: ChunkBuffer = newChunkBuffer();
  readonly observer: Observer;
  private readonly visits: VisitCounter | undefined;
  /** Within bounds so far, as far as the observer has seen. */
  goes = true;
  /** Rows of whole steps that the observer has not seen, and the share of the present step that is done. */
  private rows = 0;
  private done = 0;

  /** Whether tangents stay in the one-dimensional subspace. */
  inSubspace = false;
  private onLine = false;
  private readonly given = new Float64Array(4);
  private readonly isotropic: boolean;

  constructor(simulation: Simulation, visits?: Visits) {
    this.observer = observerOf(simulation);
    this.visits = visits && new VisitCounter(visits, simulation.schedule.steps);
    this.isotropic = simulation.isotropic;
  }

  /** Puts start number `index` of `starts` into row 0; one on a line through 0 goes along the first axis. */
  place(starts: Float64Array, index: number): void {
    const { buffer, given } = this;
    given.set(starts.subarray(4 * index, 4 * index + 4));
    buffer.set(given);
    this.inSubspace = isOneDimensional(given);
    this.onLine = this.isotropic && isOnLine(given);
    if (this.onLine) turnToAxis(buffer);
  }

  /** Sets out from row 0. @param number the start's among all starts */
  begin(number: number): void {
    const onLine = this.onLine ? this.given : undefined;
    this.observer.begin(this.buffer, onLine);
    this.visits?.begin(number, onLine);
    this.goes = true;
    this.rows = this.done = 0;
  }

  /** Goes nowhere: the other lane's trajectory is alone. */
  rest(): void {
    this.goes = false;
    this.rows = this.done = 0;
  }

  /** Takes in a step or substep, after which this share of its step is done. */
  record(state: Float64Array, diagnostics: Float64Array, done: number): void {
    const whole = done === 1 && this.done === 0;
    if (!whole || this.rows === CHUNK_STEPS) this.flush();
    const { buffer } = this;
    const row = (this.rows + 1) * ROW;
    buffer[row] = state[0]!;
    buffer[row + 1] = state[1]!;
    buffer[row + 2] = state[2]!;
    buffer[row + 3] = state[3]!;
    buffer[row + 4] = diagnostics[0]!;
    buffer[row + 5] = diagnostics[1]!;
    if (whole) {
      this.rows += 1;
    } else {
      // What is counted are whole steps.
      if (this.goes && done === 1) this.visits?.see(buffer, 1);
      if (this.goes) this.goes = this.observer.seeSubstep(buffer, done);
      this.goOnFrom(1);
    }
    this.done = done === 1 ? 0 : done;
  }

  /** Shows the observer the rows of whole steps that are recorded. */
  flush(): void {
    this.see(this.rows);
    this.rows = 0;
  }

  /** Shows the observer whole steps in rows 1 to `steps`, and goes on from the last one. */
  see(steps: number): void {
    if (this.goes && steps > 0) {
      this.visits?.see(this.buffer, steps);
      this.goes = this.observer.see(this.buffer, steps);
    }
    this.goOnFrom(steps);
  }

  private goOnFrom(row: number): void {
    const { buffer } = this;
    for (let i = 0; i < 4; i++) buffer[i] = buffer[row * ROW + i]!;
  }
}
