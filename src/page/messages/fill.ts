import { words, type Words } from './words.ts';

/** Attributes of index.html that name a word of `words().page`, and what the word becomes. */
const PLACES: readonly (readonly [string, (node: Element, text: string) => void])[] = [
  ['data-word', (node, text) => (node.textContent = text)],
  ['data-word-label', (node, text) => node.setAttribute('aria-label', text)],
  ['data-word-title', (node, text) => node.setAttribute('title', text)],
];

/** Writes the words of the page's language over the English ones that stand in index.html. */
export function fillPage(): void {
  const { page } = words();
  document.title = page.title;
  for (const [attribute, write] of PLACES) {
    for (const node of document.querySelectorAll(`[${attribute}]`)) {
      write(node, page[node.getAttribute(attribute) as keyof Words['page']]);
    }
  }
}
