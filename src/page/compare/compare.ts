/** Two experiments side by side and their difference; loaded on demand. */
import { mapPlane } from '../../experiment/plane.ts';
import { isSamePlane } from '../../experiment/viewport.ts';
import type { Side } from '../../experiment/comparison.ts';
import { isSameComparison } from '../../experiment/editing/page-state.ts';
import { mapMeasureOf } from '../../experiment/ensemble/ensemble.ts';
import type { Slice } from '../../experiment/experiment.ts';
import { dynamicsKey } from '../../experiment/keys.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import type { SheetLook } from '../share/sheet-file.ts';
import { distinguishingName } from '../../figure/text/caption.ts';
import { t } from '../messages/later.ts';
import { translate } from '../messages/messages.ts';
import type { PaneFrame } from '../panes/pane-frame.ts';
import type { PaneNavigation } from '../panes/pane-navigation.ts';
import type { ProbeController } from '../probes/probe-controller.ts';
import type { Probes } from '../probes/probes.ts';
import type { PageAddress } from '../shell/address.ts';
import type { Loop } from '../shell/loop.ts';
import type { Notices } from '../shell/notices.ts';
import type { ColourRange } from '../shell/colour-range.ts';
import type { Playback } from '../shell/playback.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import { subscribeAll, type ReadonlySignal } from '../state/signal.ts';
import type { Store, Transition } from '../state/store.ts';
import { download } from '../ui/download.ts';
import { errorText } from '../messages/error-text.ts';
import type { LiveViews } from '../views/live-views.ts';
import { differencePane, type ComparedMaps, type DifferencePane } from './compare-difference.ts';
import { compareFrame, type CompareFrame } from './compare-frame.ts';
import { compareKey } from './compare-key.ts';
import { linkPointer } from './compare-pointer.ts';
import { otherTrajectories } from './compare-trajectories.ts';
import { finestMaps, type Which } from './finest-maps.ts';
import { openSecondViews, secondExperiment, type SecondViews } from './second-views.ts';

export interface Compare {
  destroy(): void;
}

export interface CompareDependencies {
  readonly store: Store;
  readonly theme: ReadonlySignal<Theme>;
  readonly address: PageAddress;
  readonly notices: Notices;
  readonly loop: Loop;
  readonly live: LiveViews;
  readonly playback: Playback;
  readonly colourRange: ColourRange;
  readonly settledSlice: ReadonlySignal<Slice>;
  readonly navigation: PaneNavigation;
  readonly mainMap: PaneFrame;
  readonly probes: Probes;
  readonly probeController: ProbeController;
  readonly actions: CompareActions;
}

export interface CompareActions {
  /** The panel edits another side. */
  edit(side: Side): void;
  end(): void;
}

export function openCompare(dependencies: CompareDependencies): Compare {
  const { store, theme, notices, loop, live, navigation, mainMap, probes, actions } = dependencies;
  const life = lifetimeOf();
  const onFailed = (message: string) => notices.notify('failure', message);
  const frame = life.own(
    compareFrame({
      onSide: actions.edit,
      onSave: (look) => void save(dependencies, difference.shown, look),
      onEnd: actions.end,
    }),
  );
  const panes = [frame.map, frame.difference, frame.flow];
  const difference = differencePane(frame.difference);
  for (const pane of panes) navigation.join(pane);
  for (const pane of [frame.map, frame.flow]) dependencies.probeController.join(pane);
  const views = life.own(openSecondViews({ ...dependencies, frame, onFailed }));
  const trajectories = life.own(
    otherTrajectories({ store, theme, live, probes, frame, views, onFailed }),
  );

  const drawAxes = () => {
    if (!store.state.comparison) return;
    const { slice } = store.experiment;
    const second = secondExperiment(store.state)!;
    frame.map.drawAxes(mapPlane(second), theme.value);
    frame.difference.drawAxes(mapPlane(store.experiment), theme.value);
    frame.flow.drawAxes(slice, theme.value);
    trajectories.draw();
    difference.resize(frame.difference.devicePixels);
  };
  const { refresh, read } = differenceUpdates(dependencies, { frame, difference, views, onFailed });
  const show = () => {
    frame.show(store.state.comparison?.edited);
    if (!store.state.comparison) {
      live.viewSet.value?.map.shareColours(undefined);
      loop.wake();
      return;
    }
    frame.describe(...namesIn(store));
    drawAxes();
    refresh();
    read('main');
    read('second');
  };
  const follow = ({ state, previous }: Transition) => {
    if (!isSameComparison(state.comparison, previous.comparison)) show();
    else if (state.comparison) {
      frame.describe(...namesIn(store));
      drawAxes();
    }
  };

  life.onEnd(
    linkPointer({
      frames: [mainMap, frame.map, frame.difference],
      plane: () => (store.state.comparison ? mapPlane(store.experiment) : undefined),
      reading: frame.reading,
      show(at) {
        const edited = store.state.comparison?.edited ?? 'a';
        frame.showReadings(at ? difference.valuesAt(at, edited) : ['', '', '']);
      },
    }),
  );
  show();
  life.onEnd(store.subscribe(follow));
  life.onEnd(live.viewSet.subscribe(show));
  life.onEnd(subscribeAll([theme, ...panes.map(({ resizes }) => resizes)], drawAxes));
  life.onEnd(subscribeAll([live.scale, views.scales], refresh));
  life.onEnd(live.finishes.subscribe(() => read('main')));
  life.onEnd(views.finishes.subscribe(() => read('second')));
  life.onEnd(
    loop.add(() => {
      if (store.state.comparison) difference.place(mapPlane(store.experiment));
      return false;
    }),
  );
  return { destroy: life.destroy };
}

interface DifferenceParts {
  readonly frame: CompareFrame;
  readonly difference: DifferencePane;
  readonly views: SecondViews;
  onFailed(message: string): void;
}

/** Brings colours, difference and key up to date with what both maps have. */
function differenceUpdates(
  { store, theme, loop, live }: CompareDependencies,
  { frame, difference, views, onFailed }: DifferenceParts,
) {
  const maps = finestMaps({ store, live, views });
  const refresh = () => {
    const [own, second] = [live.viewSet.value?.map, views.pair?.map];
    own?.shareColours(second?.sample);
    second?.shareColours(own?.sample);
    const [pictures, scale] = [maps.pictures(), live.scale.value];
    const other = secondExperiment(store.state);
    if (!pictures || !scale || !own || !second || !other) return;
    const plane = mapPlane(store.experiment);
    // Two models may not have the parameters of one plane: pixels have nothing in common then.
    if (!isSamePlane(plane, mapPlane(other))) return difference.clear();
    const { a, b } = sides(store, ...pictures);
    const samples = sides(store, own.sample!, second.sample!);
    difference.show({ a, b, scale, samples, theme: theme.value }, plane);
    const same = dynamicsKey(other) === dynamicsKey(store.experiment);
    frame.key.replaceChildren(...compareKey({ a, b, scale, same, ...difference.numbers }));
    loop.wake();
  };
  /** Reads a map's numbers, if something is compared. */
  const read = (which: Which) => {
    if (!store.state.comparison) return;
    maps.read(which).then(
      (found) => found && refresh(),
      (error: unknown) => onFailed(t('notices.failed', { reason: errorText(error) })),
    );
  };
  return { refresh, read };
}

/** What belongs to A and B, of what belongs to the edited side and the other one. */
function sides<T>({ state }: Store, main: T, second: T): Readonly<Record<Side, T>> {
  return state.comparison?.edited === 'b' ? { a: second, b: main } : { a: main, b: second };
}

/** What A and B are called, and what their difference is. */
function namesIn(store: Store): readonly [Readonly<Record<Side, string>>, string] {
  const { experiment } = store;
  const second = secondExperiment(store.state) ?? experiment;
  const names = sides(
    store,
    distinguishingName(experiment, second, translate),
    distinguishingName(second, experiment, translate),
  );
  return [
    names,
    mapMeasureOf(second).id === 'outcome' ? t('compare.striped') : t('compare.aLessB'),
  ];
}

async function save(
  { store, live, notices }: CompareDependencies,
  shown: ComparedMaps | undefined,
  look: SheetLook,
): Promise<void> {
  const [second, engine] = [secondExperiment(store.state), live.viewSet.value?.engine];
  if (!shown || !second || !engine) return;
  const { edited } = store.state.comparison!;
  const experiments = sides(store, store.experiment, second);
  try {
    const { comparisonPicture } = await import('./compare-picture.ts');
    const blob = await comparisonPicture({ experiments, edited, shown, engine, look });
    const name = ['ganfield', experiments.a.model, experiments.b.model, shown.scale.measure.id];
    download(blob, `${name.join('-')}.${look.file}`);
  } catch (error) {
    notices.notify('failure', t('compare.pictureFailed', { message: errorText(error) }));
  }
}
