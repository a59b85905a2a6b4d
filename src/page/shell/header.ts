import { byId, element } from '../ui/dom.ts';
import { t } from '../messages/messages.ts';
import type { Lifetime } from '../state/lifetime.ts';

/** A button of the header that opens a part of the page. */
export interface HeaderEntry {
  readonly name: string;
  readonly doc: string;
  onPress(): void;
}

/**
 * Adds an entry to the header and to its menu, which narrow pages show instead.
 * @returns both buttons
 */
export function addToHeader(life: Lifetime, entry: HeaderEntry): readonly HTMLElement[] {
  const { name, doc, onPress } = entry;
  const button = element('button', { type: 'button', class: 'quiet', title: doc }, name);
  button.addEventListener('click', onPress);
  life.append(byId('entries'), button);
  return [button, addToMenu(life, entry)];
}

/** Adds an entry to the menu of a narrow header. */
export function addToMenu(life: Lifetime, { name, doc, onPress }: HeaderEntry): HTMLElement {
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
  life.append(menu, item);
  return item;
}
