/** The dialog with all keyboard shortcuts; loaded on demand. */
import { ARTICLE } from '../../experiment/papers.ts';
import { byId, element } from '../ui/dom.ts';
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet has nothing to assign
import '../ui/dialog.css';
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet has nothing to assign
import './keys.css';
import { isMac, namesOf, SHORTCUTS } from './shortcuts.ts';
import { SLIDER_KEYS } from '../panel/slider-keys.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import { t } from '../messages/later.ts';

/** Emitted by the build, see scripts/vite/notices.js. */
const NOTICES = './THIRD-PARTY-NOTICES.txt';

interface Line {
  readonly chords: readonly string[];
  readonly text: string;
}

/** The dialog with the list of all keys. */
export interface KeysDialog {
  open(): void;
  destroy(): void;
}

export function openKeysDialog(): KeysDialog {
  const life = lifetimeOf();
  const dialog = byId('keys-dialog') as HTMLDialogElement;
  const close = element('button', { class: 'button main', autofocus: '' }, t('common.close'));
  const linkTo = (href: string, name: string) =>
    element('a', { href, target: '_blank', rel: 'noopener' }, name);
  const links = element(
    'p',
    {},
    linkTo(ARTICLE, t('keys.article')),
    ' · ',
    linkTo(NOTICES, t('keys.notices')),
  );
  life.append(
    dialog,
    element('h2', { id: 'keys-title' }, t('keys.title')),
    group(
      t('keys.onPage'),
      SHORTCUTS.map(({ chords, action }) => ({ chords, text: t(`keys.actions.${action}`) })),
    ),
    group(
      t('keys.onSlider'),
      SLIDER_KEYS.map(({ chords, does }) => ({ chords, text: t(`keys.slider.${does}`) })),
    ),
    element('form', { method: 'dialog', class: 'row' }, links, close),
  );
  const onClick = ({ target }: Event) => {
    // The backdrop is the dialog itself, without anything of its own under the pointer.
    if (target === dialog) dialog.close();
  };
  dialog.addEventListener('click', onClick, { signal: life.signal });
  life.onEnd(() => dialog.close());
  return {
    open() {
      if (!dialog.open) dialog.showModal();
    },
    destroy: life.destroy,
  };
}

function group(title: string, lines: readonly Line[]): HTMLElement {
  const mac = isMac();
  const chordOf = (chord: string) =>
    namesOf(chord, mac).flatMap((name) => [element('kbd', {}, name), ' ']);
  return element(
    'section',
    {},
    element('h3', {}, title),
    element(
      'dl',
      {},
      ...lines.flatMap(({ chords, text }) => [
        element(
          'dt',
          {},
          ...chords.flatMap((chord, i) => [
            ...(i > 0 ? [`${t('keys.or')} `] : []),
            ...chordOf(chord),
          ]),
        ),
        element('dd', {}, text),
      ]),
    ),
  );
}
