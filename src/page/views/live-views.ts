/** The page's own map and flow: from the present experiment to pixels, frame by frame. */
import { mapPlane } from '../../experiment/plane.ts';
import { shownDiagram } from '../../experiment/editing/page-state.ts';
import { numberOf, type Plane, type Slice } from '../../experiment/experiment.ts';
import { mapKey, differOnlyInInitialConditions } from '../../experiment/keys.ts';
import type { ColourScale } from '../../figure/colour/colour-scale.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import { errorText } from '../messages/error-text.ts';
import { t } from '../messages/messages.ts';
import type { ColourRange } from '../shell/colour-range.ts';
import type { Playback } from '../shell/playback.ts';
import { FADE_TIME, type Loop } from '../shell/loop.ts';
import type { Notices } from '../shell/notices.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import {
  channelOf,
  signalOf,
  subscribeAll,
  type ReadonlySignal,
  type Source,
} from '../state/signal.ts';
import type { Store } from '../state/store.ts';
import { resultReader, type MapResults, type ResultReader } from './map-results.ts';
import { openViewManager } from './view-manager.ts';
import type { ViewSet } from './view-set.ts';
import type { FlowView, MapEvents } from '../../figure/views.ts';

/** Where a view draws. */
export interface ViewPlace {
  /** The side of its canvas; 0 where it is not shown. */
  readonly devicePixels: number;
  readonly resizes: Source<void>;
  freshCanvas(): HTMLCanvasElement;
  /** Puts the canvas where its slice lies in the one that is wanted. */
  place(shown: Plane | undefined, wanted: Plane): void;
  /** Whether what it shows is still on its way. */
  showBusy(busy: boolean): void;
}

export interface LiveViews {
  readonly viewSet: ReadonlySignal<ViewSet | undefined>;
  readonly scale: ReadonlySignal<ColourScale | undefined>;
  /** Of the present experiment; undefined while there are none. */
  readonly results: ReadonlySignal<MapResults | undefined>;
  /** The map has all the starts that were asked for. */
  readonly finishes: Source<void>;
  /** The map shows the present experiment, if only coarsely. */
  readonly mapIsCurrent: boolean;
  /** The flow, where it is shown and particles move. */
  readonly flow: FlowView | undefined;
  /** Steps that the flow takes in the present frame. */
  readonly steps: number;
  destroy(): void;
}

interface Dependencies {
  readonly store: Store;
  readonly theme: ReadonlySignal<Theme>;
  readonly loop: Loop;
  readonly notices: Notices;
  readonly playback: Playback;
  readonly colourRange: ColourRange;
  /** The slice that particles set out on: they do not begin anew while the viewport moves. */
  readonly settledSlice: ReadonlySignal<Slice>;
  readonly places: Readonly<Record<'map' | 'flow', ViewPlace>>;
}

export function openLiveViews(dependencies: Dependencies): LiveViews {
  const { store, loop, notices, playback, places, colourRange } = dependencies;
  const life = lifetimeOf();
  const scale = signalOf<ColourScale | undefined>(undefined);
  const finishes = channelOf();
  const wake = () => loop.wake(FADE_TIME);
  const failed = (error: unknown) => {
    if (life.signal.aborted) return;
    notices.notify('failure', t('notices.failed', { reason: errorText(error) }));
  };
  const events: MapEvents = {
    scale(next) {
      if (life.signal.aborted) return;
      scale.set(next);
      colourRange.show(next);
      reader.request(false);
      wake();
    },
    finished() {
      if (life.signal.aborted) return;
      reader.request(true);
      finishes.emit();
      wake();
    },
    failed,
  };
  const canvases = {
    map() {
      places.map.showBusy(true);
      return places.map.freshCanvas();
    },
    flow: places.flow.freshCanvas,
  };
  const { viewSet } = life.own(openViewManager({ canvases, events, notices }));
  const reader = resultReader({ store, viewSet, onFailed: failed });
  const pass = life.own(stateInViews(dependencies, viewSet, reader, wake));
  const flowOf = (from: ViewSet | undefined) =>
    // An embedded page may show the map alone.
    places.flow.devicePixels > 0 ? from?.flow : undefined;
  let steps = 0;

  life.onEnd(
    loop.add((seconds) => {
      const present = viewSet.value;
      if (!present) return false;
      const { map } = present;
      const flow = flowOf(present);
      const { experiment } = store;
      const isPutAway = pass.frame(present);
      reader.frame(present);
      map.resize(places.map.devicePixels);
      map.frame();
      steps = playback.moving.value ? numberOf(experiment, 'speed') * 60 * seconds : 0;
      flow?.resize(places.flow.devicePixels);
      flow?.frame(steps);
      places.map.place(map.shown, mapPlane(experiment));
      const isBusy = !isPutAway && !map.idle;
      places.map.showBusy(isBusy);
      places.flow.place(flow?.shown, experiment.slice);
      const flows = flow !== undefined && (playback.moving.value || flow.pending);
      return isBusy || flows;
    }),
  );
  return {
    viewSet,
    scale,
    results: reader.results,
    finishes,
    get mapIsCurrent() {
      return pass.isPutAway || (!pass.isOutdated && (viewSet.value?.map.isCurrent ?? false));
    },
    get flow() {
      return flowOf(viewSet.value);
    },
    get steps() {
      return steps;
    },
    destroy: life.destroy,
  };
}

/** Passes theme and experiment on to the views; the experiment in the next frame, once for all changes. */
function stateInViews(
  { store, theme, settledSlice, playback, places, colourRange }: Dependencies,
  viewSet: ReadonlySignal<ViewSet | undefined>,
  reader: ResultReader,
  wake: () => void,
) {
  const life = lifetimeOf();
  /** The views have an older experiment than the store. */
  let outdated = true;

  const update = () => {
    outdated = true;
    wake();
  };
  const setTheme = () => {
    viewSet.value?.map.setTheme(theme.value);
    viewSet.value?.flow?.setTheme(theme.value);
    wake();
  };
  const holdRange = () => {
    viewSet.value?.map.holdRange(colourRange.held.value);
    wake();
  };
  life.onEnd(
    viewSet.subscribe(() => {
      reader.reset();
      setTheme();
      holdRange();
      update();
    }),
  );
  life.onEnd(
    store.subscribe(({ state: { experiment }, previous: { experiment: previous } }) => {
      // Neither map nor flow depends on single initial conditions.
      if (!differOnlyInInitialConditions(experiment, previous)) outdated = true;
      if (mapKey(experiment) !== mapKey(previous)) reader.reset();
      wake();
    }),
  );
  life.onEnd(settledSlice.subscribe(update));
  life.onEnd(colourRange.held.subscribe(holdRange));
  life.onEnd(theme.subscribe(setTheme));
  life.onEnd(subscribeAll([places.map.resizes, places.flow.resizes, playback.moving], wake));
  life.onEnd(
    playback.restarts.subscribe(() => {
      viewSet.value?.flow?.restart();
      wake();
    }),
  );
  /** The diagram is in its place, and no particles wear its colours. */
  const isPutAway = () =>
    viewSet.value?.map.rest !== undefined && shownDiagram(store.state) !== undefined;
  return {
    get isOutdated() {
      return outdated;
    },
    get isPutAway() {
      return isPutAway();
    },
    /** @returns whether the map is put away */
    frame({ map, flow }: ViewSet): boolean {
      if (isPutAway()) {
        outdated = true;
        map.rest!();
        return true;
      }
      if (!outdated) return false;
      outdated = false;
      const { experiment } = store;
      map.setExperiment(experiment);
      flow?.setExperiment({ ...experiment, slice: settledSlice.value });
      return false;
    },
    destroy: life.destroy,
  };
}
