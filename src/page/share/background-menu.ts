import type { Theme } from '../../figure/colour/theme.ts';
import { element } from '../ui/dom.ts';
import { words } from '../messages/words.ts';

/** A button that asks for which paper a picture is to be, and what it asks with. */
export interface PaperMenu {
  readonly button: HTMLButtonElement;
  readonly menu: HTMLElement;
}

export function paperMenu(id: string, title: string, onPaper: (paper: Theme) => void): PaperMenu {
  const { common } = words();
  const menu = element('div', { class: 'menu', popover: '', id });
  const button = element('button', { type: 'button', class: 'quiet', popovertarget: id }, title);
  for (const [paper, name] of [
    ['dark', common.onDark],
    ['light', common.onLight],
  ] as const) {
    const item = element('button', { type: 'button', class: 'preset' }, name);
    item.addEventListener('click', () => {
      menu.hidePopover();
      onPaper(paper);
    });
    menu.append(item);
  }
  return { button, menu };
}
