import { numberOf } from '../../experiment/experiment.ts';
import { presetExperiments } from '../../experiment/editing/preset-experiments.ts';
import type { Reading } from '../../experiment/format/url.ts';
import type { ColourScale } from '../../figure/colour/colour-scale.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import type { Actions } from './actions.ts';
import { animationOf } from '../views/animation.ts';
import { followAddress, isFirstVisit } from './address.ts';
import { connectButtons, followButtons } from './buttons.ts';
import { mapKey, sameButStarts } from '../../experiment/keys.ts';
import { byId } from '../ui/dom.ts';
import { followDrops } from './drops.ts';
import { embedded, openEmbedded } from './embed.ts';
import { exploring } from '../panes/exploring.ts';
import { flowPane } from '../panes/flow-pane.ts';
import { followKeys } from './keyboard.ts';
import { keepLastState } from './last-state.ts';
import { startLoop } from './loop.ts';
import { openGuide } from '../guide/guide.ts';
import { mapPane } from '../panes/map-pane.ts';
import { turnModels } from '../panel/model-turn.ts';
import { openNotices } from './notices.ts';
import { paneFrame } from '../panes/pane-frame.ts';
import { workOffline } from './offline.ts';
import { openPanel } from '../panel/panel.ts';
import { animateSection, stopByHand } from '../panel/panel-animate.ts';
import { probing } from '../probes/probing.ts';
import { fillPresetMenu } from '../panel/presets.ts';
import { stageKeeper } from '../views/view-manager.ts';
import { shareDoor } from '../share/load-share-dialog.ts';
import { openSheet } from '../panel/sheet.ts';
import { openStatus } from './status.ts';
import { numbersOf } from './status-numbers.ts';
import { storeOf } from './store.ts';
import { openStrip } from '../info/info-bar.ts';
import { followTheme, themeOf } from './theme.ts';
import { openTransport } from '../views/player.ts';
import { followChanges } from './undo-buttons.ts';
import { verifying } from '../verify/verifying.ts';
import { words } from '../messages/words.ts';
import { openDoors } from './lazy-loaders.ts';

/** How long the loop goes on after a change, in seconds: as long as a picture fades. */
const SETTLING = 0.6;

/** Builds the page around an experiment: everything meets here, and decides elsewhere. */
export function openPage(reading: Reading): void {
  const store = storeOf(reading.experiment);
  const presets = presetExperiments();
  const newcomer = isFirstVisit();
  const notices = openNotices();
  const tellIgnored = ({ ignored }: Reading) =>
    notices.say('link', ignored.length === 0 ? '' : words().notices.ignored(ignored));
  const address = followAddress(store, tellIgnored);
  tellIgnored(reading);
  const panes = embedded();
  if (panes) openEmbedded(panes, store);
  else {
    openGuide(store, presets, address, newcomer);
    keepLastState(store);
    workOffline();
  }

  let theme: Theme = themeOf(store.experiment);
  let scale: ColourScale | undefined;
  let playing = !matchMedia('(prefers-reduced-motion: reduce)').matches;
  let changed = true;
  /** What the status says of the engine's numbers. */
  let caveat = '';
  /** Particles stand still for their picture. */
  let posing = false;

  const redraw = () => {
    map.draw(theme);
    flow.draw(theme);
    probe.draw(theme);
    compare.draw(theme);
    explore.show(keeper.stage?.engine);
    loop.wake(SETTLING);
  };
  const mapFrame = paneFrame(byId('map'), 'map', redraw);
  const flowFrame = paneFrame(byId('flow'), 'flow', redraw);
  const map = mapPane(mapFrame, store);
  const flow = flowPane(flowFrame, store);
  const strip = openStrip(document.querySelector('.strip')!);
  const status = openStatus();

  const probe = probing({
    store,
    map: { frame: mapFrame, pane: map },
    flow: { frame: flowFrame, pane: flow },
  });
  const { probes } = probe;
  const explore = exploring({
    store,
    address,
    notices,
    probes,
    frames: [mapFrame, flowFrame],
    onSettled() {
      changed = true;
      compare.windowSettled();
      loop.wake(SETTLING);
    },
  });

  const verify = verifying(store, notices, mapFrame.square);
  const keeper = stageKeeper({
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
        probe.compare();
        compare.mapFinished();
      },
      failed(message) {
        notices.say('failure', words().notices.failed(message));
      },
    },
    say: (text) => notices.say('device', text),
    onStage(stage) {
      // What failed, failed on the stage before.
      notices.say('failure', '');
      stage.map.setTheme(theme);
      stage.flow?.setTheme(theme);
      probe.setEngine(stage.engine);
      verify.setEngine(stage.engine.kind);
      explore.show(stage.engine);
      zoo.setEngine(stage.engine);
      compare.setStage(stage);
      flow.explain(stage.explanation);
      panel.showFlow(stage.flow !== undefined);
      changed = true;
      loop.wake(SETTLING);
      caveat = '';
      void stage.engine.caveat?.then((text) => {
        caveat = text;
        showNumbers(true);
      });
    },
  });

  /** @param whole whether these are the map's last numbers */
  const showResults = async (whole: boolean) => {
    const key = mapKey(store.experiment);
    // The view tells of a new scale just before it shows the numbers that the scale is for.
    await Promise.resolve();
    const { stage } = keeper;
    const picture = await stage?.map.results();
    if (key !== mapKey(store.experiment) || stage !== keeper.stage) return;
    map.showResults(picture);
    verify.setPicture(picture, whole);
    showNumbers(true);
  };

  const setPlaying = (next: boolean) => {
    playing = next;
    flow.showPlaying(next);
    panel.showPlaying(next);
    loop.wake();
  };
  const transport = openTransport({
    store,
    flow: () => keeper.stage?.flow,
    pause: () => setPlaying(false),
    wake: () => loop.wake(),
  });
  const animation = animationOf({
    store,
    onChange() {
      address.hold(animation.playing);
      panel.refresh();
      loop.wake();
    },
    onRefused: (message) => refuse(message),
  });
  const changes = followChanges(store, notices, () => animation.goesOn);
  const actions: Actions = {
    stepBack: transport.stepBack,
    stepOn: transport.stepOn,
    playPause: () => setPlaying(!playing),
    restart() {
      keeper.stage?.flow?.restart();
      compare.restart();
      loop.wake();
    },
    share: () => void openShare(theme),
    ...connectButtons(store, address, notices, presets),
    ...turnModels(store, notices),
    undo: changes.undo,
    redo: changes.redo,
    animate: animation.toggle,
    showKeys: () => void import('./keys-dialog.ts').then(({ showKeys }) => showKeys()),
  };
  const refuse = (message: string) => notices.say('choice', message, true);
  const panel = openPanel(byId('panel'), store, actions, presets, refuse, [
    animateSection(animation),
  ]);
  stopByHand(byId('panel'), animation);
  openSheet();
  fillPresetMenu(store, presets, actions.openPreset);
  followKeys(actions);
  followButtons(actions);
  followDrops(store, address, notices, (other, edited) => compare.compareWith(other, edited));

  const openShare = shareDoor({
    store,
    notices,
    actions,
    sceneNow() {
      const { stage } = keeper;
      if (!stage || !scale) return undefined;
      const { traces } = probe;
      const slots = probes.slotsOfTraces(traces);
      return { store, stage, traces, slots, panePixels: mapFrame.devicePixels };
    },
    onRunning(running) {
      posing = running;
      if (running) animation.pause();
      loop.wake();
    },
  });

  const showNumbers = (now: boolean) =>
    status.show(
      () => numbersOf(store.experiment, keeper.stage, map.picture, loop.frameTime, caveat),
      now,
    );
  const loop = startLoop((seconds) => {
    const { stage } = keeper;
    if (!stage) return false;
    // An embedded page may show the map alone.
    const particles = flowFrame.devicePixels > 0 ? stage.flow : undefined;
    if (!posing) animation.tick(seconds);
    if (changed) {
      changed = false;
      stage.map.setExperiment(store.experiment);
      stage.flow?.setExperiment(explore.settled(store.experiment));
    }
    stage.map.resize(mapFrame.devicePixels);
    particles?.resize(flowFrame.devicePixels);
    stage.map.frame();
    const speed = numberOf(store.experiment, 'speed');
    const moving = playing && !posing && !doors.covered && !transport.held;
    const steps = moving ? speed * 60 * seconds : 0;
    particles?.frame(steps);
    const compared = compare.frame(steps);
    mapFrame.place(stage.map.shown, store.experiment.slice);
    flowFrame.place(particles?.shown, store.experiment.slice);
    flow.showTime(stage.flow?.time, stage.flow?.seekTarget);
    transport.show();
    map.showProgress(stage.map.progress);
    const flows =
      particles !== undefined &&
      ((playing && !doors.covered) || particles.seekTarget !== undefined);
    const busy = stage.map.progress < 1 || compared || flows || animation.playing;
    showNumbers(!busy);
    return busy;
  });

  const doors = openDoors({
    store,
    address,
    notices,
    explore,
    mainMap: mapFrame,
    probe,
    forgetChanges: changes.forget,
    wake: () => loop.wake(SETTLING),
  });
  const { compare, zoo } = doors;

  store.subscribe((experiment, previous) => {
    // Neither map nor flow knows of single starts.
    changed ||= !sameButStarts(experiment, previous);
    if (mapKey(experiment) !== mapKey(previous)) map.showResults(undefined);
    strip.show(experiment);
    redraw();
  });
  followTheme(store, (next) => {
    theme = next;
    keeper.stage?.map.setTheme(next);
    keeper.stage?.flow?.setTheme(next);
    redraw();
  });
  addEventListener('pagehide', ({ persisted }) => {
    // A page that is kept for the way back goes on; another one frees processor and device.
    if (!persisted) keeper.stage?.destroy();
  });
  strip.show(store.experiment);
  setPlaying(playing);
  void keeper.open();
}
