import { fromQuery, toQuery, type Reading } from '../../experiment/format/url.ts';
import { writeStorage, readStorage } from './local-storage.ts';
import type { Store } from './store.ts';

const KEY = 'last';

/** Delay between a change and its storage, in milliseconds. */
const DELAY = 500;

/** The experiment that was open last; undefined where none is stored or it no longer parses. */
export function lastState(): Reading | undefined {
  const query = readStorage(KEY);
  if (!query) return undefined;
  const reading = fromQuery(query);
  return reading.ignored.length === 0 ? reading : undefined;
}

/** Stores the experiment for the next visit. */
export function saveLastState(store: Store): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    writeStorage(KEY, toQuery(store.experiment));
  };
  store.subscribe(() => {
    timer ??= setTimeout(save, DELAY);
  });
  addEventListener('pagehide', save);
}
