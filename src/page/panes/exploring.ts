import type { Engine } from '../../experiment/engine.ts';
import { numberOf, type Experiment, type Slice } from '../../experiment/experiment.ts';
import { float32Steps } from '../../experiment/viewport.ts';
import { formatNumber } from '../../figure/text/number.ts';
import type { Landmarks } from '../app/address.ts';
import { followGestures } from './gestures.ts';
import type { Notices } from '../app/notices.ts';
import type { PaneFrame } from './pane-frame.ts';
import { describePane, followPaneKeys } from './pane-keys.ts';
import { paneTools } from './pane-tools.ts';
import type { Probes } from '../probes/probes.ts';
import type { Store } from '../app/store.ts';
import { windowControl } from './viewport-control.ts';
import { words } from '../messages/words.ts';

/** Neighbouring starts fewer steps of float32 apart than this are told to be. */
const LEAST_STEPS = 4;

interface Setting {
  readonly store: Store;
  readonly address: Landmarks;
  readonly notices: Notices;
  readonly probes: Probes;
  readonly frames: readonly PaneFrame[];
  /** The window is where it will stay for a while. */
  onSettled(): void;
}

/** Zoom, pan and taps on both panes. */
export interface Exploring {
  /** What the flow shows: particles do not set out anew while the window moves. */
  settled(experiment: Experiment): Experiment;
  /** Another pane shows the same slice: what is done there moves it, too. */
  join(frame: PaneFrame): void;
  /** Brings labels, buttons and the notice about precision up to date. */
  show(engine: Engine | undefined): void;
}

export function exploring(setting: Setting): Exploring {
  const { store, address, notices, probes, frames, onSettled } = setting;
  const windows = windowControl(store, address, onSettled);
  const joined: PaneFrame[] = [];
  const join = (frame: PaneFrame) => {
    const { square } = frame;
    joined.push(frame);
    followGestures(square, {
      hold: () => windows.hold(),
      move: (...change) => windows.move(...change),
      settle: () => windows.settle(),
      tap: (x, y) => probes.add(x, y),
      doubleTap() {
        probes.undoAdd();
        windows.reset();
      },
    });
    followPaneKeys(square, {
      move: (...change) => windows.move(...change),
      reset: () => windows.reset(),
      add: () => probes.add(0.5, 0.5),
    });
  };
  for (const frame of frames) join(frame);
  const tools = paneTools(frames[0]!.square, windows, address);
  let resting: Slice = store.experiment.slice;
  let blurred = false;

  return {
    join,
    settled(experiment) {
      if (!windows.moving) resting = experiment.slice;
      return resting === experiment.slice ? experiment : { ...experiment, slice: resting };
    },
    show(engine) {
      const { experiment } = store;
      tools.show();
      for (const { square, name } of joined) describePane(square, name, experiment.slice);
      const steps = float32Steps(experiment.slice, numberOf(experiment, 'resolution'));
      const isBlurred = engine?.kind === 'gpu' && steps < LEAST_STEPS;
      // Said once, so that it can be sent away while one looks on.
      if (isBlurred === blurred) return;
      blurred = isBlurred;
      notices.say(
        'precision',
        isBlurred ? words().panes.tooDeep(formatNumber(Number(steps.toPrecision(2)))) : '',
      );
    },
  };
}
