import type { Theme } from '../../figure/colour/theme.ts';
import type { PaneFrame } from '../panes/pane-frame.ts';
import type { ProbeController } from '../probes/probe-controller.ts';
import type { Probes } from '../probes/probes.ts';
import type { Actions } from '../shell/actions.ts';
import { lazyPart } from '../shell/lazy-part.ts';
import type { Notices } from '../shell/notices.ts';
import type { Playback } from '../shell/playback.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import type { ReadonlySignal } from '../state/signal.ts';
import type { Store } from '../state/store.ts';
import type { LiveViews } from '../views/live-views.ts';
import type { Scene } from './picture-maker.ts';

interface Dependencies {
  readonly store: Store;
  readonly theme: ReadonlySignal<Theme>;
  readonly notices: Notices;
  readonly live: LiveViews;
  readonly playback: Playback;
  /** What stands still while something is made. */
  readonly animation: { pause(): void };
  readonly probes: Probes;
  readonly probeController: Pick<ProbeController, 'trajectories'>;
  readonly mapFrame: PaneFrame;
  readonly actions: Pick<Actions, 'copyLink' | 'copyFrame' | 'copyCitation'>;
}

/** Opens the share dialog; its code is loaded at the first opening. */
export interface LazyShareDialog {
  open(): void;
  destroy(): void;
}

export function openLazyShareDialog(dependencies: Dependencies): LazyShareDialog {
  const { store, theme, notices, playback, animation, actions } = dependencies;
  const life = lifetimeOf();
  let release: (() => void) | undefined;

  const onRunning = (running: boolean) => {
    if (running) {
      animation.pause();
      release ??= playback.hold();
    } else {
      release?.();
      release = undefined;
    }
  };
  const load = lazyPart(notices, async () => {
    const { openShareDialog } = await import('./share-dialog.ts');
    const currentScene = () => sceneOf(dependencies);
    return life.own(openShareDialog({ store, actions, currentScene, onRunning }));
  });
  const open = async () => {
    const dialog = await load();
    if (!life.signal.aborted) dialog?.open(theme.value);
  };
  return { open: () => void open(), destroy: life.destroy };
}

/** What is on the screen; undefined while there is nothing to be seen yet. */
function sceneOf({
  store,
  live,
  probes,
  probeController,
  mapFrame,
}: Dependencies): Scene | undefined {
  const viewSet = live.viewSet.value;
  if (!viewSet || !live.scale.value) return undefined;
  const { trajectories } = probeController;
  const slots = probes.slotsOfTrajectories(trajectories);
  return { store, viewSet, trajectories, slots, panePixels: mapFrame.devicePixels };
}
