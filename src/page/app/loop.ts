/** The page's one animation loop: runs while there is work and the page is visible. */
export interface Loop {
  /** Runs for at least `seconds` from now. */
  wake(seconds?: number): void;
  /** Average time from one frame to the next while it runs, in milliseconds; 0 when it rests. */
  readonly frameTime: number;
}

/** Longer frames count as this, in seconds: a hidden or stalled page does not jump. */
const MAX_FRAME_TIME = 0.1;

/** How much of the average each new frame replaces. */
const SMOOTHING = 0.1;

/**
 * @param frame does one frame's work; `seconds` have passed since the last one. Returns whether
 * there is more to do.
 */
export function startLoop(frame: (seconds: number) => boolean): Loop {
  let handle = 0;
  let previous = 0;
  let awakeUntil = 0;
  let average = 0;

  const step = (now: number) => {
    handle = 0;
    const seconds = previous === 0 ? 1 / 60 : (now - previous) / 1000;
    if (previous !== 0) average += (now - previous - average) * (average === 0 ? 1 : SMOOTHING);
    previous = now;
    const more = frame(Math.min(seconds, MAX_FRAME_TIME));
    if (more || now < awakeUntil) schedule();
    else rest();
  };
  const rest = () => {
    previous = 0;
    average = 0;
  };
  const schedule = () => {
    if (handle === 0 && !document.hidden) handle = requestAnimationFrame(step);
  };

  document.addEventListener('visibilitychange', () => {
    if (document.hidden) {
      cancelAnimationFrame(handle);
      handle = 0;
      rest();
    } else {
      schedule();
    }
  });
  schedule();

  return {
    wake(seconds = 0) {
      awakeUntil = Math.max(awakeUntil, performance.now() + 1000 * seconds);
      schedule();
    },
    get frameTime() {
      return average;
    },
  };
}
