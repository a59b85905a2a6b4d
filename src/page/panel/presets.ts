import { PRESET_GROUPS } from '../../experiment/presets.ts';
import { presetOf, type PresetExperiment } from '../../experiment/editing/preset-experiments.ts';
import { byId, element } from '../ui/dom.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import type { Store } from '../state/store.ts';
import { t, translate } from '../messages/messages.ts';
import { presetText } from '../../experiment/texts.ts';

export interface PresetMenu {
  destroy(): void;
}

/** Fills the menu under the header's button. */
export function openPresetMenu(
  store: Store,
  presets: readonly PresetExperiment[],
  open: (id: string) => void,
): PresetMenu {
  const life = lifetimeOf();
  const menu = byId('presets');
  const items = presets.map((preset) => {
    const item = element(
      'button',
      { type: 'button', class: 'preset' },
      element('strong', {}, translate(presetText(preset, 'title'))),
      element('span', {}, translate(presetText(preset, 'text'))),
    );
    item.addEventListener('click', () => {
      menu.hidePopover();
      open(preset.id);
    });
    return { preset, item };
  });
  for (const group of PRESET_GROUPS) {
    const own = items.filter(({ preset }) => preset.group === group).map(({ item }) => item);
    life.append(
      menu,
      element('section', {}, element('h2', {}, t(`presets.groups.${group}`)), ...own),
    );
  }
  const mark = () => {
    const present = presetOf(presets, store.experiment);
    for (const { preset, item } of items) {
      if (preset === present) item.setAttribute('aria-current', 'true');
      else item.removeAttribute('aria-current');
    }
  };
  mark();
  life.onEnd(store.subscribe(mark));
  return { destroy: life.destroy };
}
