/** Two experiments beside each other and their difference; loaded when it is asked for. */
import { textOf, type Experiment } from '../experiment/experiment.ts';
import { beside } from '../experiment/comparison.ts';
import { nameBeside } from '../figure/caption.ts';
import { SAMPLE_SIDE, type ColourScale } from '../figure/colour-scale.ts';
import type { Theme } from '../figure/theme.ts';
import { stepsBeside } from './compare-clock.ts';
import { differencePane } from './compare-difference.ts';
import { compareFrame, type Side } from './compare-frame.ts';
import { keyOf } from './compare-key.ts';
import { linkPointer } from './compare-pointer.ts';
import type { Exploring } from './exploring.ts';
import type { PaneFrame } from './pane-frame.ts';
import type { Pair, Stage } from './stage.ts';
import type { Store } from './store.ts';
import type { MapPicture } from './views.ts';
import { words } from './words/words.ts';

export interface Compare {
  /** Shows the other experiment beside the present one, which is A or B. */
  open(other: Experiment, edited: Side): void;
  close(): void;
  setStage(stage: Stage): void;
  draw(theme: Theme): void;
  /** The page's own map has other colours or is finished. */
  mapChanged(scale: ColourScale | undefined): void;
  restart(): void;
  /** Once an animation frame; the page's own flow takes `steps`. Returns whether there is more. */
  frame(steps: number): boolean;
}

interface Setting {
  readonly store: Store;
  readonly explore: Exploring;
  readonly mainMap: PaneFrame;
  /** Another side is to be edited. */
  onSide(side: Side): void;
  onEnd(): void;
  onFailed(message: string): void;
  wake(): void;
}

export function openCompare(setting: Setting): Compare {
  const { store, explore, mainMap, onSide, onEnd, onFailed, wake } = setting;
  const frame = compareFrame({ onSide, onEnd, onResize: () => drawAxes() });
  const difference = differencePane(frame.difference);
  for (const pane of [frame.map, frame.difference, frame.flow]) explore.join(pane);
  let other: Experiment | undefined;
  let edited: Side = 'a';
  let stage: Stage | undefined;
  let pair: Pair | undefined;
  let theme: Theme = 'dark';
  let scale: ColourScale | undefined;
  /** Counts what has been asked for, as results come later. */
  let asked = 0;

  const sides = <T>(main: T, second: T): Readonly<Record<Side, T>> =>
    edited === 'a' ? { a: main, b: second } : { a: second, b: main };
  const drawAxes = () => {
    if (!other) return;
    const { slice } = store.experiment;
    for (const pane of [frame.map, frame.difference, frame.flow]) pane.drawAxes(slice, theme);
    difference.resize(frame.difference.devicePixels);
  };
  const shareColours = () => {
    stage?.map.shareColours(pair?.map.sample);
    pair?.map.shareColours(stage?.map.sample);
  };
  /** Both maps as fine as both are there. */
  const picturesNow = async (): Promise<readonly [MapPicture, MapPicture] | undefined> => {
    if (!stage || !pair) return undefined;
    const [main, second] = await Promise.all([stage.map.results(), pair.map.results()]);
    if (main && second && main.grid.width === second.grid.width) return [main, second];
    const [mainSample, secondSample] = [stage?.map.sample, pair?.map.sample];
    if (!mainSample || !secondSample) return undefined;
    const grid = { width: SAMPLE_SIDE, height: SAMPLE_SIDE };
    return [
      { grid, results: mainSample },
      { grid, results: secondSample },
    ];
  };
  const refresh = async () => {
    shareColours();
    const ticket = ++asked;
    const pictures = await picturesNow();
    if (!pictures || !scale || !stage || !pair || !other || ticket !== asked) return;
    const { a, b } = sides(...pictures);
    const samples = sides(stage.map.sample!, pair.map.sample!);
    difference.show({ a, b, scale, samples, theme }, store.experiment.slice);
    frame.key.replaceChildren(...keyOf({ a, b, scale, ...difference.numbers }));
    wake();
  };
  const setExperiments = () => {
    if (!other || !pair) return;
    const second = beside(other, store.experiment);
    pair.map.setExperiment(second);
    pair.flow?.setExperiment(explore.settled(second));
    const names = sides(nameBeside(store.experiment, second), nameBeside(second, store.experiment));
    const isLabel = textOf(second, 'measure') === 'outcome';
    const { compare } = words();
    frame.describe(names, isLabel ? compare.striped : '', compare.aLessB);
  };
  const openPair = () => {
    pair?.destroy();
    pair = stage?.second(
      { map: frame.map.freshCanvas, flow: frame.flow.freshCanvas },
      {
        scale: () => void refresh(),
        finished: () => void refresh(),
        failed: onFailed,
      },
    );
    pair?.map.setTheme(theme);
    pair?.flow?.setTheme(theme);
    frame.show(edited, pair?.flow !== undefined);
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
        frame.show(edited, pair?.flow !== undefined);
        setExperiments();
      }
      drawAxes();
      void refresh();
      wake();
    },
    close() {
      if (!other) return;
      other = undefined;
      asked += 1;
      pair?.destroy();
      pair = undefined;
      stage?.map.shareColours(undefined);
      frame.show(undefined, false);
      wake();
    },
    setStage(next) {
      // The one before took its device, and with it the second pair, along.
      pair = undefined;
      stage = next;
      if (other) openPair();
    },
    draw(next) {
      theme = next;
      pair?.map.setTheme(theme);
      pair?.flow?.setTheme(theme);
      drawAxes();
    },
    mapChanged(next) {
      scale = next;
      if (other) void refresh();
    },
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
        pair.flow.frame(stepsBeside(stage.flow, store.experiment, pair.flow, second, steps));
        frame.flow.place(pair.flow.shown, slice);
      }
      return pair.map.progress < 1;
    },
  };
}
