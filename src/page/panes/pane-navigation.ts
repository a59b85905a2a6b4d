import { withCrossHair } from '../../experiment/editing/cross-hair.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { isSlice, mapPlane } from '../../experiment/plane.ts';
import { paneOf } from '../../figure/pane-geometry.ts';
import { isDegenerate } from '../../experiment/editing/planes.ts';
import { t } from '../messages/messages.ts';
import type { PageAddress } from '../shell/address.ts';
import type { ColourRange } from '../shell/colour-range.ts';
import type { Notices } from '../shell/notices.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import { subscribeAll } from '../state/signal.ts';
import type { Store } from '../state/store.ts';
import type { LiveViews } from '../views/live-views.ts';
import { isDeep } from '../views/view-set.ts';
import { bindGestures } from './gestures.ts';
import type { PaneFrame } from './pane-frame.ts';
import { bindPaneKeys, describePane } from './pane-keys.ts';
import { fillButtons, paneTools } from './pane-tools.ts';
import { onParameterPlanes } from './parameter-part.ts';
import { openPlaneSwap } from './plane-swap.ts';
import type { ViewportControl } from './viewport-control.ts';

/** Where a tap sets an initial condition, in fractions of a pane from its lower left. */
export interface TapTarget {
  add(x: number, y: number): void;
  /** Undoes the last `add`. */
  undoAdd(): void;
}

interface Dependencies {
  readonly store: Store;
  readonly address: PageAddress;
  readonly notices: Notices;
  readonly viewport: ViewportControl;
  readonly live: Pick<LiveViews, 'viewSet'>;
  readonly taps: TapTarget;
  readonly frames: readonly PaneFrame[];
  readonly colourRange: ColourRange;
}

/** Zoom, pan and taps on all panes that show the page's slice. */
export interface PaneNavigation {
  /** Binds the gestures of another pane that shows the same slice. */
  join(frame: PaneFrame): void;
  destroy(): void;
}

export function openPaneNavigation(dependencies: Dependencies): PaneNavigation {
  const { store, address, notices, viewport, live, taps, frames, colourRange } = dependencies;
  const life = lifetimeOf();
  const joined: PaneFrame[] = [];
  const planeSwap = life.own(openPlaneSwap(store));
  const fill = fillButtons(frames, life);
  const tools = life.own(
    paneTools(frames[0]!.square, viewport, address, colourRange, planeSwap, fill),
  );
  life.own(
    onParameterPlanes(store, async () => {
      const { openCrossHair } = await import('./cross-hair.ts');
      return openCrossHair(store, frames[0]!.square);
    }),
  );
  let beyondPrecision = false;
  let onLines = false;

  const join = (frame: PaneFrame) => {
    const { square, kind } = frame;
    joined.push(frame);
    let untapped: Experiment | undefined;
    // On a map over parameters a tap says where the phase space is shown.
    const tap = (x: number, y: number) => {
      untapped = undefined;
      if (kind === 'flow' || !store.experiment.parameterAxes) return taps.add(x, y);
      untapped = store.experiment;
      store.update(withCrossHair(store.experiment, { x, y }));
    };
    const move = viewport.move.bind(undefined, kind);
    const reset = () => viewport.reset(kind);
    bindGestures(
      square,
      {
        beginGesture: viewport.beginGesture,
        move,
        endGesture: viewport.endGesture,
        tap,
        doubleTap() {
          if (untapped) store.update(untapped);
          else taps.undoAdd();
          reset();
        },
      },
      life.signal,
    );
    bindPaneKeys(square, { move, reset, add: () => tap(0.5, 0.5) }, life.signal);
    describePane(square, frame.name, paneOf(store.experiment, kind));
  };
  const notifyPrecision = () => {
    const isBeyondPrecision = live.viewSet.value?.engine.kind === 'gpu' && isDeep(store.experiment);
    // Shown once, so that a dismissed notice stays away.
    if (isBeyondPrecision === beyondPrecision) return;
    beyondPrecision = isBeyondPrecision;
    notices.notify('precision', isBeyondPrecision ? t('panes.deep') : '');
  };
  const notifyLines = () => {
    const plane = mapPlane(store.experiment);
    const isDegenerateNow = isSlice(plane) && isDegenerate(plane);
    // Shown once as well.
    if (isDegenerateNow === onLines) return;
    onLines = isDegenerateNow;
    notices.notify('lines', onLines ? t('panes.onLines') : '');
  };
  const show = () => {
    tools.show();
    const isMoving = viewport.moving.value;
    for (const { square, name, kind } of joined) {
      describePane(square, name, paneOf(store.experiment, kind));
      square.classList.toggle('moving', isMoving);
    }
    notifyPrecision();
    notifyLines();
  };

  for (const frame of frames) join(frame);
  show();
  life.onEnd(subscribeAll([store, live.viewSet, viewport.moving, colourRange.isPinned], show));
  return { join, destroy: life.destroy };
}
