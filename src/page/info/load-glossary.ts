/** The ways to the glossary, whose code is loaded when somebody takes one. */
import { t } from '../messages/messages.ts';
import { addToMenu } from '../shell/header.ts';
import { lazyPart } from '../shell/lazy-part.ts';
import type { Notices } from '../shell/notices.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import { byId, element } from '../ui/dom.ts';
import type { GlossaryGroup } from './glossary.ts';

/** What on the page a press explains. */
const EXPLAINED: readonly (readonly [selector: string, group: GlossaryGroup])[] = [
  ['#map .what', 'measures'],
  ['#map .legend', 'labels'],
  ['.info-bar .known, .info-bar .eigenvalues, .info-bar .formula', 'notation'],
];

export interface LazyGlossary {
  destroy(): void;
}

export function openLazyGlossary(notices: Notices): LazyGlossary {
  const life = lifetimeOf();
  const load = lazyPart(notices, async () => {
    const { openGlossary } = await import('./glossary.ts');
    return life.own(openGlossary());
  });
  const open = async (group: GlossaryGroup, word?: string) => {
    const glossary = await load();
    if (!life.signal.aborted) glossary?.open(group, word);
  };
  const button = element(
    'button',
    { type: 'button', class: 'quiet', id: 'show-glossary', title: t('glossary.doc') },
    t('glossary.name'),
  );
  button.addEventListener('click', () => void open('notation'));
  byId('show-keys').before(button);
  life.onEnd(() => button.remove());
  addToMenu(life, {
    name: t('glossary.name'),
    doc: t('glossary.doc'),
    onPress: () => void open('notation'),
  });
  for (const [selector, group] of EXPLAINED) {
    for (const node of document.querySelectorAll<HTMLElement>(selector)) {
      node.classList.add('explained');
      node.title = t('glossary.doc');
      const onClick = ({ clientX, clientY }: MouseEvent) =>
        void open(group, wordAt(node, clientX, clientY));
      node.addEventListener('click', onClick, { signal: life.signal });
      life.onEnd(() => node.classList.remove('explained'));
    }
  }
  return { destroy: life.destroy };
}

/** The shortest text at a point of a part of the page: in a formula boxes lie above the letters. */
function wordAt(part: HTMLElement, x: number, y: number): string {
  const texts = document
    .elementsFromPoint(x, y)
    .filter((node) => part.contains(node))
    .map((node) => node.textContent)
    .filter((text) => text !== '');
  return texts.toSorted((a, b) => a.length - b.length)[0] ?? '';
}
