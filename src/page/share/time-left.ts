/** How long a stage takes until its rate is worth an estimate, in seconds. */
const PATIENCE = 3;

/** How much of a stage has to be done for that. */
const ENOUGH = 0.01;

/** Above so many seconds a time is given in minutes. */
const LONG = 90;

export interface TimeLeft {
  readonly unit: 'seconds' | 'minutes';
  readonly count: number;
}

/**
 * How long a stage still takes at its rate so far, as a person would round it; undefined before that
 * can be said.
 * @param elapsed seconds since it was at `from`
 * @param from fraction done at first @param now fraction done by now
 */
export function timeLeft(elapsed: number, from: number, now: number): TimeLeft | undefined {
  const gained = now - from;
  if (elapsed < PATIENCE || gained < ENOUGH) return undefined;
  const seconds = ((1 - now) * elapsed) / gained;
  if (seconds > LONG) return { unit: 'minutes', count: Math.round(seconds / 60) };
  const step = seconds > 10 ? 5 : 1;
  return { unit: 'seconds', count: Math.max(1, step * Math.round(seconds / step)) };
}
