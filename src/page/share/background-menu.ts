import type { SheetLook } from './sheet-file.ts';
import { element } from '../ui/dom.ts';
import { t } from '../messages/later.ts';
import { locale } from '../messages/messages.ts';

/** A button with a menu that asks for the background of a picture. */
export interface BackgroundMenu {
  readonly button: HTMLButtonElement;
  readonly menu: HTMLElement;
}

export function backgroundMenu(
  id: string,
  title: string,
  onLook: (look: SheetLook) => void,
): BackgroundMenu {
  const menu = element('div', { class: 'menu', popover: '', id });
  const button = element('button', { type: 'button', class: 'quiet', popovertarget: id }, title);
  const looks: readonly (readonly [look: SheetLook, name: string])[] = [
    [{ background: 'dark', file: 'png' }, t('common.onDark')],
    [{ background: 'light', file: 'png' }, t('common.onLight')],
    [{ background: 'light', file: 'svg' }, 'SVG'],
    // The fonts that are embedded in a PDF have Latin and Greek letters.
    ...(locale() === 'en' ? [[{ background: 'light', file: 'pdf' }, 'PDF'] as const] : []),
  ];
  for (const [look, name] of looks) {
    const item = element('button', { type: 'button', class: 'preset' }, name);
    item.addEventListener('click', () => {
      menu.hidePopover();
      onLook(look);
    });
    menu.append(item);
  }
  return { button, menu };
}
