import { mapKey } from '../../experiment/keys.ts';
import type { MapPicture } from '../../figure/views.ts';
import { signalOf, type ReadonlySignal } from '../state/signal.ts';
import type { Store } from '../state/store.ts';
import type { ViewSet } from './view-set.ts';

/** The numbers that the map shows. */
export interface MapResults {
  readonly picture: MapPicture;
  /** There will be no finer ones. */
  readonly complete: boolean;
}

/** Reads the map's numbers back, which costs a GPU time, when somebody can use them. */
export interface ResultReader {
  /** Of the present experiment; undefined while there are none. */
  readonly results: ReadonlySignal<MapResults | undefined>;
  /** The map has other numbers. @param complete whether there will be no finer ones */
  request(complete: boolean): void;
  /** The present numbers belong to an earlier experiment, or an earlier view set. */
  reset(): void;
  /** Reads in a frame what was requested before it. */
  frame(viewSet: ViewSet): void;
}

interface Dependencies {
  readonly store: Store;
  readonly viewSet: ReadonlySignal<ViewSet | undefined>;
  onFailed(error: unknown): void;
}

export function resultReader({ store, viewSet, onFailed }: Dependencies): ResultReader {
  const results = signalOf<MapResults | undefined>(undefined);
  let requested: { readonly complete: boolean } | undefined;

  const read = async (from: ViewSet, complete: boolean) => {
    const key = mapKey(store.experiment);
    const picture = await from.map.results();
    if (key !== mapKey(store.experiment) || from !== viewSet.value) return;
    results.set(picture && { picture, complete });
  };
  return {
    results,
    request(complete) {
      // Until the finest are there, the first that are read serve.
      if (complete) requested = { complete };
      else if (!results.value) requested ??= { complete };
    },
    reset() {
      requested = undefined;
      results.set(undefined);
    },
    frame(present) {
      if (requested) read(present, requested.complete).catch(onFailed);
      requested = undefined;
    },
  };
}
