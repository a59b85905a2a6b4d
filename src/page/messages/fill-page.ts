import { t, type MessageKey } from './messages.ts';

/** Attributes of index.html that name a text of `page`, and what the text becomes. */
const PLACES: readonly (readonly [string, (node: Element, text: string) => void])[] = [
  ['data-message', (node, text) => (node.textContent = text)],
  ['data-message-label', (node, text) => node.setAttribute('aria-label', text)],
  ['data-message-title', (node, text) => node.setAttribute('title', text)],
];

/** Writes the texts of the page's language over the English ones that stand in index.html. */
export function fillPage(): void {
  document.title = t('page.title');
  for (const [attribute, write] of PLACES) {
    for (const node of document.querySelectorAll(`[${attribute}]`)) {
      write(node, t(`page.${node.getAttribute(attribute) as MessageKey<'page'>}`));
    }
  }
}
