import { byId, element } from '../ui/dom.ts';
import { t } from '../messages/messages.ts';

/** A way from the masthead into a part of the page. */
export interface HeaderEntry {
  readonly name: string;
  readonly doc: string;
  onPress(): void;
}

/**
 * Puts an entry into the masthead and, for where it has no room for it, into its menu.
 * @returns both buttons
 */
export function addToHeader(entry: HeaderEntry): readonly HTMLElement[] {
  const { name, doc, onPress } = entry;
  const button = element('button', { type: 'button', class: 'quiet', title: doc }, name);
  button.addEventListener('click', onPress);
  byId('entries').append(button);
  return [button, addToMenu(entry)];
}

/** Puts an entry into the menu that a narrow masthead has. */
export function addToMenu({ name, doc, onPress }: HeaderEntry): HTMLElement {
  const menu = byId('more');
  byId('open-more').setAttribute('aria-label', t('common.more'));
  const item = element(
    'button',
    { type: 'button', class: 'preset' },
    element('strong', {}, name),
    element('span', {}, doc),
  );
  item.addEventListener('click', () => {
    menu.hidePopover();
    onPress();
  });
  menu.append(item);
  return item;
}
