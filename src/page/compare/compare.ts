/** Two experiments side by side and their difference; loaded on demand. */
import { textOf, type Experiment } from '../../experiment/experiment.ts';
import { alignedWith, type Side } from '../../experiment/comparison.ts';
import { dynamicsKey, mapKey } from '../../experiment/keys.ts';
import { distinguishingName } from '../../figure/text/caption.ts';
import { SAMPLE_SIDE, type ColourScale } from '../../figure/colour/colour-scale.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import { synchronizedSeekTarget, synchronizedSteps } from './compare-clock.ts';
import { differencePane } from './compare-difference.ts';
import { compareFrame } from './compare-frame.ts';
import { compareKey } from './compare-key.ts';
import { linkPointer } from './compare-pointer.ts';
import { otherTrajectories } from './compare-trajectories.ts';
import { download } from '../ui/download.ts';
import type { PaneNavigation } from '../panes/pane-navigation.ts';
import type { PaneFrame } from '../panes/pane-frame.ts';
import type { ProbeController } from '../probes/probe-controller.ts';
import type { ViewPair, ViewSet } from '../views/view-set.ts';
import type { Store } from '../app/store.ts';
import type { MapPicture } from '../../figure/views.ts';
import { t, translate } from '../messages/messages.ts';

export interface Compare {
  /** Shows the other experiment beside the present one, which is A or B. */
  open(other: Experiment, edited: Side): void;
  close(): void;
  setViewSet(viewSet: ViewSet): void;
  draw(theme: Theme): void;
  /** The colour scale of the page's own map has changed. */
  scaleChanged(scale: ColourScale | undefined): void;
  /** The page's own map has its finest level. */
  mapFinished(): void;
  /** The gesture that moved the viewport has ended. */
  viewportSettled(): void;
  restart(): void;
  /** Once an animation frame; the page's own flow takes `steps`. Returns whether there is more. */
  frame(steps: number): boolean;
}

/** The page's own map, or the one beside it. */
type Which = 'main' | 'second';

interface Dependencies {
  readonly store: Store;
  readonly navigation: PaneNavigation;
  readonly mainMap: PaneFrame;
  readonly probeController: ProbeController;
  /** The user chose the other side to edit. */
  onSide(side: Side): void;
  onEnd(): void;
  onFailed(message: string): void;
  wake(): void;
}

export function openCompare(dependencies: Dependencies): Compare {
  const { store, navigation, mainMap, probeController, onSide, onEnd, onFailed, wake } =
    dependencies;
  const frame = compareFrame({
    onSide,
    onSave: (background) => void save(background),
    onEnd,
    onResize: () => drawAxes(),
  });
  const difference = differencePane(frame.difference);
  for (const pane of [frame.map, frame.difference, frame.flow]) navigation.join(pane);
  for (const pane of [frame.map, frame.flow]) probeController.join(pane.square);
  const trajectories = otherTrajectories(probeController.probes, frame);
  let other: Experiment | undefined;
  let edited: Side = 'a';
  let viewSet: ViewSet | undefined;
  let viewPair: ViewPair | undefined;
  let theme: Theme = 'dark';
  let scale: ColourScale | undefined;
  const fine: Partial<Record<Which, { readonly key: string; readonly picture: MapPicture }>> = {};

  const sides = <T>(main: T, second: T): Readonly<Record<Side, T>> =>
    edited === 'a' ? { a: main, b: second } : { a: second, b: main };
  const drawAxes = () => {
    if (!other) return;
    const { slice } = store.experiment;
    for (const pane of [frame.map, frame.difference, frame.flow]) pane.drawAxes(slice, theme);
    trajectories.draw(slice, theme);
    difference.resize(frame.difference.devicePixels);
  };
  const keyOfMap = (which: Which) => {
    const { experiment } = store;
    return mapKey(which === 'main' || !other ? experiment : alignedWith(other, experiment));
  };
  const shareColours = () => {
    viewSet?.map.shareColours(viewPair?.map.sample);
    viewPair?.map.shareColours(viewSet?.map.sample);
  };
  /** Reads the finest results of a map's present experiment. */
  const read = async (which: Which) => {
    const key = keyOfMap(which);
    const picture = await (which === 'main' ? viewSet : viewPair)?.map.results();
    if (!picture) return;
    fine[which] = { key, picture };
    refresh();
  };
  const fineOf = (which: Which) => {
    const found = fine[which];
    return found?.key === keyOfMap(which) ? found.picture : undefined;
  };
  /** Both maps at the finest level that both have. */
  const picturesNow = (): readonly [MapPicture, MapPicture] | undefined => {
    const [main, second] = [fineOf('main'), fineOf('second')];
    if (main && second && main.grid.width === second.grid.width) return [main, second];
    const [mainSample, secondSample] = [viewSet?.map.sample, viewPair?.map.sample];
    if (!mainSample || !secondSample) return undefined;
    const grid = { width: SAMPLE_SIDE, height: SAMPLE_SIDE };
    return [
      { grid, results: mainSample },
      { grid, results: secondSample },
    ];
  };
  const refresh = () => {
    shareColours();
    const pictures = picturesNow();
    if (!pictures || !scale || !viewSet || !viewPair || !other) return;
    const { a, b } = sides(...pictures);
    const samples = sides(viewSet.map.sample!, viewPair.map.sample!);
    difference.show({ a, b, scale, samples, theme }, store.experiment.slice);
    frame.key.replaceChildren(
      ...compareKey({ a, b, scale, same: isSame(), ...difference.numbers }),
    );
    wake();
  };
  const isSame = () =>
    other !== undefined &&
    dynamicsKey(alignedWith(other, store.experiment)) === dynamicsKey(store.experiment);
  const setExperiments = () => {
    if (!other || !viewPair) return;
    const second = alignedWith(other, store.experiment);
    viewPair.map.setExperiment(second);
    viewPair.flow?.setExperiment(navigation.settled(second));
    trajectories.setExperiment(second);
    const names = sides(
      distinguishingName(store.experiment, second, translate),
      distinguishingName(second, store.experiment, translate),
    );
    const isLabel = textOf(second, 'measure') === 'outcome';
    frame.describe(names, isLabel ? t('compare.striped') : t('compare.aLessB'));
  };
  const save = async (background: Theme) => {
    const { shown } = difference;
    if (!shown || !other || !viewSet) return;
    const { experiment } = store;
    try {
      const { comparisonPicture } = await import('./compare-picture.ts');
      const experiments = sides(experiment, alignedWith(other, experiment));
      const { engine } = viewSet;
      const blob = await comparisonPicture({ experiments, edited, shown, engine, background });
      const name = ['ganfield', experiments.a.model, experiments.b.model, shown.scale.measure.id];
      download(blob, `${name.join('-')}.png`);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      onFailed(t('compare.pictureFailed', { message }));
    }
  };
  const openViewPair = () => {
    viewPair?.destroy();
    viewPair = viewSet?.openSecond(
      { map: frame.map.freshCanvas, flow: frame.flow.freshCanvas },
      {
        scale: refresh,
        finished: () => void read('second'),
        failed: onFailed,
      },
    );
    viewPair?.map.setTheme(theme);
    viewPair?.flow?.setTheme(theme);
    frame.show(edited);
    setExperiments();
  };
  linkPointer({
    frames: [mainMap, frame.map, frame.difference],
    slice: () => (other ? store.experiment.slice : undefined),
    reading: frame.reading,
    show: (at) => {
      if (!at) frame.showReadings(['', '', '']);
      else frame.showReadings(difference.valuesAt(at, edited));
    },
  });
  store.subscribe(() => {
    if (other) setExperiments();
  });

  return {
    open(next, side) {
      const isOpening = other === undefined;
      other = next;
      edited = side;
      if (isOpening) openViewPair();
      else {
        frame.show(edited);
        setExperiments();
      }
      drawAxes();
      refresh();
      void read('main');
      void read('second');
      wake();
    },
    close() {
      if (!other) return;
      other = undefined;
      viewPair?.destroy();
      viewPair = undefined;
      viewSet?.map.shareColours(undefined);
      frame.show(undefined);
      wake();
    },
    setViewSet(next) {
      viewSet = next;
      trajectories.setEngine(next.engine);
      if (other) openViewPair();
    },
    draw(next) {
      theme = next;
      viewPair?.map.setTheme(theme);
      viewPair?.flow?.setTheme(theme);
      drawAxes();
    },
    scaleChanged(next) {
      scale = next;
      if (other) refresh();
    },
    mapFinished() {
      if (other) void read('main');
    },
    viewportSettled: setExperiments,
    restart: () => viewPair?.flow?.restart(),
    frame(steps) {
      if (!viewPair || !other || !viewSet) return false;
      const { slice } = store.experiment;
      viewPair.map.resize(frame.map.devicePixels);
      viewPair.map.frame();
      frame.map.place(viewPair.map.shown, slice);
      frame.showProgress(viewPair.map.progress);
      difference.place(slice);
      if (viewPair.flow && viewSet.flow && frame.flow.devicePixels > 0) {
        viewPair.flow.resize(frame.flow.devicePixels);
        const second = alignedWith(other, store.experiment);
        const goal = synchronizedSeekTarget(viewSet.flow, viewPair.flow, second, steps);
        if (goal !== undefined) viewPair.flow.seek(goal);
        viewPair.flow.frame(
          synchronizedSteps(viewSet.flow, store.experiment, viewPair.flow, second, steps),
        );
        frame.flow.place(viewPair.flow.shown, slice);
      }
      return viewPair.map.progress < 1 || viewPair.flow?.seekTarget !== undefined;
    },
  };
}
