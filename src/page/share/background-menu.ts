import type { Theme } from '../../figure/colour/theme.ts';
import { element } from '../ui/dom.ts';
import { t } from '../messages/messages.ts';

/** A button with a menu that asks for the background of a picture. */
export interface BackgroundMenu {
  readonly button: HTMLButtonElement;
  readonly menu: HTMLElement;
}

export function backgroundMenu(
  id: string,
  title: string,
  onBackground: (background: Theme) => void,
): BackgroundMenu {
  const menu = element('div', { class: 'menu', popover: '', id });
  const button = element('button', { type: 'button', class: 'quiet', popovertarget: id }, title);
  for (const [background, name] of [
    ['dark', t('common.onDark')],
    ['light', t('common.onLight')],
  ] as const) {
    const item = element('button', { type: 'button', class: 'preset' }, name);
    item.addEventListener('click', () => {
      menu.hidePopover();
      onBackground(background);
    });
    menu.append(item);
  }
  return { button, menu };
}
