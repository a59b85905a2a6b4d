import type { Engine } from '../../experiment/engine.ts';
import { numberOf, type Experiment, type Slice } from '../../experiment/experiment.ts';
import { float32Steps } from '../../experiment/viewport.ts';
import { formatNumber } from '../../figure/text/number.ts';
import type { PageAddress } from '../app/address.ts';
import { bindGestures } from './gestures.ts';
import type { Notices } from '../app/notices.ts';
import type { PaneFrame } from './pane-frame.ts';
import { describePane, bindPaneKeys } from './pane-keys.ts';
import { paneTools } from './pane-tools.ts';
import type { Probes } from '../probes/probes.ts';
import type { Store } from '../app/store.ts';
import { createViewportControl } from './viewport-control.ts';
import { t } from '../messages/messages.ts';

/** A notice appears where neighbouring initial conditions are fewer float32 steps apart. */
const MIN_STEPS = 4;

interface Dependencies {
  readonly store: Store;
  readonly address: PageAddress;
  readonly notices: Notices;
  readonly probes: Probes;
  readonly frames: readonly PaneFrame[];
  /** The gesture that moved the viewport has ended. */
  onSettled(): void;
}

/** Zoom, pan and taps on both panes. */
export interface PaneNavigation {
  /** The experiment of the flow: particles do not respawn while the viewport moves. */
  settled(experiment: Experiment): Experiment;
  /** Binds the gestures of another pane that shows the same slice. */
  join(frame: PaneFrame): void;
  /** Brings labels, buttons and the notice about precision up to date. */
  show(engine: Engine | undefined): void;
}

export function createPaneNavigation(dependencies: Dependencies): PaneNavigation {
  const { store, address, notices, probes, frames, onSettled } = dependencies;
  const viewport = createViewportControl(store, address, onSettled);
  const joined: PaneFrame[] = [];
  const join = (frame: PaneFrame) => {
    const { square } = frame;
    joined.push(frame);
    bindGestures(square, {
      beginGesture: () => viewport.beginGesture(),
      move: (...change) => viewport.move(...change),
      endGesture: () => viewport.endGesture(),
      tap: (x, y) => probes.add(x, y),
      doubleTap() {
        probes.undoAdd();
        viewport.reset();
      },
    });
    bindPaneKeys(square, {
      move: (...change) => viewport.move(...change),
      reset: () => viewport.reset(),
      add: () => probes.add(0.5, 0.5),
    });
  };
  for (const frame of frames) join(frame);
  const tools = paneTools(frames[0]!.square, viewport, address);
  let settledSlice: Slice = store.experiment.slice;
  let beyondPrecision = false;

  return {
    join,
    settled(experiment) {
      if (!viewport.moving) settledSlice = experiment.slice;
      return settledSlice === experiment.slice
        ? experiment
        : { ...experiment, slice: settledSlice };
    },
    show(engine) {
      const { experiment } = store;
      tools.show();
      for (const { square, name } of joined) describePane(square, name, experiment.slice);
      const steps = float32Steps(experiment.slice, numberOf(experiment, 'resolution'));
      const isBeyondPrecision = engine?.kind === 'gpu' && steps < MIN_STEPS;
      // Shown once, so that a dismissed notice stays away.
      if (isBeyondPrecision === beyondPrecision) return;
      beyondPrecision = isBeyondPrecision;
      notices.notify(
        'precision',
        isBeyondPrecision
          ? t('panes.tooDeep', { steps: formatNumber(Number(steps.toPrecision(2))) })
          : '',
      );
    },
  };
}
