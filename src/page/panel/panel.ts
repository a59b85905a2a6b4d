import { GUI } from 'lil-gui';
import type { Experiment } from '../../experiment/experiment.ts';
import { presetOf, type PresetExperiment } from '../../experiment/editing/preset-experiments.ts';
import { assign, checkWhole, ChoiceError } from '../../experiment/schema.ts';
import type { Actions } from '../app/actions.ts';
import type { Control, Row } from './panel-rows.ts';
import { sectionsOf, type Edit, type Section } from './panel-sections.ts';
import type { Store } from '../app/store.ts';
import { refused, t, translate } from '../messages/messages.ts';
import { presetText } from '../../experiment/texts.ts';

export interface Panel {
  showPlaying(playing: boolean): void;
  /** Something changed that is no part of the experiment. */
  refresh(): void;
  /** Whether there are particles, and with them choices about them. */
  showFlow(flows: boolean): void;
}

/** Opens the panel, which shows and edits the experiment. */
export function openPanel(
  container: HTMLElement,
  store: Store,
  actions: Actions,
  presets: readonly PresetExperiment[],
  onRefused: (message: string) => void,
  more: readonly Section[] = [],
): Panel {
  const gui = new GUI({ container, injectStyles: false, title: t('panel.title') });
  const change = (next: (experiment: Experiment) => Experiment) => {
    try {
      store.update(checkWhole(next(store.experiment)));
    } catch (error) {
      if (!(error instanceof ChoiceError)) throw error;
      onRefused(refused(error.message));
      show(store.experiment);
    }
  };
  const edit: Edit = {
    assign: (key, value) => change((experiment) => assign(experiment, key, value)),
    replace: change,
  };
  let flows = true;
  const folders = [...sectionsOf(edit, () => flows), ...more].map((section) =>
    folderOf(gui, section),
  );
  const show = (experiment: Experiment) => folders.forEach((folder) => folder(experiment));
  show(store.experiment);
  store.subscribe(show);

  return {
    showPlaying: actionsFolder(gui, store, actions, presets),
    refresh: () => show(store.experiment),
    showFlow(next) {
      flows = next;
      show(store.experiment);
    },
  };
}

/** Adds a folder, and returns what makes it show an experiment. */
function folderOf(gui: GUI, section: Section): (experiment: Experiment) => void {
  const folder = gui.addFolder(t(`panel.sections.${section.id}`));
  folder.domElement.dataset['section'] = section.id;
  if (section.folded) folder.close();
  let shown: { row: Row; control: Control }[] = [];
  return (experiment) => {
    const rows = section.rows(experiment);
    // Rows up to the first that differs stay, and with them the focus.
    const same = rows.findIndex((row, index) => row.key !== shown[index]?.row.key);
    const kept = same < 0 ? rows.length : same;
    for (const { control } of shown.slice(kept)) control.destroy();
    shown = [
      ...shown.slice(0, kept),
      ...rows.slice(kept).map((row) => ({ row, control: row.add(folder) })),
    ];
    for (const { control } of shown) control.show(experiment);
  };
}

/** Adds the folder of buttons, and returns what shows whether the flow plays. */
function actionsFolder(
  gui: GUI,
  store: Store,
  actions: Actions,
  presets: readonly PresetExperiment[],
): (playing: boolean) => void {
  const folder = gui.addFolder(t('panel.sections.actions'));
  folder.domElement.dataset['section'] = 'actions';
  const holder = { preset: '' };
  const options = Object.fromEntries([
    ['–', ''],
    ...presets.map((preset) => [translate(presetText(preset, 'title')), preset.id] as const),
  ]);
  const preset = folder
    .add(holder, 'preset', options)
    .name(t('panel.preset'))
    .onChange((id: string) => id !== '' && actions.openPreset(id));
  const showPreset = (experiment: Experiment) => {
    holder.preset = presetOf(presets, experiment)?.id ?? '';
    preset.updateDisplay();
  };
  showPreset(store.experiment);
  store.subscribe(showPreset);

  const play = folder.add(actions, 'playPause').name(t('panel.pause'));
  folder.add(actions, 'restart').name(t('panel.restart'));
  folder.add(actions, 'share').name(t('panel.share'));
  folder.add(actions, 'copyLink').name(t('panel.copyLink'));
  folder.add(actions, 'copyFrame').name(t('panel.copyFrame'));
  return (playing) => void play.name(playing ? t('panel.pause') : t('panel.play'));
}
