import { SAMPLE_SIDE } from '../figure/colour/colour-scale.ts';

/** A run of so many starts or fewer is a coarse map, or less. */
const SHORT = SAMPLE_SIDE ** 2;

/** On a shared processor, frames rest for this many times their own length beside other work. */
const REST = 3;

/** A run's place beside the others on its device. */
export interface Turn {
  /** Whether others go first: `next` has to be waited for. */
  mustWait(): boolean;
  /** Resolves when none does. */
  next(): Promise<void>;
  end(): void;
}

/**
 * How maps, galleries and flows share one device, whose queue takes from all of them alike. Short
 * runs go before long ones, so that a coarse map waits for no fine one; frames of all flows together
 * leave the rest of the time to what computes.
 */
export class DeviceShare {
  private short = 0;
  private long = 0;
  private readonly waiting: (() => void)[] = [];
  private lastFrameEnd = -Infinity;
  private frameDuration = 0;

  /** Takes a run of so many starts in, until it ends. */
  begin(starts: number): Turn {
    const isShort = starts <= SHORT;
    const count = (change: 1 | -1) => {
      if (isShort) this.short += change;
      else this.long += change;
    };
    const mustWait = () => !isShort && this.short > 0;
    count(1);
    return {
      mustWait,
      next: async () => {
        while (mustWait()) await new Promise<void>((resolve) => this.waiting.push(resolve));
      },
      end: () => {
        count(-1);
        if (this.short === 0) for (const go of this.waiting.splice(0)) go();
      },
    };
  }

  /** Whether a flow may draw where computing and drawing share a processor. */
  get hasRested(): boolean {
    return performance.now() >= this.lastFrameEnd + REST * this.frameDuration;
  }

  get isComputing(): boolean {
    return this.short + this.long > 0;
  }

  /** Tells of a frame that ended just now. @param duration since it was submitted, in milliseconds */
  frameDone(duration: number): void {
    this.lastFrameEnd = performance.now();
    this.frameDuration = duration;
  }
}
