/** The way to the introduction, whose code is loaded when it is shown. */
import type { PresetExperiment } from '../../experiment/editing/preset-experiments.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import { t } from '../messages/messages.ts';
import type { PageAddress } from '../shell/address.ts';
import { addToMenu } from '../shell/header.ts';
import { lazyPart } from '../shell/lazy-part.ts';
import type { Loop } from '../shell/loop.ts';
import type { Notices } from '../shell/notices.ts';
import type { Playback } from '../shell/playback.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import type { ReadonlySignal } from '../state/signal.ts';
import type { Store } from '../state/store.ts';
import { byId, element } from '../ui/dom.ts';
import type { Intro } from './intro.ts';

export interface LazyIntro {
  open(): void;
  destroy(): void;
}

interface Dependencies {
  readonly store: Store;
  readonly theme: ReadonlySignal<Theme>;
  readonly loop: Loop;
  readonly playback: Playback;
  readonly notices: Notices;
  readonly address: PageAddress;
  readonly presets: readonly PresetExperiment[];
  startGuide(): void;
}

/** The address's key: present while the introduction is shown, so that a reload shows it again. */
const INTRO_KEY = 'intro';

/** What lies under the introduction: nothing there takes focus or pointer. */
const COVERED = 'main, #panel, #guide, #status';

export function openLazyIntro(dependencies: Dependencies): LazyIntro {
  const { playback, notices, address } = dependencies;
  const life = lifetimeOf();
  const root = element('section', { class: 'intro', 'aria-labelledby': 'intro-title' });
  const button = element('button', { type: 'button', class: 'quiet', id: 'show-intro' });
  let intro: Intro | undefined;
  let release = () => {};
  let wanted = false;
  /** Has the focus again afterwards: not at a first visit, where the space bar shall play the flow. */
  let opener: HTMLElement | undefined;

  const cover = (isOpen: boolean) => {
    for (const node of document.querySelectorAll(COVERED)) node.toggleAttribute('inert', isOpen);
    root.hidden = !isOpen;
  };
  const hide = () => {
    wanted = false;
    if (!intro) return;
    intro.destroy();
    intro = undefined;
    release();
    cover(false);
    opener?.focus({ preventScroll: true });
    opener = undefined;
  };
  const open = () => address.setPageParams({ [INTRO_KEY]: '1' });
  const close = () => address.setPageParams({ [INTRO_KEY]: '' });
  const load = lazyPart(notices, () => import('./intro.ts'));
  const show = async () => {
    wanted = true;
    const part = await load();
    // The next press tries again.
    if (!part) return close();
    if (!wanted || intro || life.signal.aborted) return;
    const startGuide = () => {
      close();
      dependencies.startGuide();
    };
    release = playback.hold();
    cover(true);
    intro = part.openIntro({ ...dependencies, root, startGuide, close });
    root.scrollTop = 0;
    root.querySelector<HTMLElement>('.button.main')?.focus({ preventScroll: true });
  };
  const follow = () => {
    const isAsked = address.params.value[INTRO_KEY] !== undefined;
    if (isAsked && !wanted) void show();
    if (!isAsked && wanted) hide();
  };
  root.hidden = true;
  button.textContent = t('guide.intro.name');
  button.title = t('guide.intro.doc');
  button.addEventListener('click', () => {
    opener = button;
    open();
  });
  byId('show-keys').before(button);
  life.append(document.body, root);
  addToMenu(life, {
    name: t('guide.intro.name'),
    doc: t('guide.intro.doc'),
    onPress: open,
  });
  addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape' && intro && !event.defaultPrevented) close();
    },
    { signal: life.signal },
  );
  life.onEnd(() => button.remove());
  life.onEnd(hide);
  life.onEnd(address.params.subscribe(follow));
  follow();
  return { open, destroy: life.destroy };
}
