import { textOf, withValues, type Experiment } from '../../experiment/experiment.ts';
import { MEASURE, VIEW } from '../../experiment/parameters.ts';
import { PRESETS, type Preset } from '../../experiment/presets.ts';
import { fromQuery, toQuery } from '../../experiment/format/url.ts';
import type { Value } from '../../models/parameter.ts';
import { byId, element } from '../ui/dom.ts';
import type { Store } from '../app/store.ts';
import { told, words } from '../messages/words.ts';

/** How things are drawn is the viewer's own, and stays when a preset is opened. */
const KEPT = VIEW.filter((parameter) => parameter !== MEASURE).map(({ name }) => name);

/** A preset's experiment, drawn the way `present` is. */
export function openedPreset(preset: Preset, present: Experiment): Experiment {
  const kept = Object.fromEntries(KEPT.map((name) => [name, present.values[name] as Value]));
  return withValues(fromQuery(preset.query).experiment, kept);
}

/** The preset that this experiment is, however it is drawn. */
export function presetOf(experiment: Experiment): Preset | undefined {
  const query = toQuery(experiment);
  return PRESETS.find(
    (preset) =>
      preset.query.includes(`model=${experiment.model}`) &&
      fromQuery(preset.query).experiment.values['measure'] === textOf(experiment, 'measure') &&
      toQuery(openedPreset(preset, experiment)) === query,
  );
}

/** Fills the menu under the header's button. */
export function fillPresetMenu(store: Store, open: (id: string) => void): void {
  const menu = byId('presets');
  const items = PRESETS.map((preset) => {
    const item = element(
      'button',
      { type: 'button', class: 'preset' },
      element('strong', {}, told(preset.title)),
      element('span', {}, told(preset.text)),
    );
    item.addEventListener('click', () => {
      menu.hidePopover();
      open(preset.id);
    });
    return { preset, item };
  });
  for (const [group, title] of Object.entries(words().presets.groups)) {
    const own = items.filter(({ preset }) => preset.group === group).map(({ item }) => item);
    menu.append(element('section', {}, element('h2', {}, title), ...own));
  }
  const mark = (experiment: Experiment) => {
    const present = presetOf(experiment);
    for (const { preset, item } of items) {
      if (preset === present) item.setAttribute('aria-current', 'true');
      else item.removeAttribute('aria-current');
    }
  };
  mark(store.experiment);
  store.subscribe(mark);
}
