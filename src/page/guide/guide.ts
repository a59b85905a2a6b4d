import type { PageAddress } from '../shell/address.ts';
import { byId, element } from '../ui/dom.ts';
import { openLazyIntro } from './load-intro.ts';
import { GUIDE_KEY, presetOfStep, stepOf, STEPS } from './guide-steps.ts';
import { addToMenu } from '../shell/header.ts';
import { lazyPart } from '../shell/lazy-part.ts';
import { writeStorage, readStorage } from '../shell/local-storage.ts';
import {
  openedPreset,
  type PresetExperiment,
} from '../../experiment/editing/preset-experiments.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import type { Loop } from '../shell/loop.ts';
import type { Notices } from '../shell/notices.ts';
import type { Playback } from '../shell/playback.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import type { ReadonlySignal } from '../state/signal.ts';
import type { Store, Transition } from '../state/store.ts';
import { t } from '../messages/messages.ts';

/** The storage key; its presence alone counts. */
const SEEN = 'guide';

export interface Guide {
  destroy(): void;
}

interface Dependencies {
  readonly store: Store;
  readonly presets: readonly PresetExperiment[];
  readonly address: PageAddress;
  readonly notices: Notices;
  readonly isFirstVisit: boolean;
  readonly theme: ReadonlySignal<Theme>;
  readonly loop: Loop;
  readonly playback: Playback;
}

/** The guide through the article's argument, one preset a step; the address holds the step. */
export function openGuide(dependencies: Dependencies): Guide {
  const { store, presets, address, notices, isFirstVisit } = dependencies;
  const life = lifetimeOf();
  const { signal } = life;
  const root = byId('guide');
  const button = byId('open-guide');
  const loadCard = lazyPart(notices, () => import('./guide-card.ts'));
  let shown: number | undefined;
  let card: Awaited<ReturnType<typeof loadCard>>;

  const go = (index: number) => {
    if (!STEPS[index]) return;
    address.pushHistory();
    store.update(openedPreset(presetOfStep(presets, index), store.experiment));
    address.setPageParams({ [GUIDE_KEY]: String(index + 1) });
  };
  /** The focus goes to where the guide can be opened again. */
  const leave = () => (button.offsetParent ? button : byId('open-more')).focus();
  const close = () => {
    resetWindow();
    address.setPageParams({ [GUIDE_KEY]: '' });
    leave();
  };
  /** A window that a step has set belongs to it. */
  const resetWindow = () => {
    if (!card || shown === undefined) return;
    store.update(card.withoutWindow(store.experiment, presetOfStep(presets, shown)));
  };
  /** Where something else is opened, the guide goes on at its step or ends. */
  const onChange = (before: Experiment) => {
    if (!card || shown === undefined) return;
    const next = card.stepAfterChange(presets, shown, before, store.experiment);
    if (next === shown) return;
    if (next === undefined) resetWindow();
    address.setPageParams({ [GUIDE_KEY]: next === undefined ? '' : String(next + 1) });
  };
  /** From the last step to what lies beyond the article. */
  const leadOn = (to: string) => {
    const preset = presets.find(({ id }) => id === to);
    address.pushHistory();
    if (preset) store.update(openedPreset(preset, store.experiment));
    else resetWindow();
    address.setPageParams({ [GUIDE_KEY]: '', ...(!preset && { zoo: 'models' }) });
    leave();
  };
  const show = async (index: number | undefined) => {
    shown = index;
    const place =
      index === undefined ? '' : ` ${t('guide.place', { step: index + 1, of: STEPS.length })}`;
    button.replaceChildren(t('guide.name'), element('span', { class: 'long' }, place));
    button.setAttribute('aria-expanded', String(index !== undefined));
    if (index === undefined) {
      setState(root, 'closed');
      return;
    }
    writeStorage(SEEN, 'seen');
    card = await loadCard();
    // A later step may have come in between.
    if (shown !== index || signal.aborted) return;
    if (!card) {
      // The next press tries again.
      address.setPageParams({ [GUIDE_KEY]: '' });
      return;
    }
    card.fillCard(root, presets, index, { go, close, leadOn });
    setState(root, 'open');
  };
  const follow = () => void show(stepIn(address));
  const onPress = () => (shown === undefined ? go(0) : close());

  const onKey = (key: string) => shown !== undefined && actOn(key, shown, go, close);
  bindKeys([root, button], onKey, signal);
  button.addEventListener('click', onPress, { signal });
  addToMenu(life, { name: t('guide.name'), doc: t('guide.doc'), onPress });
  life.onEnd(address.params.subscribe(() => stepIn(address) !== shown && follow()));
  // Who changes the step changes the experiment before the address.
  const later = ({ previous }: Transition) => queueMicrotask(() => onChange(previous.experiment));
  life.onEnd(store.subscribe(later));
  life.onEnd(() => root.replaceChildren());
  follow();
  const intro = life.own(openLazyIntro({ ...dependencies, startGuide: () => go(0) }));
  if (shown === undefined && isFirstVisit && readStorage(SEEN) === undefined) {
    writeStorage(SEEN, 'seen');
    intro.open();
  }
  return { destroy: life.destroy };
}

function setState(root: HTMLElement, state: 'closed' | 'open'): void {
  root.hidden = state === 'closed';
  document.documentElement.dataset['guide'] = state;
}

/** Keys belong to the guide wherever nothing else that uses them has the focus. */
function isForGuide(event: KeyboardEvent, parts: readonly HTMLElement[]): boolean {
  const { target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false;
  if (document.querySelector('dialog[open]') || !(target instanceof Node)) return false;
  return target === document.body || parts.some((part) => part.contains(target));
}

/** Walks on, back or out of the guide. @returns whether the key is one of its own */
function actOn(key: string, step: number, go: (index: number) => void, close: () => void): boolean {
  if (key === 'ArrowLeft') go(step - 1);
  else if (key === 'ArrowRight') go(step + 1);
  else if (key === 'Escape') close();
  else return false;
  return true;
}

function bindKeys(
  parts: readonly HTMLElement[],
  onKey: (key: string) => boolean,
  signal: AbortSignal,
): void {
  const listen = (event: KeyboardEvent) => {
    if (isForGuide(event, parts) && onKey(event.key)) event.preventDefault();
  };
  document.addEventListener('keydown', listen, { signal });
}

function stepIn({ params }: PageAddress): number | undefined {
  return stepOf(new URLSearchParams(params.value));
}
