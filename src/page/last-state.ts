import { fromQuery, toQuery, type Reading } from '../experiment/url.ts';
import type { Store } from './store.ts';

const KEY = 'ganfield:last';

/** How soon after a change it is kept, in milliseconds. */
const DELAY = 500;

/** The experiment that was open last; undefined where none is kept, or none that is still understood. */
export function lastState(): Reading | undefined {
  const query = attempt(() => localStorage.getItem(KEY));
  if (!query) return undefined;
  const reading = fromQuery(query);
  return reading.ignored.length === 0 ? reading : undefined;
}

/** Keeps the experiment for the next visit. */
export function keepLastState(store: Store): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = () => {
    clearTimeout(timer);
    timer = undefined;
    attempt(() => localStorage.setItem(KEY, toQuery(store.experiment)));
  };
  store.subscribe(() => {
    timer ??= setTimeout(keep, DELAY);
  });
  addEventListener('pagehide', keep);
}

/** Browsers that keep nothing, for privacy or for want of room, throw: then there is nothing. */
function attempt<T>(access: () => T): T | undefined {
  try {
    return access();
  } catch {
    return undefined;
  }
}
