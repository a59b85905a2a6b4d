import {
  compareWithPresent,
  editSide,
  endComparison,
  type PageState,
} from '../../experiment/editing/page-state.ts';
import { t } from '../messages/messages.ts';
import { addToHeader } from '../shell/header.ts';
import { lazyPart } from '../shell/lazy-part.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import type { CompareDependencies } from './compare.ts';

/** The way into a comparison, whose code is loaded when there is one first, and out of it. */
export interface LazyCompare {
  destroy(): void;
}

type Dependencies = Omit<CompareDependencies, 'actions'>;

export function openLazyCompare(dependencies: Dependencies): LazyCompare {
  const { store, address, notices } = dependencies;
  const life = lifetimeOf();
  let asked = false;

  /** Each of these is a place in the browser's history. */
  const change = (next: PageState) => {
    address.pushHistory();
    store.set(next);
  };
  const end = () => change(endComparison(store.state));
  const toggle = () => {
    if (store.state.comparison) end();
    else change(compareWithPresent(store.state));
  };
  const load = lazyPart(notices, async () => {
    const { openCompare } = await import('./compare.ts');
    return life.own(
      openCompare({
        ...dependencies,
        actions: { edit: (side) => change(editSide(store.state, side)), end },
      }),
    );
  });
  const buttons = addToHeader(life, {
    name: t('compare.title'),
    doc: t('compare.doc'),
    onPress: toggle,
  });
  const follow = () => {
    const isOpen = store.state.comparison !== undefined;
    for (const button of buttons) button.setAttribute('aria-pressed', String(isOpen));
    if (!isOpen || asked) return;
    asked = true;
    void load().then((compare) => {
      // The next change tries again.
      asked = compare !== undefined;
    });
  };

  follow();
  life.onEnd(store.subscribe(follow));
  return { destroy: life.destroy };
}
