/** Two experiments beside each other and their difference; loaded when it is asked for. */
import { textOf, type Experiment } from '../../experiment/experiment.ts';
import { beside, type Side } from '../../experiment/comparison.ts';
import { dynamicsKey, mapKey } from '../../experiment/keys.ts';
import { nameBeside } from '../../figure/text/caption.ts';
import { SAMPLE_SIDE, type ColourScale } from '../../figure/colour/colour-scale.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import { goalBeside, stepsBeside } from './compare-clock.ts';
import { differencePane } from './compare-difference.ts';
import { compareFrame } from './compare-frame.ts';
import { keyOf } from './compare-key.ts';
import { linkPointer } from './compare-pointer.ts';
import { otherTraces } from './compare-traces.ts';
import { download } from '../ui/download.ts';
import type { Exploring } from '../panes/exploring.ts';
import type { PaneFrame } from '../panes/pane-frame.ts';
import type { Probing } from '../probes/probing.ts';
import type { Pair, Stage } from '../views/view-set.ts';
import type { Store } from '../app/store.ts';
import type { MapPicture } from '../views/views.ts';
import { told, words } from '../messages/words.ts';

export interface Compare {
  /** Shows the other experiment beside the present one, which is A or B. */
  open(other: Experiment, edited: Side): void;
  close(): void;
  setStage(stage: Stage): void;
  draw(theme: Theme): void;
  /** The page's own map has other colours. */
  scaleChanged(scale: ColourScale | undefined): void;
  /** The page's own map is whole. */
  mapFinished(): void;
  /** A window that was moved is where it will stay for a while. */
  windowSettled(): void;
  restart(): void;
  /** Once an animation frame; the page's own flow takes `steps`. Returns whether there is more. */
  frame(steps: number): boolean;
}

/** The page's own map, or the one beside it. */
type Which = 'main' | 'second';

interface Setting {
  readonly store: Store;
  readonly explore: Exploring;
  readonly mainMap: PaneFrame;
  readonly probe: Probing;
  /** Another side is to be edited. */
  onSide(side: Side): void;
  onEnd(): void;
  onFailed(message: string): void;
  wake(): void;
}

export function openCompare(setting: Setting): Compare {
  const { store, explore, mainMap, probe, onSide, onEnd, onFailed, wake } = setting;
  const frame = compareFrame({
    onSide,
    onSave: (paper) => void save(paper),
    onEnd,
    onResize: () => drawAxes(),
  });
  const difference = differencePane(frame.difference);
  for (const pane of [frame.map, frame.difference, frame.flow]) explore.join(pane);
  for (const pane of [frame.map, frame.flow]) probe.join(pane.square);
  const traces = otherTraces(probe.probes, frame);
  let other: Experiment | undefined;
  let edited: Side = 'a';
  let stage: Stage | undefined;
  let pair: Pair | undefined;
  let theme: Theme = 'dark';
  let scale: ColourScale | undefined;
  const fine: Partial<Record<Which, { readonly key: string; readonly picture: MapPicture }>> = {};

  const sides = <T>(main: T, second: T): Readonly<Record<Side, T>> =>
    edited === 'a' ? { a: main, b: second } : { a: second, b: main };
  const drawAxes = () => {
    if (!other) return;
    const { slice } = store.experiment;
    for (const pane of [frame.map, frame.difference, frame.flow]) pane.drawAxes(slice, theme);
    traces.draw(slice, theme);
    difference.resize(frame.difference.devicePixels);
  };
  const keyOfMap = (which: Which) => {
    const { experiment } = store;
    return mapKey(which === 'main' || !other ? experiment : beside(other, experiment));
  };
  const shareColours = () => {
    stage?.map.shareColours(pair?.map.sample);
    pair?.map.shareColours(stage?.map.sample);
  };
  /** Reads the finest results that a map has of what it is to show. */
  const read = async (which: Which) => {
    const key = keyOfMap(which);
    const picture = await (which === 'main' ? stage : pair)?.map.results();
    if (!picture) return;
    fine[which] = { key, picture };
    refresh();
  };
  const fineOf = (which: Which) => {
    const found = fine[which];
    return found?.key === keyOfMap(which) ? found.picture : undefined;
  };
  /** Both maps as fine as both are there. */
  const picturesNow = (): readonly [MapPicture, MapPicture] | undefined => {
    const [main, second] = [fineOf('main'), fineOf('second')];
    if (main && second && main.grid.width === second.grid.width) return [main, second];
    const [mainSample, secondSample] = [stage?.map.sample, pair?.map.sample];
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
    if (!pictures || !scale || !stage || !pair || !other) return;
    const { a, b } = sides(...pictures);
    const samples = sides(stage.map.sample!, pair.map.sample!);
    difference.show({ a, b, scale, samples, theme }, store.experiment.slice);
    frame.key.replaceChildren(...keyOf({ a, b, scale, same: isSame(), ...difference.numbers }));
    wake();
  };
  const isSame = () =>
    other !== undefined &&
    dynamicsKey(beside(other, store.experiment)) === dynamicsKey(store.experiment);
  const setExperiments = () => {
    if (!other || !pair) return;
    const second = beside(other, store.experiment);
    pair.map.setExperiment(second);
    pair.flow?.setExperiment(explore.settled(second));
    traces.setExperiment(second);
    const names = sides(
      nameBeside(store.experiment, second, told),
      nameBeside(second, store.experiment, told),
    );
    const { compare } = words();
    const isLabel = textOf(second, 'measure') === 'outcome';
    frame.describe(names, isLabel ? compare.striped : compare.aLessB);
  };
  const save = async (paper: Theme) => {
    const { shown } = difference;
    if (!shown || !other || !stage) return;
    const { experiment } = store;
    try {
      const { comparisonPicture } = await import('./compare-picture.ts');
      const experiments = sides(experiment, beside(other, experiment));
      const { engine } = stage;
      const blob = await comparisonPicture({ experiments, edited, shown, engine, paper });
      const name = ['ganfield', experiments.a.model, experiments.b.model, shown.scale.measure.id];
      download(blob, `${name.join('-')}.png`);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      onFailed(words().compare.pictureFailed(message));
    }
  };
  const openPair = () => {
    pair?.destroy();
    pair = stage?.second(
      { map: frame.map.freshCanvas, flow: frame.flow.freshCanvas },
      {
        scale: refresh,
        finished: () => void read('second'),
        failed: onFailed,
      },
    );
    pair?.map.setTheme(theme);
    pair?.flow?.setTheme(theme);
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
      const anew = other === undefined;
      other = next;
      edited = side;
      if (anew) openPair();
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
      pair?.destroy();
      pair = undefined;
      stage?.map.shareColours(undefined);
      frame.show(undefined);
      wake();
    },
    setStage(next) {
      stage = next;
      traces.setEngine(next.engine);
      if (other) openPair();
    },
    draw(next) {
      theme = next;
      pair?.map.setTheme(theme);
      pair?.flow?.setTheme(theme);
      drawAxes();
    },
    scaleChanged(next) {
      scale = next;
      if (other) refresh();
    },
    mapFinished() {
      if (other) void read('main');
    },
    windowSettled: setExperiments,
    restart: () => pair?.flow?.restart(),
    frame(steps) {
      if (!pair || !other || !stage) return false;
      const { slice } = store.experiment;
      pair.map.resize(frame.map.devicePixels);
      pair.map.frame();
      frame.map.place(pair.map.shown, slice);
      frame.showProgress(pair.map.progress);
      difference.place(slice);
      if (pair.flow && stage.flow && frame.flow.devicePixels > 0) {
        pair.flow.resize(frame.flow.devicePixels);
        const second = beside(other, store.experiment);
        const goal = goalBeside(stage.flow, pair.flow, second, steps);
        if (goal !== undefined) pair.flow.seek(goal);
        pair.flow.frame(stepsBeside(stage.flow, store.experiment, pair.flow, second, steps));
        frame.flow.place(pair.flow.shown, slice);
      }
      return pair.map.progress < 1 || pair.flow?.seekTarget !== undefined;
    },
  };
}
