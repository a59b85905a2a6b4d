import { numberOf } from '../../experiment/experiment.ts';
import { isDegenerate } from '../../experiment/editing/planes.ts';
import { float32Steps, MIN_FLOAT32_STEPS } from '../../experiment/viewport.ts';
import { formatNumber } from '../../figure/text/number.ts';
import { t } from '../messages/messages.ts';
import type { PageAddress } from '../shell/address.ts';
import type { ColourRange } from '../shell/colour-range.ts';
import type { Notices } from '../shell/notices.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import { subscribeAll } from '../state/signal.ts';
import type { Store } from '../state/store.ts';
import type { LiveViews } from '../views/live-views.ts';
import { bindGestures } from './gestures.ts';
import type { PaneFrame } from './pane-frame.ts';
import { bindPaneKeys, describePane } from './pane-keys.ts';
import { paneTools } from './pane-tools.ts';
import type { ViewportControl } from './viewport-control.ts';

/** Where a tap sets an initial condition, in fractions of the window from its lower left. */
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
  const tools = life.own(paneTools(frames[0]!.square, viewport, address, colourRange));
  let beyondPrecision = false;
  let onLines = false;

  const join = (frame: PaneFrame) => {
    const { square } = frame;
    joined.push(frame);
    bindGestures(
      square,
      {
        beginGesture: viewport.beginGesture,
        move: viewport.move,
        endGesture: viewport.endGesture,
        tap: taps.add,
        doubleTap() {
          taps.undoAdd();
          viewport.reset();
        },
      },
      life.signal,
    );
    const add = () => taps.add(0.5, 0.5);
    bindPaneKeys(square, { move: viewport.move, reset: viewport.reset, add }, life.signal);
    describePane(square, frame.name, store.experiment.slice);
  };
  const notifyPrecision = () => {
    const { experiment } = store;
    const side = numberOf(experiment, 'resolution');
    const steps = float32Steps(experiment.slice, { width: side, height: side });
    const isBeyondPrecision =
      live.viewSet.value?.engine.kind === 'gpu' && steps < MIN_FLOAT32_STEPS;
    // Shown once, so that a dismissed notice stays away.
    if (isBeyondPrecision === beyondPrecision) return;
    beyondPrecision = isBeyondPrecision;
    notices.notify(
      'precision',
      isBeyondPrecision
        ? t('panes.tooDeep', { steps: formatNumber(Number(steps.toPrecision(2))) })
        : '',
    );
  };
  const notifyLines = () => {
    const isDegenerateNow = isDegenerate(store.experiment.slice);
    // Shown once as well.
    if (isDegenerateNow === onLines) return;
    onLines = isDegenerateNow;
    notices.notify('lines', onLines ? t('panes.onLines') : '');
  };
  const show = () => {
    tools.show();
    const { slice } = store.experiment;
    const isMoving = viewport.settledSlice.value !== slice;
    for (const { square, name } of joined) {
      describePane(square, name, slice);
      square.classList.toggle('moving', isMoving);
    }
    notifyPrecision();
    notifyLines();
  };

  for (const frame of frames) join(frame);
  show();
  life.onEnd(
    subscribeAll([store, live.viewSet, viewport.settledSlice, colourRange.isPinned], show),
  );
  return { join, destroy: life.destroy };
}
