/** The map and flow of the other experiment, beside the page's own. */
import { mapPlane } from '../../experiment/plane.ts';
import { alignedWith } from '../../experiment/comparison.ts';
import type { PageState } from '../../experiment/editing/page-state.ts';
import type { Experiment, Slice } from '../../experiment/experiment.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import type { Loop } from '../shell/loop.ts';
import type { ColourRange } from '../shell/colour-range.ts';
import type { Playback } from '../shell/playback.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import { channelOf, type ReadonlySignal, type Source } from '../state/signal.ts';
import type { Store } from '../state/store.ts';
import type { LiveViews } from '../views/live-views.ts';
import type { ViewPair } from '../views/view-set.ts';
import type { FlowView } from '../../figure/views.ts';
import { isAhead, synchronizedSeekTarget, synchronizedSteps } from './compare-clock.ts';
import type { CompareFrame } from './compare-frame.ts';

export interface SecondViews {
  /** Undefined where nothing is compared, or the page has no views yet. */
  readonly pair: ViewPair | undefined;
  /** The second map has other colours. */
  readonly scales: Source<void>;
  /** The second map has all the starts that were asked for. */
  readonly finishes: Source<void>;
  destroy(): void;
}

interface Dependencies {
  readonly store: Store;
  readonly theme: ReadonlySignal<Theme>;
  readonly loop: Loop;
  readonly live: LiveViews;
  readonly playback: Playback;
  readonly colourRange: ColourRange;
  readonly settledSlice: ReadonlySignal<Slice>;
  readonly frame: CompareFrame;
  onFailed(message: string): void;
}

/** The other experiment as it is shown beside the edited one; undefined where nothing is compared. */
export function secondExperiment({ experiment, comparison }: PageState): Experiment | undefined {
  return comparison && alignedWith(comparison.other, experiment);
}

export function openSecondViews(dependencies: Dependencies): SecondViews {
  const { store, theme, loop, live, playback, colourRange, settledSlice, frame, onFailed } =
    dependencies;
  const life = lifetimeOf();
  const [scales, finishes] = [channelOf(), channelOf()];
  let pair: ViewPair | undefined;

  const close = () => {
    pair?.destroy();
    pair = undefined;
  };
  const holdRange = () => pair?.map.holdRange(colourRange.held.value);
  const setTheme = () => {
    pair?.map.setTheme(theme.value);
    pair?.flow?.setTheme(theme.value);
  };
  const setExperiment = () => {
    const second = secondExperiment(store.state);
    if (!second) return;
    pair?.map.setExperiment(second);
    pair?.flow?.setExperiment({ ...second, slice: settledSlice.value });
    loop.wake();
  };
  const open = () => {
    close();
    if (!store.state.comparison) return;
    const canvases = { map: frame.map.freshCanvas, flow: frame.flow.freshCanvas };
    const events = { scale: () => scales.emit(), finished: finishes.emit, failed: onFailed };
    pair = live.viewSet.value?.openSecond(canvases, events);
    setTheme();
    holdRange();
    setExperiment();
  };
  const follow = () => {
    if ((pair !== undefined) === (store.state.comparison !== undefined)) setExperiment();
    else open();
  };
  /** The flows show one time: the second catches up or waits. */
  const advance = (first: FlowView, flow: FlowView, second: Experiment) => {
    if (isAhead(first, flow, store.experiment, second)) flow.restart();
    const goal = synchronizedSeekTarget(first, flow, second, live.steps);
    if (goal !== undefined) flow.seek(goal);
    flow.frame(synchronizedSteps(first, store.experiment, flow, second, live.steps));
  };

  open();
  life.onEnd(live.viewSet.subscribe(open));
  life.onEnd(store.subscribe(follow));
  life.onEnd(settledSlice.subscribe(setExperiment));
  life.onEnd(theme.subscribe(setTheme));
  life.onEnd(colourRange.held.subscribe(holdRange));
  life.onEnd(playback.restarts.subscribe(() => pair?.flow?.restart()));
  life.onEnd(
    loop.add(() => {
      const second = secondExperiment(store.state);
      if (!pair || !second) return false;
      const { slice } = store.experiment;
      pair.map.resize(frame.map.devicePixels);
      pair.map.frame();
      frame.map.place(pair.map.shown, mapPlane(second));
      frame.map.showBusy(!pair.map.idle);
      frame.showProgress(pair.map.progress);
      const first = live.viewSet.value?.flow;
      const isShown = first !== undefined && frame.flow.devicePixels > 0;
      if (isShown && pair.flow) {
        pair.flow.resize(frame.flow.devicePixels);
        advance(first, pair.flow, second);
        frame.flow.place(pair.flow.shown, slice);
      }
      return !pair.map.idle || (isShown && pair.flow?.pending === true);
    }),
  );
  life.onEnd(close);
  return {
    get pair() {
      return pair;
    },
    scales,
    finishes,
    destroy: life.destroy,
  };
}
