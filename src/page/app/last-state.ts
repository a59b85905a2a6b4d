import type { GameCompiler } from '../../experiment/format/read-game.ts';
import { fromQuery, toQuery, type Reading } from '../../experiment/format/url.ts';
import { writeStorage, readStorage } from '../shell/local-storage.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import type { Store } from '../state/store.ts';

const KEY = 'last';

/** Delay between a change and its storage, in milliseconds. */
const DELAY = 500;

/** The experiment that was open last; undefined where none is stored or it no longer parses. */
export function lastState(compile?: GameCompiler): Reading | undefined {
  const query = lastQuery();
  if (query === '') return undefined;
  const reading = fromQuery(query, compile);
  return reading.ignored.length === 0 ? reading : undefined;
}

/** The stored experiment as a query; empty where none is. */
export function lastQuery(): string {
  return readStorage(KEY) ?? '';
}

export interface LastState {
  destroy(): void;
}

/** Stores the experiment for the next visit. */
export function saveLastState(store: Store): LastState {
  const life = lifetimeOf();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    writeStorage(KEY, toQuery(store.experiment));
  };
  life.onEnd(() => timer !== undefined && save());
  life.onEnd(
    store.subscribe(() => {
      timer ??= setTimeout(save, DELAY);
    }),
  );
  addEventListener('pagehide', save, { signal: life.signal });
  return { destroy: life.destroy };
}
