import { shownBy } from './shown.ts';
import { GUI } from 'lil-gui';
import { presetOf, type PresetExperiment } from '../../experiment/editing/preset-experiments.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { ChoiceError } from '../../experiment/refusal.ts';
import { assign, checkWhole } from '../../experiment/schema.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import { t, translate } from '../messages/messages.ts';
import { presetTitle } from '../../experiment/texts.ts';
import type { Animation } from '../playback/animation.ts';
import type { Actions } from '../shell/actions.ts';
import type { ColourRange } from '../shell/colour-range.ts';
import type { FoundEquilibria } from '../shell/found-equilibria.ts';
import type { GameCompilation } from '../shell/game-compiler.ts';
import type { Notices } from '../shell/notices.ts';
import type { Playback } from '../shell/playback.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import { subscribeAll, type ReadonlySignal } from '../state/signal.ts';
import type { Store } from '../state/store.ts';
import type { LiveViews } from '../views/live-views.ts';
import { animateSection, pauseOnInput } from './panel-animate.ts';
import { keepRangeWhileDragging } from './drag-range.ts';
import type { Control, Row } from './panel-rows.ts';
import type { Edit } from './panel-rows.ts';
import { sectionsOf, type Section } from './panel-sections.ts';
import type { Sheet } from './sheet.ts';
import { equilibriaRow } from './game/equilibria-row.ts';
import { gameRow } from './game/game-row.ts';
import type { Message } from '../../models/message.ts';

/** The panel edits the experiment and shows it; nothing else depends on it. */
export interface Panel {
  destroy(): void;
}

interface Dependencies {
  readonly root: HTMLElement;
  readonly store: Store;
  readonly actions: Actions;
  readonly presets: readonly PresetExperiment[];
  readonly notices: Notices;
  readonly live: Pick<LiveViews, 'viewSet'>;
  readonly playback: Playback;
  readonly animation: Animation;
  readonly colourRange: ColourRange;
  readonly sheet: Pick<Sheet, 'open'>;
  readonly theme: ReadonlySignal<Theme>;
  readonly games: GameCompilation;
  readonly equilibria: ReadonlySignal<FoundEquilibria>;
}

export function openPanel(dependencies: Dependencies): Panel {
  const { root, store, notices, live, playback, animation } = dependencies;
  const life = lifetimeOf();
  const gui = life.own(new GUI({ container: root, injectStyles: false, title: t('panel.title') }));
  const refuse = (refusal: Message) => {
    notices.notify('choice', translate(refusal), true);
    show();
  };
  const change = (next: (experiment: Experiment) => Experiment) => {
    try {
      store.update(checkWhole(next(store.experiment)));
    } catch (error) {
      if (!(error instanceof ChoiceError)) throw error;
      refuse(error.refusal);
    }
  };
  const edit: Edit = {
    assign: (key, value) => change((experiment) => assign(experiment, key, value)),
    replace: change,
  };
  /** Whether there are particles, and with them choices about them; until that is known, there are. */
  const flows = () => live.viewSet.value === undefined || live.viewSet.value.flow !== undefined;
  const game = gameRow(store, notices, dependencies.sheet.open);
  const gameRows = [game.row, equilibriaRow(dependencies)];
  const sections = [...sectionsOf(edit, flows, game, gameRows), animateSection(animation)];
  const folders = sections.map((section) => folderOf(gui, section, refuse));
  const buttons = actionsFolder(gui, dependencies);
  const show = () => {
    for (const folder of folders) folder(store.experiment);
    buttons();
  };

  show();
  life.onEnd(subscribeAll([store, live.viewSet, animation.changes, playback.playing], show));
  life.onEnd(pauseOnInput(root, animation));
  life.onEnd(keepRangeWhileDragging(root, dependencies.colourRange));
  return { destroy: life.destroy };
}

/** Adds a folder, and returns what makes it show an experiment. */
function folderOf(
  gui: GUI,
  section: Section,
  refuse: (refusal: Message) => void,
): (experiment: Experiment) => void {
  const folder = gui.addFolder(t(`panel.sections.${section.id}`));
  folder.domElement.dataset['section'] = section.id;
  if (section.folded) folder.close();
  let shown: { row: Row; control: Control }[] = [];
  return (experiment) => {
    const rows = section.rows(experiment);
    // Rows up to the first that differs stay, and with them the focus.
    const same = rows.findIndex((row, index) => row.key !== shown[index]?.row.key);
    const kept = same < 0 ? rows.length : same;
    withoutBlur(() => shown.slice(kept).forEach(({ control }) => control.destroy()));
    shown = [
      ...shown.slice(0, kept),
      ...rows.slice(kept).map((row) => ({ row, control: row.add(folder, refuse) })),
    ];
    for (const { control } of shown) control.show(experiment);
  };
}

/** Lets nobody hear that a field loses the focus: what was typed into a row that goes is given up. */
function withoutBlur(remove: () => void): void {
  const stop = (event: Event) => event.stopImmediatePropagation();
  addEventListener('blur', stop, true);
  remove();
  removeEventListener('blur', stop, true);
}

/** Adds the folder of buttons, and returns what brings it up to date. */
function actionsFolder(gui: GUI, dependencies: Dependencies): () => void {
  const { store, actions, presets, playback } = dependencies;
  const folder = gui.addFolder(t('panel.sections.actions'));
  folder.domElement.dataset['section'] = 'actions';
  const holder = { preset: '' };
  const options = Object.fromEntries([
    ['–', ''],
    ...presets.map((preset) => [translate(presetTitle(preset)), preset.id] as const),
  ]);
  const preset = folder
    .add(holder, 'preset', options)
    .name(t('panel.preset'))
    .onChange((id: string) => {
      opened.forget();
      const chosen = presets.find((one) => one.id === id);
      if (chosen) actions.openPreset(chosen);
    });
  const play = folder.add(actions, 'playPause').name(t('panel.pause'));
  folder.add(actions, 'restart').name(t('panel.restart'));
  folder.add(actions, 'share').name(t('panel.share'));
  folder.add(actions, 'copyLink').name(t('panel.copyLink'));
  folder.add(actions, 'copyFrame').name(t('panel.copyFrame'));
  const opened = shownBy((id: string) => {
    holder.preset = id;
    preset.updateDisplay();
  });
  const playing = shownBy((is: boolean) => play.name(is ? t('panel.pause') : t('panel.play')));
  return () => {
    opened.show(presetOf(presets, store.experiment)?.id ?? '');
    playing.show(playback.playing.value);
  };
}
