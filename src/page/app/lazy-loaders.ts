import { addToHeader } from './header.ts';
import {
  lazyCompare,
  type LazyCompare,
  type CompareDependencies,
} from '../compare/load-compare.ts';
import { t } from '../messages/messages.ts';
import { lazyGallery, type LazyGallery } from '../gallery/load-gallery.ts';

/** The parts of the page that are loaded on demand, opened from the header. */
export interface LazyParts {
  readonly gallery: LazyGallery;
  readonly compare: LazyCompare;
  /** Whether the gallery covers the page. */
  readonly covered: boolean;
}

export function openLazyParts(dependencies: CompareDependencies): LazyParts {
  let covered = false;
  const gallery = lazyGallery({
    ...dependencies,
    onOpen(open) {
      covered = open;
      dependencies.wake();
    },
  });
  const buttons = addToHeader({
    name: t('compare.title'),
    doc: t('compare.doc'),
    onPress: () => compare.toggle(),
  });
  addToHeader({ name: t('gallery.title'), doc: t('gallery.doc'), onPress: gallery.open });
  const compare = lazyCompare({
    ...dependencies,
    onOpen(open) {
      for (const button of buttons) button.setAttribute('aria-pressed', String(open));
    },
  });
  return {
    gallery,
    compare,
    get covered() {
      return covered;
    },
  };
}
