import type { GpuContext } from '../context.ts';

/** Frames that may wait for the adapter; one that shares the processor with the page gets fewer. */
const IN_FLIGHT = { software: 1, hardware: 2 };

/** How much of the average interval each new frame replaces. */
const SMOOTHING = 0.1;

/** Lets a frame begin only when the adapter is ready for it, and measures how often it is. */
export class FrameThrottle {
  private readonly context: GpuContext;
  private readonly most: number;
  private inFlight = 0;
  private lastEnd = 0;
  private average = 0;

  constructor(context: GpuContext) {
    this.context = context;
    this.most = context.software ? IN_FLIGHT.software : IN_FLIGHT.hardware;
  }

  /** Average time between frames, in milliseconds; 0 before there are two. */
  get interval(): number {
    return this.average;
  }

  /** Whether a frame may begin. @param busy its map has work, which comes first, if not just now */
  open(busy: boolean): boolean {
    if (this.inFlight >= this.most) return false;
    const { software, share } = this.context;
    return !software || share.hasRested || !(busy || share.isComputing);
  }

  /** Tells of a frame that was submitted just now. */
  submitted(): void {
    const begin = performance.now();
    this.inFlight += 1;
    const done = this.context.device.queue.onSubmittedWorkDone().then(() => {
      this.inFlight -= 1;
      const end = performance.now();
      if (this.lastEnd > 0) {
        const interval = end - this.lastEnd;
        this.average += (interval - this.average) * (this.average === 0 ? 1 : SMOOTHING);
      }
      this.lastEnd = end;
      this.context.share.frameDone(end - begin);
    });
    // A lost device finishes no frame.
    done.catch(() => {});
  }
}
