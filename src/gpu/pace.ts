import type { GpuContext } from './context.ts';
import { stopwatchOf, type Stopwatch } from './stopwatch.ts';

/**
 * How long a dispatch should take, in milliseconds: room for drawing in between, or, where nothing
 * is drawn, well under what a graphics driver takes for a hang (2 s).
 */
const TARGET = { frames: 24, patient: 150 };

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
  private readonly stopwatch: Stopwatch;
  private readonly target: number;
  private cost: number;
  private readonly pending: Promise<void>[] = [];
  private stepsDone = 0;
  private timeSpent = 0;

  constructor({ device, software, patient }: GpuContext) {
    this.target = patient ? TARGET.patient : TARGET.frames;
    this.device = device;
    this.stopwatch = stopwatchOf(device);
    this.cost = software ? GUESS.software : GUESS.hardware;
  }

  /** How many steps of `count` starts to put into the next dispatch. */
  stepsFor(count: number): number {
    return Math.max(LEAST_STEPS, Math.floor(this.target / (this.cost * count)));
  }

  /** Steps of single starts a second, as measured. */
  get stepsPerSecond(): number {
    return this.timeSpent === 0 ? 0 : (1000 * this.stepsDone) / this.timeSpent;
  }

  /** What a dispatch's pass has to be begun with. */
  get descriptor(): GPUComputePassDescriptor {
    return this.stopwatch.descriptor;
  }

  /**
   * Submits a dispatch, and waits while too many are in flight. The first one of a pipeline is no
   * measure: drivers finish compiling in it.
   */
  async submit(encoder: GPUCommandEncoder, work: number, first: boolean): Promise<void> {
    this.stopwatch.record(encoder);
    this.device.queue.submit([encoder.finish()]);
    const done = this.stopwatch.elapsed().then((elapsed) => {
      if (!first) this.measured(elapsed, work);
    });
    // A failure is thrown where the dispatch is waited for, which a lost device may prevent.
    done.catch(() => {});
    this.pending.push(done);
    while (this.pending.length >= IN_FLIGHT) await this.pending.shift();
  }

  /** Waits for all that is in flight. */
  async settled(): Promise<void> {
    while (this.pending.length > 0) await this.pending.shift();
  }

  destroy(): void {
    this.stopwatch.destroy();
  }

  private measured(elapsed: number, work: number): void {
    this.stepsDone += work;
    this.timeSpent += elapsed;
    // A single hiccup may change the pace by no more than half, either way.
    const seen = Math.max(elapsed, 0.1) / work;
    this.cost = Math.min(2 * this.cost, Math.max(this.cost / 2, seen));
  }
}
