import type { GpuContext } from './context.ts';

/** How long a dispatch should take, in milliseconds: it leaves room for drawing in between. */
const TARGET = 24;

/** First guess of what one step of one start costs, in milliseconds; measured from then on. */
const GUESS = { software: 2e-5, hardware: 2e-8 };

/** Fewer steps would cost less than fetching and storing the starts' observations. */
const LEAST_STEPS = 16;

/** Dispatches in flight: the next is ready before the present one ends. */
const IN_FLIGHT = 2;

/**
 * Cuts work into dispatches that fit a frame, by the time that earlier ones took, and keeps the
 * queue filled without running ahead.
 */
export class Pace {
  private readonly device: GPUDevice;
  private cost: number;
  private readonly pending: Promise<void>[] = [];
  private lastEnd = 0;
  private stepsDone = 0;
  private timeSpent = 0;

  constructor({ device, software }: GpuContext) {
    this.device = device;
    this.cost = software ? GUESS.software : GUESS.hardware;
  }

  /** How many steps of `count` starts to put into the next dispatch. */
  stepsFor(count: number): number {
    return Math.max(LEAST_STEPS, Math.floor(TARGET / (this.cost * count)));
  }

  /** Steps of single starts a second, as measured. */
  get stepsPerSecond(): number {
    return this.timeSpent === 0 ? 0 : (1000 * this.stepsDone) / this.timeSpent;
  }

  /**
   * Tells of a submitted dispatch, and waits while too many are in flight. The first one of a
   * pipeline is no measure: drivers finish compiling in it.
   */
  async submitted(steps: number, count: number, first: boolean): Promise<void> {
    const begun = performance.now();
    this.pending.push(
      this.device.queue
        .onSubmittedWorkDone()
        .then(() => (first ? this.skipped() : this.ended(begun, steps * count))),
    );
    while (this.pending.length >= IN_FLIGHT) await this.pending.shift();
  }

  /** Waits for all that is in flight. */
  async settled(): Promise<void> {
    while (this.pending.length > 0) await this.pending.shift();
  }

  private skipped(): void {
    this.lastEnd = performance.now();
  }

  private ended(begun: number, work: number): void {
    const now = performance.now();
    const elapsed = now - Math.max(begun, this.lastEnd);
    this.lastEnd = now;
    this.stepsDone += work;
    this.timeSpent += elapsed;
    // A single hiccup may change the pace by no more than half, either way.
    const seen = Math.max(elapsed, 0.1) / work;
    this.cost = Math.min(2 * this.cost, Math.max(this.cost / 2, seen));
  }
}
