import { pinnedEnds } from '../../experiment/ensemble/ensemble.ts';
import type { ColourScale } from '../../figure/colour/colour-scale.ts';
import { withPinnedEnds } from '../../figure/colour/pin.ts';
import { derived, signalOf, type ReadonlySignal } from '../state/signal.ts';
import type { Store } from '../state/store.ts';

/** The range of the map's colours: fitted to what is shown, held for a while, or pinned. */
export interface ColourRange {
  /** The scale whose range is kept for a while; undefined where each map has its own. */
  readonly held: ReadonlySignal<ColourScale | undefined>;
  /** Whether the experiment pins it. */
  readonly isPinned: ReadonlySignal<boolean>;
  /** The map has this scale now. Another measure's ends what was held. */
  show(scale: ColourScale): void;
  /** Pins the present range in the experiment, or unpins it. */
  toggle(): void;
  /** Keeps the present range until the returned function is called, so that colours compare. */
  hold(): () => void;
  destroy(): void;
}

export function openColourRange(store: Store): ColourRange {
  let present: ColourScale | undefined;
  const held = signalOf<ColourScale | undefined>(undefined);
  let holds = 0;
  const isPinned = derived(() => pinnedEnds(store.experiment) !== undefined, [store]);
  return {
    held,
    isPinned,
    show(scale) {
      present = scale;
      if (held.value?.measure.id !== scale.measure.id) held.set(undefined);
    },
    toggle() {
      const { colours: _, ...fitted } = store.experiment;
      if (isPinned.value) store.update(fitted);
      else if (present && present.measure.scale !== 'basins')
        store.update(withPinnedEnds(store.experiment, present));
    },
    hold() {
      holds += 1;
      held.set(held.value ?? present);
      let ended = false;
      return () => {
        if (ended) return;
        ended = true;
        holds -= 1;
        if (holds === 0) held.set(undefined);
      };
    },
    destroy: () => isPinned.destroy(),
  };
}
