import type { PresetExperiment } from '../../experiment/editing/preset-experiments.ts';
import type { Slice } from '../../experiment/experiment.ts';
import { defaultViewport, withViewport } from '../../experiment/default-viewport.ts';
import { isSameViewport, panned, rounded, zoomed } from '../../experiment/viewport.ts';
import type { PageAddress } from '../shell/address.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import { signalOf, type ReadonlySignal } from '../state/signal.ts';
import type { Store } from '../state/store.ts';

/** Wheel or key steps within this time are one gesture, in milliseconds. */
const PAUSE = 450;

/** Moves the slice's viewport; each gesture is an entry of the browser's history. */
export interface ViewportControl {
  /** The present slice, or during a gesture the one before it. */
  readonly settledSlice: ReadonlySignal<Slice>;
  readonly isDefault: boolean;
  /** By fractions of the viewport, which then gets `factor` times narrower around a place of it. */
  move(right: number, up: number, factor?: number, x?: number, y?: number): void;
  /** Restores the viewport of the preset or the default. */
  reset(): void;
  /** Begins a gesture that lasts, pauses included, until `endGesture`. */
  beginGesture(): void;
  endGesture(): void;
  destroy(): void;
}

interface Gesture {
  /** The viewport before and after rounding for the experiment. */
  exact: Slice;
  written: Slice;
}

interface Dependencies {
  readonly store: Store;
  readonly address: PageAddress;
  readonly presets: readonly PresetExperiment[];
}

export function openViewportControl({ store, address, presets }: Dependencies): ViewportControl {
  const life = lifetimeOf();
  /** The viewport before the first gesture; `defaultSlices` has those of earlier history entries. */
  let defaultSlice: Slice = store.experiment.slice;
  const defaultSlices = new Map<string, Slice>();
  const settledSlice = signalOf(defaultSlice);
  let gesture: Gesture | undefined;
  let isHeld = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const endGesture = () => {
    clearTimeout(timer);
    isHeld = false;
    if (!gesture) return;
    defaultSlices.set(boundsText(gesture.written), defaultSlice);
    gesture = undefined;
    settledSlice.set(store.experiment.slice);
  };
  const change = (next: (slice: Slice) => Slice) => {
    const { slice } = store.experiment;
    // Another part may have changed the slice since the last move.
    const exact = next(gesture?.written === slice ? gesture.exact : slice);
    const written = rounded(exact);
    if (isSameViewport(written, slice)) {
      if (gesture) gesture = { exact, written: slice };
      return;
    }
    if (!gesture) address.pushHistory();
    gesture = { exact, written };
    clearTimeout(timer);
    if (!isHeld) timer = setTimeout(endGesture, PAUSE);
    store.update({ ...store.experiment, slice: written });
  };

  const currentDefault = () => {
    const { slice } = store.experiment;
    return isSameViewport(defaultSlice, slice)
      ? defaultViewport(store.experiment, presets)
      : withViewport(slice, defaultSlice);
  };
  life.onEnd(
    store.subscribe(({ state, previous }) => {
      const [{ slice }, { slice: before }] = [state.experiment, previous.experiment];
      if (!gesture) settledSlice.set(slice);
      if (slice === gesture?.written || isSameViewport(slice, before)) return;
      defaultSlice = defaultSlices.get(boundsText(slice)) ?? slice;
    }),
  );
  life.onEnd(() => clearTimeout(timer));

  return {
    settledSlice,
    get isDefault() {
      return isSameViewport(currentDefault(), store.experiment.slice);
    },
    move: (right, up, factor = 1, x = 0.5, y = 0.5) =>
      change((slice) => zoomed(panned(slice, right, up), factor, x, y)),
    reset() {
      endGesture();
      change(currentDefault);
      endGesture();
    },
    beginGesture() {
      endGesture();
      isHeld = true;
    },
    endGesture,
    destroy: life.destroy,
  };
}

function boundsText({ x, y }: Slice): string {
  return [x.min, x.max, y.min, y.max].join(' ');
}
