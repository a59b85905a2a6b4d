import type { ColourScale } from '../../figure/colour/colour-scale.ts';
import { derived, signalOf, type ReadonlySignal } from '../state/signal.ts';

/** The range of the map's colours: fitted to what is shown, or pinned. */
export interface ColourRange {
  /** The scale whose range is kept; undefined where each map has its own. */
  readonly pinned: ReadonlySignal<ColourScale | undefined>;
  /** Whether the user has pinned it. */
  readonly isPinned: ReadonlySignal<boolean>;
  /** The map has this scale now. Another measure's ends what was pinned. */
  show(scale: ColourScale): void;
  toggle(): void;
  /** Keeps the present range until the returned function is called, so that colours compare. */
  hold(): () => void;
  destroy(): void;
}

export function openColourRange(): ColourRange {
  let present: ColourScale | undefined;
  const chosen = signalOf<ColourScale | undefined>(undefined);
  const held = signalOf<ColourScale | undefined>(undefined);
  let holds = 0;
  const pinned = derived(() => chosen.value ?? held.value, [chosen, held]);
  const isPinned = derived(() => chosen.value !== undefined, [chosen]);
  return {
    pinned,
    isPinned,
    show(scale) {
      present = scale;
      if (chosen.value?.measure.id !== scale.measure.id) chosen.set(undefined);
      if (held.value?.measure.id !== scale.measure.id) held.set(undefined);
    },
    toggle: () => chosen.set(chosen.value ? undefined : present),
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
    destroy() {
      pinned.destroy();
      isPinned.destroy();
    },
  };
}
