import { presetExperiments } from '../../experiment/editing/preset-experiments.ts';
import { openLazyCompare } from '../compare/load-compare.ts';
import { openLazyDiagram } from '../diagram/load-diagram.ts';
import { openLazyGallery } from '../gallery/load-gallery.ts';
import { openGuide } from '../guide/guide.ts';
import { openInfoBar } from '../info/info-bar.ts';
import { openLazyGlossary } from '../info/load-glossary.ts';
import { modelActions } from '../panel/model-turn.ts';
import { openPanel } from '../panel/panel.ts';
import { openPresetMenu } from '../panel/presets.ts';
import { openSheet } from '../panel/sheet.ts';
import { openFlowPane } from '../panes/flow-pane.ts';
import { lazyBoundary } from '../panes/load-boundary.ts';
import { openMapPane } from '../panes/map-pane.ts';
import { paneFrame } from '../panes/pane-frame.ts';
import { openPaneNavigation } from '../panes/pane-navigation.ts';
import { openViewportControl } from '../panes/viewport-control.ts';
import { openAnimation } from '../playback/animation.ts';
import { openPlayer } from '../playback/player.ts';
import { openProbeController } from '../probes/probe-controller.ts';
import { openProbes } from '../probes/probes.ts';
import { openLazyShareDialog } from '../share/load-share-dialog.ts';
import type { Actions } from '../shell/actions.ts';
import { syncAddress, type PageReading } from '../shell/address.ts';
import { openColourRange } from '../shell/colour-range.ts';
import type { GameCompilation } from '../shell/game-compiler.ts';
import { openEquilibria } from '../shell/equilibria.ts';
import { openLoop } from '../shell/loop.ts';
import { openNotices } from '../shell/notices.ts';
import { openPlayback } from '../shell/playback.ts';
import { openTheme } from '../shell/theme.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import { openStore } from '../state/store.ts';
import { byId } from '../ui/dom.ts';
import { openVerifyController } from '../verify/verify-controller.ts';
import { openLiveViews } from '../views/live-views.ts';
import { bindButtons, buttonActions } from './buttons.ts';
import { bindFileDrops } from './drops.ts';
import { embeddedPanes, openEmbedded } from './embed.ts';
import { bindShortcuts } from './keyboard.ts';
import { saveLastState } from './last-state.ts';
import { openLazyKeysDialog } from './load-keys-dialog.ts';
import { readAddress } from './opening-state.ts';
import { openStatus } from './status.ts';
import { openUndo } from './undo-buttons.ts';

export interface Page {
  /** Returns everything that the page took: listeners, timers, workers, GPU objects. */
  destroy(): void;
}

/**
 * Builds the page's parts and passes them each other's interfaces. A change goes one way: an event
 * becomes an action, that a state of the store, which the parts subscribe to and draw in a frame.
 */
export function openPage(
  reading: PageReading,
  isFirstVisit: boolean,
  games: GameCompilation,
): Page {
  const { own, destroy } = lifetimeOf();
  // What all parts share.
  const presets = presetExperiments();
  const store = openStore(reading.state);
  const notices = own(openNotices());
  const address = own(
    syncAddress({ store, notices, reading, read: () => games.reading(readAddress) }),
  );
  const theme = own(openTheme(store));
  const loop = own(openLoop());
  const playback = own(openPlayback());
  const colourRange = own(openColourRange(store));
  const found = { equilibria: own(openEquilibria(store, games)), games };
  const shared = { store, notices, address, theme, loop, playback, colourRange, presets, ...found };

  // Both panes, from the experiment to pixels.
  const animation = own(openAnimation({ ...shared, mapIsCurrent: () => live.mapIsCurrent }));
  const mapFrame = own(paneFrame(byId('map'), 'map'));
  const flowFrame = own(paneFrame(byId('flow'), 'flow'));
  const frames = [mapFrame, flowFrame];
  const viewport = own(openViewportControl(shared));
  const { settledSlice } = viewport;
  const places = { map: mapFrame, flow: flowFrame };
  const live = own(openLiveViews({ ...shared, settledSlice, places }));
  const map = own(openMapPane({ ...shared, live, frame: mapFrame }));
  const flow = own(openFlowPane({ ...shared, live, frame: flowFrame }));
  const player = own(openPlayer({ ...shared, live }));
  const probes = own(openProbes(store));
  const probeController = own(openProbeController({ ...shared, live, probes, frames, map, flow }));
  const navigation = own(openPaneNavigation({ ...shared, viewport, live, taps: probes, frames }));
  own(openVerifyController({ ...shared, live, square: mapFrame.square }));
  own(openInfoBar({ ...shared, root: document.querySelector<HTMLElement>('.info-bar')! }));
  own(openStatus({ ...shared, live }));
  own(openLazyGlossary(notices));

  // What the user does.
  const undo = own(openUndo(store, notices));
  const keys = own(openLazyKeysDialog(notices));
  const copying = buttonActions(store, address, notices);
  const parts = { ...shared, live, animation, probes, probeController, mapFrame };
  const diagram = own(openLazyDiagram({ ...shared, live }));
  const share = own(openLazyShareDialog({ ...parts, actions: copying }));
  const actions: Actions = {
    ...copying,
    ...modelActions(store, notices),
    undo: undo.undo,
    redo: undo.redo,
    stepBack: player.stepBack,
    stepOn: player.stepOn,
    playPause: playback.toggle,
    restart: playback.restart,
    animate: animation.toggle,
    diagram: diagram.toggle,
    boundary: lazyBoundary(store, notices, live),
    share: share.open,
    showKeys: keys.open,
  };
  const root = byId('panel');
  const sheet = own(openSheet(root));
  own(openPanel({ ...shared, root, actions, live, animation, sheet }));
  own(openPresetMenu({ ...shared, open: actions.openPreset }));
  own(bindShortcuts(actions));
  own(bindButtons(actions));
  own(bindFileDrops({ store, address, notices, games }));

  // What lies beside the panes, and the page around them.
  own(openLazyCompare({ ...parts, settledSlice, navigation, mainMap: mapFrame }));
  own(openLazyGallery({ ...shared, live }));
  const embedded = embeddedPanes();
  if (embedded) own(openEmbedded(embedded, store));
  else {
    own(openGuide({ ...shared, isFirstVisit }));
    own(saveLastState(store));
  }
  return { destroy };
}
