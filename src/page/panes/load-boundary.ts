import { lazyPart } from '../shell/lazy-part.ts';
import type { Notices } from '../shell/notices.ts';
import type { Store } from '../state/store.ts';
import type { LiveViews } from '../views/live-views.ts';

/** @returns what says in a notice how much of the map's plane the boundary between its labels fills */
export function lazyBoundary(
  store: Store,
  notices: Notices,
  { results }: Pick<LiveViews, 'results'>,
): () => void {
  const load = lazyPart(notices, () => import('./boundary.ts'));
  return () =>
    void load().then((part) => {
      if (part)
        notices.notify('boundary', part.boundaryText(store.experiment, results.value?.picture));
    });
}
