import type { PresetExperiment } from '../../experiment/editing/preset-experiments.ts';
import type { Experiment, Plane, Slice } from '../../experiment/experiment.ts';
import { isSlice, mapPlane, withMapPlane } from '../../experiment/plane.ts';
import { paneOf, type PaneKind } from '../../figure/pane-geometry.ts';
import { defaultViewport, withViewport } from '../../experiment/default-viewport.ts';
import {
  isSamePlane,
  isSameSlice,
  isSameViewport,
  panned,
  rounded,
  zoomed,
} from '../../experiment/viewport.ts';
import type { PageAddress } from '../shell/address.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import { signalOf, type ReadonlySignal } from '../state/signal.ts';
import type { Store } from '../state/store.ts';

/** Wheel or key steps within this time are one gesture, in milliseconds. */
const PAUSE = 450;

/**
 * Moves the viewports: of the map's plane and of the flow's slice, which are the same where no axis is a
 * parameter. Each gesture is an entry of the browser's history.
 */
export interface ViewportControl {
  /** The present slice, or during a gesture the one before it. */
  readonly settledSlice: ReadonlySignal<Slice>;
  /** Whether a gesture is on its way. */
  readonly moving: ReadonlySignal<boolean>;
  /** Of the map's viewport. */
  readonly isDefault: boolean;
  /** By fractions of the viewport, which then gets `factor` times narrower around a place of it. */
  move(kind: PaneKind, right: number, up: number, factor?: number, x?: number, y?: number): void;
  /** Restores the viewport of the preset or the default. */
  reset(kind: PaneKind): void;
  /** Begins a gesture that lasts, pauses included, until `endGesture`. */
  beginGesture(): void;
  endGesture(): void;
  destroy(): void;
}

interface Gesture {
  readonly kind: PaneKind;
  /** The viewport before and after rounding for the experiment. */
  exact: Plane;
  written: Plane;
}

interface Dependencies {
  readonly store: Store;
  readonly address: PageAddress;
  readonly presets: readonly PresetExperiment[];
}

export function openViewportControl({ store, address, presets }: Dependencies): ViewportControl {
  const life = lifetimeOf();
  /** The viewports before the first gesture; `defaults` has those of earlier history entries. */
  const first: Record<PaneKind, Plane> = {
    map: mapPlane(store.experiment),
    flow: store.experiment.slice,
  };
  const defaults = new Map<string, Plane>();
  const settledSlice = signalOf(store.experiment.slice);
  const moving = signalOf(false);
  let gesture: Gesture | undefined;
  let isHeld = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const endGesture = () => {
    clearTimeout(timer);
    isHeld = false;
    if (!gesture) return;
    defaults.set(boundsText(gesture.kind, gesture.written), first[gesture.kind]);
    gesture = undefined;
    settledSlice.set(store.experiment.slice);
    moving.set(false);
  };
  const change = (kind: PaneKind, next: (plane: Plane) => Plane) => {
    const plane = paneOf(store.experiment, kind);
    // Another part may have changed the plane since the last move.
    const isGoingOn = gesture?.kind === kind && isSameSlice(gesture.written, plane);
    const exact = next(isGoingOn ? gesture!.exact : plane);
    const written = rounded(exact);
    if (isSameViewport(written, plane)) {
      if (gesture) gesture = { kind, exact, written: plane };
      return;
    }
    if (!gesture) address.pushHistory();
    gesture = { kind, exact, written };
    clearTimeout(timer);
    if (!isHeld) timer = setTimeout(endGesture, PAUSE);
    moving.set(true);
    store.update(withPlaneOf(kind, store.experiment, written));
  };

  const currentDefault = (kind: PaneKind) => {
    const plane = paneOf(store.experiment, kind);
    if (!isSlice(plane)) return isSamePlane(first[kind], plane) ? first[kind] : plane;
    return isSameViewport(first[kind], plane)
      ? defaultViewport(store.experiment, presets)
      : withViewport(plane, first[kind]);
  };
  /** Takes the viewport that another part has set as the default one. */
  const follow = (kind: PaneKind, before: Experiment) => {
    const plane = paneOf(store.experiment, kind);
    const previous = paneOf(before, kind);
    if (gesture?.kind === kind && isSameSlice(plane, gesture.written)) return;
    if (isSameViewport(plane, previous) && isSlice(plane) === isSlice(previous)) return;
    first[kind] = defaults.get(boundsText(kind, plane)) ?? plane;
  };
  life.onEnd(
    store.subscribe(({ state, previous }) => {
      if (!gesture) settledSlice.set(state.experiment.slice);
      follow('map', previous.experiment);
      follow('flow', previous.experiment);
    }),
  );
  life.onEnd(() => clearTimeout(timer));

  return {
    settledSlice,
    moving,
    get isDefault() {
      return isSameViewport(currentDefault('map'), mapPlane(store.experiment));
    },
    move: (kind, right, up, factor = 1, x = 0.5, y = 0.5) =>
      change(kind, (plane) => zoomed(panned(plane, right, up), factor, x, y)),
    reset(kind) {
      endGesture();
      change(kind, () => currentDefault(kind));
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

function withPlaneOf(kind: PaneKind, experiment: Experiment, plane: Plane): Experiment {
  return kind === 'map' || !isSlice(plane)
    ? withMapPlane(experiment, plane)
    : { ...experiment, slice: plane };
}

function boundsText(kind: PaneKind, { x, y }: Plane): string {
  return [kind, x.min, x.max, y.min, y.max].join(' ');
}
