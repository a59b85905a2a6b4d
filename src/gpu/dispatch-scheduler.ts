import type { GpuContext } from './context.ts';
import { gpuTimerOf, type GpuTimer } from './gpu-timer.ts';

/**
 * How long a dispatch should take, in milliseconds: room for drawing in between, and far below what
 * a graphics driver takes for a hang (2 s).
 */
const TARGET = 24;

/**
 * What one step of one start costs at most, in milliseconds, before it was measured: 12 million steps
 * a second, which the processor and the weakest graphics cards do even by an adaptive method.
 */
const GUESS = 8e-5;

/** Fewer steps would cost less than fetching and storing the starts' observations. */
const LEAST_STEPS = 16;

/** Starts in a tile come in whole workgroups, of two starts an invocation. */
const TILE_GRANULARITY = 128;

/**
 * How far a single measurement may change the pace. A dispatch cannot seem faster than it is, but
 * for what its trajectories did; it may seem slower by all that a busy machine does.
 */
const [FASTER, SLOWER] = [8, 4];

/** Dispatches in flight: short ones are more, so that a fast adapter does not wait for the host. */
const MOST_IN_FLIGHT = 8;

/** One dispatch: so many steps of so many starts by this kernel. */
export interface Work {
  readonly kernel: GPUComputePipeline;
  readonly steps: number;
  readonly count: number;
}

/**
 * Cuts work into dispatches of `TARGET` by the time that earlier ones of the same kernel took, and
 * keeps the queue filled without running ahead. A kernel begins with the shortest dispatches.
 */
export class DispatchScheduler {
  private readonly device: GPUDevice;
  private readonly timer: GpuTimer;
  /** Milliseconds for one step of one start. */
  private readonly costs = new WeakMap<GPUComputePipeline, number>();
  private readonly begun = new WeakSet<GPUComputePipeline>();
  private readonly pending: { readonly done: Promise<void>; readonly length: number }[] = [];
  private stepsDone = 0;
  private timeSpent = 0;

  constructor({ device }: GpuContext) {
    this.device = device;
    this.timer = gpuTimerOf(device);
  }

  /** How many steps of `count` starts to put into the next dispatch. */
  stepsFor(kernel: GPUComputePipeline, count: number): number {
    const cost = this.costs.get(kernel);
    if (cost === undefined) return LEAST_STEPS;
    return Math.max(LEAST_STEPS, Math.floor(TARGET / (cost * count)));
  }

  /**
   * How many starts to integrate together, so that so many steps of them fit, or the fewest steps. As
   * few as can be, where many steps are asked of a kernel that was not measured.
   */
  startsFor(
    works: readonly { kernel: GPUComputePipeline; steps?: number | undefined }[],
    most: number,
  ): number {
    const fits = works.map(({ kernel, steps = LEAST_STEPS }) => {
      const cost = this.costs.get(kernel) ?? (steps > LEAST_STEPS ? Infinity : GUESS);
      return TARGET / (cost * steps);
    });
    const fitting = TILE_GRANULARITY * Math.floor(Math.min(...fits) / TILE_GRANULARITY);
    return Math.min(most, Math.max(TILE_GRANULARITY, fitting));
  }

  /** Steps of single starts a second, as measured. */
  get stepsPerSecond(): number {
    return this.timeSpent === 0 ? 0 : (1000 * this.stepsDone) / this.timeSpent;
  }

  /** What a dispatch's pass has to be begun with. */
  get descriptor(): GPUComputePassDescriptor {
    return this.timer.descriptor;
  }

  /** Submits a dispatch, and waits while another of the full length is in flight before it. */
  async submit(encoder: GPUCommandEncoder, work: Work): Promise<void> {
    const { kernel, steps, count } = work;
    const cost = this.costs.get(kernel);
    const length = cost === undefined ? TARGET : cost * steps * count;
    // The first one of a kernel is no measure: drivers finish compiling in it.
    const isMeasure = this.begun.has(kernel);
    this.begun.add(kernel);
    this.timer.record(encoder);
    this.device.queue.submit([encoder.finish()]);
    const done = this.timer.elapsed().then((elapsed) => {
      if (isMeasure) this.measured(elapsed, work);
    });
    // A failure is thrown where the dispatch is waited for, which a lost device may prevent.
    done.catch(() => {});
    this.pending.push({ done, length });
    while (this.isFull()) await this.pending.shift()!.done;
  }

  /** Waits for all that is in flight. */
  async settled(): Promise<void> {
    while (this.pending.length > 0) await this.pending.shift()!.done;
  }

  destroy(): void {
    this.timer.destroy();
  }

  private isFull(): boolean {
    if (this.pending.length < 2) return false;
    const length = this.pending.reduce((sum, one) => sum + one.length, 0);
    return length > 1.5 * TARGET || this.pending.length >= MOST_IN_FLIGHT;
  }

  private measured(elapsed: number, { kernel, steps, count }: Work): void {
    this.stepsDone += steps * count;
    this.timeSpent += elapsed;
    const seen = Math.max(elapsed, 0.1) / (steps * count);
    const previous = this.costs.get(kernel) ?? seen;
    this.costs.set(kernel, Math.min(SLOWER * previous, Math.max(previous / FASTER, seen)));
  }
}
