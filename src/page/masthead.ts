import { byId, element } from './dom.ts';
import { words } from './words/words.ts';

/** A way from the masthead into a part of the page. */
export interface Entry {
  readonly name: string;
  readonly doc: string;
  press(): void;
}

/** Puts entries into the masthead and, for where it has no room for them, into its menu. */
export function addToMasthead(entries: readonly Entry[]): void {
  const menu = byId('more');
  byId('open-more').setAttribute('aria-label', words().common.more);
  for (const { name, doc, press } of entries) {
    const button = element('button', { type: 'button', class: 'quiet', title: doc }, name);
    button.addEventListener('click', press);
    byId('entries').append(button);
    const item = element(
      'button',
      { type: 'button', class: 'preset' },
      element('strong', {}, name),
      element('span', {}, doc),
    );
    item.addEventListener('click', () => {
      menu.hidePopover();
      press();
    });
    menu.append(item);
  }
}
