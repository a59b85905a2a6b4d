import { lifetimeOf } from '../state/lifetime.ts';
import type { Store } from '../state/store.ts';

interface Part {
  destroy(): void;
}

/** A part that is loaded and opened when the map has a parameter on an axis first. */
export function onParameterPlanes(store: Store, load: () => Promise<Part>): Part {
  const life = lifetimeOf();
  let isAsked = false;
  const follow = () => {
    if (isAsked || !store.experiment.parameterAxes) return;
    isAsked = true;
    load().then(life.own, () => {
      // The next change tries again.
      isAsked = false;
    });
  };
  follow();
  life.onEnd(store.subscribe(follow));
  return { destroy: life.destroy };
}
