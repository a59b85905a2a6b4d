import { numberOf } from '../../experiment/experiment.ts';
import { presetExperiments } from '../../experiment/editing/preset-experiments.ts';
import type { Reading } from '../../experiment/format/url.ts';
import type { ColourScale } from '../../figure/colour/colour-scale.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import type { Actions } from './actions.ts';
import { animationOf } from '../views/animation.ts';
import { syncAddress, isFirstVisit } from './address.ts';
import { buttonActions, bindButtons } from './buttons.ts';
import { mapKey, differOnlyInInitialConditions } from '../../experiment/keys.ts';
import { byId } from '../ui/dom.ts';
import { bindFileDrops } from './drops.ts';
import { embeddedPanes, openEmbedded } from './embed.ts';
import { createPaneNavigation } from '../panes/pane-navigation.ts';
import { flowPane } from '../panes/flow-pane.ts';
import { bindShortcuts } from './keyboard.ts';
import { saveLastState } from './last-state.ts';
import { startLoop } from './loop.ts';
import { openGuide } from '../guide/guide.ts';
import { mapPane } from '../panes/map-pane.ts';
import { modelActions } from '../panel/model-turn.ts';
import { openNotices } from './notices.ts';
import { paneFrame } from '../panes/pane-frame.ts';
import { workOffline } from './offline.ts';
import { openPanel } from '../panel/panel.ts';
import { animateSection, pauseOnInput } from '../panel/panel-animate.ts';
import { createProbeController } from '../probes/probe-controller.ts';
import { fillPresetMenu } from '../panel/presets.ts';
import { createViewManager } from '../views/view-manager.ts';
import { lazyShareDialog } from '../share/load-share-dialog.ts';
import { openSheet } from '../panel/sheet.ts';
import { openStatus } from './status.ts';
import { numbersOf } from './status-numbers.ts';
import { storeOf } from './store.ts';
import { openInfoBar } from '../info/info-bar.ts';
import { syncTheme, themeOf } from './theme.ts';
import { openPlayer } from '../views/player.ts';
import { trackChanges } from './undo-buttons.ts';
import { createVerifyController } from '../verify/verify-controller.ts';
import { refused, t } from '../messages/messages.ts';
import { openLazyParts } from './lazy-loaders.ts';
import type { Message } from '../../models/message.ts';

/** The loop runs this long after a change, in seconds: the duration of a picture's fade. */
const SETTLING = 0.6;

/** Composes the page: creates its parts and connects them. */
export function openPage(reading: Reading): void {
  const store = storeOf(reading.experiment);
  const presets = presetExperiments();
  const firstVisit = isFirstVisit();
  const notices = openNotices();
  const reportIgnored = ({ ignored }: Reading) =>
    notices.notify(
      'link',
      ignored.length === 0
        ? ''
        : t('notices.ignored', { what: ignored.map(refused).join(t('common.semicolon')) }),
    );
  const address = syncAddress(store, reportIgnored);
  reportIgnored(reading);
  const panes = embeddedPanes();
  if (panes) openEmbedded(panes, store);
  else {
    openGuide(store, presets, address, firstVisit);
    saveLastState(store);
    workOffline();
  }

  let theme: Theme = themeOf(store.experiment);
  let scale: ColourScale | undefined;
  let playing = !matchMedia('(prefers-reduced-motion: reduce)').matches;
  let changed = true;
  /** The status bar's note about the precision of the engine. */
  let statusNote: Message | undefined;
  /** Particles do not move while a picture or video is made. */
  let freezeParticles = false;

  const redraw = () => {
    map.draw(theme);
    flow.draw(theme);
    probeController.draw(theme);
    compare.draw(theme);
    navigation.show(viewManager.viewSet?.engine);
    loop.wake(SETTLING);
  };
  const mapFrame = paneFrame(byId('map'), 'map', redraw);
  const flowFrame = paneFrame(byId('flow'), 'flow', redraw);
  const map = mapPane(mapFrame, store);
  const flow = flowPane(flowFrame, store);
  const infoBar = openInfoBar(document.querySelector('.info-bar')!);
  const status = openStatus();

  const probeController = createProbeController({
    store,
    map: { frame: mapFrame, pane: map },
    flow: { frame: flowFrame, pane: flow },
  });
  const { probes } = probeController;
  const navigation = createPaneNavigation({
    store,
    address,
    notices,
    probes,
    frames: [mapFrame, flowFrame],
    onSettled() {
      changed = true;
      compare.viewportSettled();
      loop.wake(SETTLING);
    },
  });

  const verifyController = createVerifyController(store, notices, mapFrame.square);
  const viewManager = createViewManager({
    canvases: { map: mapFrame.freshCanvas, flow: flowFrame.freshCanvas },
    events: {
      scale(next) {
        scale = next;
        map.showScale(next);
        compare.scaleChanged(next);
        if (!map.picture) void showResults(false);
        loop.wake(SETTLING);
      },
      finished() {
        loop.wake(SETTLING);
        void showResults(true);
        probeController.compare();
        compare.mapFinished();
      },
      failed(message) {
        notices.notify('failure', t('notices.failed', { reason: message }));
      },
    },
    notify: (text) => notices.notify('device', text),
    onOpen(viewSet) {
      // A failure belongs to the previous view set.
      notices.notify('failure', '');
      viewSet.map.setTheme(theme);
      viewSet.flow?.setTheme(theme);
      probeController.setEngine(viewSet.engine);
      verifyController.setEngine(viewSet.engine.kind);
      navigation.show(viewSet.engine);
      gallery.setEngine(viewSet.engine);
      compare.setViewSet(viewSet);
      flow.explain(viewSet.explanation);
      panel.showFlow(viewSet.flow !== undefined);
      changed = true;
      loop.wake(SETTLING);
      statusNote = undefined;
      void viewSet.engine.statusNote?.then((note) => {
        statusNote = note;
        showNumbers(true);
      });
    },
  });

  /** @param complete whether these are the results of the finest level */
  const showResults = async (complete: boolean) => {
    const key = mapKey(store.experiment);
    // The view tells of a new scale just before it shows the numbers that the scale is for.
    await Promise.resolve();
    const { viewSet } = viewManager;
    const picture = await viewSet?.map.results();
    if (key !== mapKey(store.experiment) || viewSet !== viewManager.viewSet) return;
    map.showResults(picture);
    verifyController.setPicture(picture, complete);
    showNumbers(true);
  };

  const setPlaying = (next: boolean) => {
    playing = next;
    flow.showPlaying(next);
    panel.showPlaying(next);
    loop.wake();
  };
  const player = openPlayer({
    store,
    flow: () => viewManager.viewSet?.flow,
    pause: () => setPlaying(false),
    wake: () => loop.wake(),
  });
  const animation = animationOf({
    store,
    onChange() {
      address.freeze(animation.playing);
      panel.refresh();
      loop.wake();
    },
    onRefused: (message) => showRefusal(message),
  });
  const changes = trackChanges(store, notices, () => animation.isContinuation);
  const actions: Actions = {
    stepBack: player.stepBack,
    stepOn: player.stepOn,
    playPause: () => setPlaying(!playing),
    restart() {
      viewManager.viewSet?.flow?.restart();
      compare.restart();
      loop.wake();
    },
    share: () => void openShare(theme),
    ...buttonActions(store, address, notices, presets),
    ...modelActions(store, notices),
    undo: changes.undo,
    redo: changes.redo,
    animate: animation.toggle,
    showKeys: () => void import('./keys-dialog.ts').then(({ showKeys }) => showKeys()),
  };
  const showRefusal = (message: string) => notices.notify('choice', message, true);
  const panel = openPanel(byId('panel'), store, actions, presets, showRefusal, [
    animateSection(animation),
  ]);
  pauseOnInput(byId('panel'), animation);
  openSheet();
  fillPresetMenu(store, presets, actions.openPreset);
  bindShortcuts(actions);
  bindButtons(actions);
  bindFileDrops(store, address, notices, (other, edited) => compare.compareWith(other, edited));

  const openShare = lazyShareDialog({
    store,
    notices,
    actions,
    currentScene() {
      const { viewSet } = viewManager;
      if (!viewSet || !scale) return undefined;
      const { trajectories } = probeController;
      const slots = probes.slotsOfTrajectories(trajectories);
      return { store, viewSet, trajectories, slots, panePixels: mapFrame.devicePixels };
    },
    onRunning(running) {
      freezeParticles = running;
      if (running) animation.pause();
      loop.wake();
    },
  });

  const showNumbers = (now: boolean) =>
    status.show(
      () =>
        numbersOf(store.experiment, viewManager.viewSet, map.picture, loop.frameTime, statusNote),
      now,
    );
  const loop = startLoop((seconds) => {
    const { viewSet } = viewManager;
    if (!viewSet) return false;
    // An embedded page may show the map alone.
    const particles = flowFrame.devicePixels > 0 ? viewSet.flow : undefined;
    if (!freezeParticles) animation.tick(seconds);
    if (changed) {
      changed = false;
      viewSet.map.setExperiment(store.experiment);
      viewSet.flow?.setExperiment(navigation.settled(store.experiment));
    }
    viewSet.map.resize(mapFrame.devicePixels);
    particles?.resize(flowFrame.devicePixels);
    viewSet.map.frame();
    const speed = numberOf(store.experiment, 'speed');
    const moving = playing && !freezeParticles && !lazyParts.covered && !player.isDragged;
    const steps = moving ? speed * 60 * seconds : 0;
    particles?.frame(steps);
    const compared = compare.frame(steps);
    mapFrame.place(viewSet.map.shown, store.experiment.slice);
    flowFrame.place(particles?.shown, store.experiment.slice);
    flow.showTime(viewSet.flow?.time, viewSet.flow?.seekTarget);
    player.show();
    map.showProgress(viewSet.map.progress);
    const flows =
      particles !== undefined &&
      ((playing && !lazyParts.covered) || particles.seekTarget !== undefined);
    const busy = viewSet.map.progress < 1 || compared || flows || animation.playing;
    showNumbers(!busy);
    return busy;
  });

  const lazyParts = openLazyParts({
    store,
    address,
    notices,
    navigation,
    mainMap: mapFrame,
    probeController,
    clearUndo: changes.clear,
    wake: () => loop.wake(SETTLING),
  });
  const { compare, gallery } = lazyParts;

  store.subscribe((experiment, previous) => {
    // Neither map nor flow depends on single initial conditions.
    changed ||= !differOnlyInInitialConditions(experiment, previous);
    if (mapKey(experiment) !== mapKey(previous)) map.showResults(undefined);
    infoBar.show(experiment);
    redraw();
  });
  syncTheme(store, (next) => {
    theme = next;
    viewManager.viewSet?.map.setTheme(next);
    viewManager.viewSet?.flow?.setTheme(next);
    redraw();
  });
  addEventListener('pagehide', ({ persisted }) => {
    // A page in the back-forward cache continues; any other one frees workers and device.
    if (!persisted) viewManager.viewSet?.destroy();
  });
  infoBar.show(store.experiment);
  setPlaying(playing);
  void viewManager.open();
}
