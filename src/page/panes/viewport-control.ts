import type { Slice } from '../../experiment/experiment.ts';
import { homeOf, withWindow } from '../../experiment/default-viewport.ts';
import { isSameWindow, panned, rounded, zoomed } from '../../experiment/viewport.ts';
import type { Landmarks } from '../app/address.ts';
import type { Store } from '../app/store.ts';

/** Steps of a wheel or a key that follow each other sooner are one gesture, in milliseconds. */
const PAUSE = 450;

/** Moves the slice's window; each gesture is a place in the browser's history. */
export interface WindowControl {
  /** A gesture is under way. */
  readonly moving: boolean;
  readonly isHome: boolean;
  /** By fractions of the window, which then gets `factor` times narrower around a place of it. */
  move(right: number, up: number, factor?: number, x?: number, y?: number): void;
  /** Back to the window that the preset or the default has. */
  reset(): void;
  /** The gesture goes on, pauses included, until it is settled. */
  hold(): void;
  settle(): void;
}

interface Gesture {
  /** The window as fingers have it, and as it was rounded for the experiment. */
  exact: Slice;
  written: Slice;
}

/** @param onSettled the gesture is over: what waited for its end may go on */
export function windowControl(
  store: Store,
  address: Landmarks,
  onSettled: () => void,
): WindowControl {
  /** The window before anybody zoomed, and what it was for windows that the way back leads to. */
  let home: Slice = store.experiment.slice;
  const homes = new Map<string, Slice>();
  let gesture: Gesture | undefined;
  let held = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const settle = () => {
    clearTimeout(timer);
    held = false;
    if (!gesture) return;
    homes.set(boundsText(gesture.written), home);
    gesture = undefined;
    onSettled();
  };
  const change = (next: (slice: Slice) => Slice) => {
    const { slice } = store.experiment;
    // Somebody else may have moved it meanwhile.
    const exact = next(gesture?.written === slice ? gesture.exact : slice);
    const written = rounded(exact);
    if (isSameWindow(written, slice)) {
      if (gesture) gesture = { exact, written: slice };
      return;
    }
    if (!gesture) address.landmark();
    gesture = { exact, written };
    clearTimeout(timer);
    if (!held) timer = setTimeout(settle, PAUSE);
    store.update({ ...store.experiment, slice: written });
  };

  const homeNow = () => {
    const { slice } = store.experiment;
    return isSameWindow(home, slice) ? homeOf(store.experiment) : withWindow(slice, home);
  };
  store.subscribe(({ slice }, { slice: before }) => {
    if (slice === gesture?.written || isSameWindow(slice, before)) return;
    home = homes.get(boundsText(slice)) ?? slice;
  });

  return {
    get moving() {
      return gesture !== undefined;
    },
    get isHome() {
      return isSameWindow(homeNow(), store.experiment.slice);
    },
    move: (right, up, factor = 1, x = 0.5, y = 0.5) =>
      change((slice) => zoomed(panned(slice, right, up), factor, x, y)),
    reset() {
      settle();
      change(homeNow);
      settle();
    },
    hold() {
      settle();
      held = true;
    },
    settle,
  };
}

function boundsText({ x, y }: Slice): string {
  return [x.min, x.max, y.min, y.max].join(' ');
}
