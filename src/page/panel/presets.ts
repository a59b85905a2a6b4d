import { PRESET_GROUPS } from '../../experiment/presets.ts';
import {
  presetExperiments,
  presetOf,
  type PresetExperiment,
} from '../../experiment/editing/preset-experiments.ts';
import { byId, element, setText } from '../ui/dom.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import type { GameCompilation } from '../shell/game-compiler.ts';
import { lazyPart } from '../shell/lazy-part.ts';
import type { Notices } from '../shell/notices.ts';
import type { ReadonlySignal } from '../state/signal.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import type { Store } from '../state/store.ts';
import { t, translate } from '../messages/messages.ts';
import { presetTitle } from '../../experiment/texts.ts';

export interface PresetMenu {
  destroy(): void;
}

interface Dependencies {
  readonly store: Store;
  readonly presets: readonly PresetExperiment[];
  readonly theme: ReadonlySignal<Theme>;
  readonly notices: Notices;
  readonly games: GameCompilation;
  open(preset: PresetExperiment): void;
}

interface Item {
  readonly preset: PresetExperiment;
  readonly item: HTMLButtonElement;
  readonly canvas: HTMLCanvasElement;
  /** Empty until the menu is opened. */
  readonly sentence: HTMLElement;
}

/** Fills the menu under the header's button; sentences and games of papers when it is first opened. */
export function openPresetMenu(dependencies: Dependencies): PresetMenu {
  const { store, presets, theme, notices, games, open } = dependencies;
  const life = lifetimeOf();
  const menu = byId('presets');
  const name = t('presets.search');
  const search = element('input', { type: 'search', 'aria-label': name, placeholder: name });
  const none = element('p', { class: 'none', role: 'status' });
  const groups = PRESET_GROUPS.map((group) => {
    const title = element('h2', {}, t(`presets.groups.${group}`));
    return { group, section: element('section', {}, title) };
  });
  const items: Item[] = [];
  const add = (more: readonly PresetExperiment[]) => {
    for (const preset of more) {
      const item = itemOf(preset, () => {
        menu.hidePopover();
        open(preset);
      });
      items.push(item);
      groups.find(({ group }) => group === preset.group)!.section.append(item.item);
    }
    filter();
    mark();
  };
  const loadRest = lazyPart(notices, async () => {
    const { gamePresets, draw, sentenceOf } = await restOf(games);
    if (!life.signal.aborted) {
      add(gamePresets);
      for (const { preset, sentence } of items) sentence.textContent = sentenceOf(preset);
      filter();
    }
    return draw;
  });
  /** Leaves the presets with every word that is searched for. */
  const filter = () => {
    const words = search.value.toLocaleLowerCase().split(/\s+/);
    for (const { item } of items) {
      const text = item.textContent.toLocaleLowerCase();
      item.hidden = !words.every((word) => text.includes(word));
    }
    for (const { section } of groups) {
      section.hidden = section.querySelector('.preset:not([hidden])') === null;
    }
    setText(none, groups.every(({ section }) => section.hidden) ? t('presets.none') : '');
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    // The focus returns to the menu's button, which this key would press.
    event.preventDefault();
    items.find(({ item }) => !item.hidden)?.item.click();
  };
  let drawing = new AbortController();
  const onToggle = async ({ newState }: ToggleEvent) => {
    search.value = '';
    filter();
    drawing.abort();
    drawing = new AbortController();
    const { signal } = drawing;
    if (newState !== 'open') return;
    const draw = await loadRest();
    // Without its thumbnail a preset is as good to choose.
    await draw?.(items, theme.value, signal).catch(() => {});
  };
  const mark = () => {
    const present = presetOf(
      items.map(({ preset }) => preset),
      store.experiment,
    );
    for (const { preset, item } of items) {
      if (preset === present) item.setAttribute('aria-current', 'true');
      else item.removeAttribute('aria-current');
    }
  };

  life.append(menu, search, none, ...groups.map(({ section }) => section));
  add(presets);
  search.addEventListener('input', filter);
  search.addEventListener('keydown', onKey);
  menu.addEventListener('beforetoggle', (event) => void onToggle(event), { signal: life.signal });
  life.onEnd(() => drawing.abort());
  life.onEnd(store.subscribe(mark));
  return { destroy: life.destroy };
}

function itemOf(preset: PresetExperiment, onClick: () => void): Item {
  const canvas = element('canvas', { 'aria-hidden': 'true' });
  const sentence = element('span');
  const item = element(
    'button',
    { type: 'button', class: 'preset pictured' },
    canvas,
    element('strong', {}, translate(presetTitle(preset))),
    sentence,
    ...(preset.source === undefined ? [] : [element('small', {}, preset.source)]),
  );
  item.addEventListener('click', onClick);
  return { preset, item, canvas, sentence };
}

/** What only an open menu shows: games of papers, sentences, and what draws thumbnails. */
async function restOf(games: GameCompilation) {
  const [{ GAME_PRESETS }, { presetSentence }, { drawThumbnails }, compile] = await Promise.all([
    import('../../experiment/editing/game-presets.ts'),
    import('../../experiment/editing/preset-sentences.ts'),
    import('./preset-thumbnails.ts'),
    games.load(),
  ]);
  return {
    gamePresets: presetExperiments(GAME_PRESETS, compile),
    draw: drawThumbnails,
    sentenceOf: (preset: PresetExperiment) => translate(presetSentence(preset)),
  };
}
