/** The dialog with all keyboard shortcuts; loaded on demand. */
import { byId, element } from '../ui/dom.ts';
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet has nothing to assign
import './keys.css';
import { isMac, namesOf, SHORTCUTS } from './shortcuts.ts';
import { SLIDER_KEYS } from '../panel/slider-keys.ts';
import { t } from '../messages/messages.ts';

interface Line {
  readonly chords: readonly string[];
  readonly text: string;
}

export function showKeys(): void {
  const dialog = byId('keys-dialog') as HTMLDialogElement;
  if (!dialog.hasChildNodes()) fill(dialog);
  if (!dialog.open) dialog.showModal();
}

function fill(dialog: HTMLDialogElement): void {
  const close = element('button', { class: 'button main' }, t('common.close'));
  dialog.append(
    element('h2', { id: 'keys-title' }, t('keys.title')),
    group(
      t('keys.onPage'),
      SHORTCUTS.map(({ chords, action }) => ({ chords, text: t(`keys.actions.${action}`) })),
    ),
    group(
      t('keys.onSlider'),
      SLIDER_KEYS.map(({ chords, does }) => ({ chords, text: t(`keys.slider.${does}`) })),
    ),
    element('form', { method: 'dialog', class: 'row' }, close),
  );
  dialog.addEventListener('click', ({ target }) => {
    // The backdrop is the dialog itself, without anything of its own under the pointer.
    if (target === dialog) dialog.close();
  });
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
