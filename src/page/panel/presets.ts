import { PRESET_GROUPS } from '../../experiment/presets.ts';
import { presetOf, type PresetExperiment } from '../../experiment/editing/preset-experiments.ts';
import { byId, element, setText } from '../ui/dom.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import type { ReadonlySignal } from '../state/signal.ts';
import { drawThumbnails } from './preset-thumbnails.ts';
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
  theme: ReadonlySignal<Theme>,
): PresetMenu {
  const life = lifetimeOf();
  const menu = byId('presets');
  const search = element('input', {
    type: 'search',
    'aria-label': t('presets.search'),
    placeholder: t('presets.search'),
  });
  const none = element('p', { class: 'none', role: 'status' });
  life.append(menu, search, none);
  const items = presets.map((preset) => {
    const canvas = element('canvas', { 'aria-hidden': 'true' });
    const item = element(
      'button',
      { type: 'button', class: 'preset pictured' },
      canvas,
      element('strong', {}, translate(presetText(preset, 'title'))),
      element('span', {}, translate(presetText(preset, 'text'))),
    );
    item.addEventListener('click', () => {
      menu.hidePopover();
      open(preset.id);
    });
    return { preset, item, canvas };
  });
  const groups = PRESET_GROUPS.map((group) => {
    const own = items.filter(({ preset }) => preset.group === group).map(({ item }) => item);
    const title = element('h2', {}, t(`presets.groups.${group}`));
    return { own, section: element('section', {}, title, ...own) };
  });
  life.append(menu, ...groups.map(({ section }) => section));
  /** Leaves the presets with every word that is searched for. */
  const filter = () => {
    const words = search.value.toLocaleLowerCase().split(/\s+/);
    for (const { own, section } of groups) {
      for (const item of own) {
        const text = item.textContent.toLocaleLowerCase();
        item.hidden = !words.every((word) => text.includes(word));
      }
      section.hidden = own.every((item) => item.hidden);
    }
    setText(none, groups.every(({ section }) => section.hidden) ? t('presets.none') : '');
  };
  search.addEventListener('input', filter);
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    // The focus returns to the menu's button, which this key would press.
    event.preventDefault();
    items.find(({ item }) => !item.hidden)?.item.click();
  };
  search.addEventListener('keydown', onKey);
  let drawing = new AbortController();
  const onToggle = ({ newState }: ToggleEvent) => {
    search.value = '';
    filter();
    drawing.abort();
    drawing = new AbortController();
    const { signal } = drawing;
    // Without its thumbnail a preset is as good to choose.
    if (newState === 'open') drawThumbnails(items, theme.value, signal).catch(() => {});
  };
  life.onEnd(() => drawing.abort());
  menu.addEventListener('beforetoggle', onToggle, { signal: life.signal });
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
