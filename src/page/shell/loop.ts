import { lifetimeOf } from '../state/lifetime.ts';
import { channelOf, type Source, type Unsubscribe } from '../state/signal.ts';

/**
 * A part's share of one frame; `seconds` have passed since the last one.
 * @returns whether there is more to do
 */
export type FrameTask = (seconds: number) => boolean;

/**
 * The page's one animation loop: runs while there is work and the page is visible. For scripts that
 * drive the page the root element says so: `data-loop` is `running` or `resting`.
 */
export interface Loop {
  /** Calls a task in every frame, after those that were added before it. @returns what removes it */
  add(task: FrameTask): Unsubscribe;
  /** Runs for at least `seconds` from now. */
  wake(seconds?: number): void;
  /** Average time from one frame to the next while it runs, in milliseconds; 0 when it rests. */
  readonly frameTime: number;
  /** Nobody has more to do: no frame follows the present one. */
  readonly resting: Source<void>;
  destroy(): void;
}

/** The loop runs this long after a change, in seconds: the duration of a picture's fade. */
export const FADE_TIME = 0.6;

/** Longer frames count as this, in seconds: a hidden or stalled page does not jump. */
const MAX_FRAME_TIME = 0.1;

/** How much of the average each new frame replaces. */
const SMOOTHING = 0.1;

export function openLoop(): Loop {
  const life = lifetimeOf();
  const tasks = new Set<{ readonly run: FrameTask }>();
  const resting = channelOf();
  let handle = 0;
  let previous = 0;
  let awakeUntil = 0;
  let average = 0;

  const step = (now: number) => {
    handle = 0;
    const seconds = previous === 0 ? 1 / 60 : (now - previous) / 1000;
    if (previous !== 0) average += (now - previous - average) * (average === 0 ? 1 : SMOOTHING);
    previous = now;
    let more = now < awakeUntil;
    for (const task of Array.from(tasks)) {
      if (tasks.has(task) && task.run(Math.min(seconds, MAX_FRAME_TIME))) more = true;
    }
    if (more) {
      schedule();
      return;
    }
    resting.emit();
    // A listener may have woken the loop.
    if (handle === 0) rest();
  };
  const { dataset } = document.documentElement;
  const rest = () => {
    previous = 0;
    average = 0;
    dataset['loop'] = 'resting';
  };
  const schedule = () => {
    if (handle !== 0 || document.hidden || life.signal.aborted) return;
    handle = requestAnimationFrame(step);
    dataset['loop'] = 'running';
  };
  const stop = () => {
    cancelAnimationFrame(handle);
    handle = 0;
    rest();
  };

  document.addEventListener('visibilitychange', () => (document.hidden ? stop() : schedule()), {
    signal: life.signal,
  });
  life.onEnd(() => {
    stop();
    delete dataset['loop'];
  });

  return {
    add(run) {
      const task = { run };
      tasks.add(task);
      schedule();
      return () => void tasks.delete(task);
    },
    wake(seconds = 0) {
      awakeUntil = Math.max(awakeUntil, performance.now() + 1000 * seconds);
      schedule();
    },
    get frameTime() {
      return average;
    },
    resting,
    destroy: life.destroy,
  };
}
