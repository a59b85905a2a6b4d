import { shownDiagram } from '../../experiment/editing/page-state.ts';
import { t } from '../messages/messages.ts';
import { addToHeader } from '../shell/header.ts';
import { lazyPart } from '../shell/lazy-part.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import type { DiagramDependencies } from './diagram.ts';

/** The way into the diagram, whose code is loaded when there is one first, and out of it. */
export interface LazyDiagram {
  toggle(): void;
  destroy(): void;
}

/** The experiment says whether there is a diagram, and of what. */
export function openLazyDiagram(dependencies: DiagramDependencies): LazyDiagram {
  const { store, notices } = dependencies;
  const life = lifetimeOf();
  let isLoaded = false;
  const load = lazyPart(notices, async () => {
    const { openDiagram } = await import('./diagram.ts');
    isLoaded = true;
    return life.own(openDiagram(dependencies));
  });
  const toggle = () => void load().then((diagram) => diagram?.toggle());
  const buttons = addToHeader(life, {
    name: t('diagram.title'),
    doc: t('diagram.doc'),
    onPress: toggle,
  });
  const follow = () => {
    const isOpen = shownDiagram(store.state) !== undefined;
    for (const button of buttons) button.setAttribute('aria-pressed', String(isOpen));
    if (isOpen && !isLoaded) void load();
  };
  follow();
  life.onEnd(store.subscribe(follow));
  return { toggle, destroy: life.destroy };
}
