import type { Engine } from '../../experiment/engine.ts';
import { pageParams, type PageAddress } from '../app/address.ts';
import type { Notices } from '../app/notices.ts';
import type { Store } from '../app/store.ts';
import type { Gallery } from './gallery.ts';
import { t } from '../messages/messages.ts';

interface Dependencies {
  readonly store: Store;
  readonly address: PageAddress;
  readonly notices: Notices;
  /** Called when the gallery opens or closes. */
  onOpen(open: boolean): void;
}

/** Opens and closes the gallery; its code is loaded at the first opening. */
export interface LazyGallery {
  open(): void;
  /** Sets the engine that measures. */
  setEngine(engine: Engine): void;
}

/** The address holds whether the gallery is open, and its variants; the back button closes it. */
export function lazyGallery({ store, address, notices, onOpen }: Dependencies): LazyGallery {
  let engine: Engine | undefined;
  let gallery: Promise<Gallery> | undefined;
  /** The previous history entry is the page without the gallery. */
  let openedHere = false;

  const requestedParam = () => {
    const { zoo: param = '', embed } = pageParams();
    return embed === undefined ? param : '';
  };
  const leave = () => {
    if (openedHere) address.go(-1);
    else {
      address.setPageParams({ zoo: '' });
      void applyAddress();
    }
  };
  const build = async () => {
    const { openGallery } = await import('./gallery.ts');
    return openGallery({
      store,
      onSelect: (param) => address.setPageParams({ zoo: param }),
      onLeave: leave,
      onChosen(experiment) {
        // The back button then returns to the gallery.
        address.pushHistory();
        store.update(experiment);
        address.setPageParams({ zoo: '' });
        void applyAddress();
      },
    });
  };
  const applyAddress = async () => {
    const param = requestedParam();
    if (param === '') openedHere = false;
    if (param === '' && !gallery) return;
    onOpen(param !== '');
    gallery ??= build();
    try {
      const built = await gallery;
      // The address may have changed while the code was loaded.
      const now = requestedParam();
      if (now === '') built.hide();
      else built.show(now, engine);
    } catch (error) {
      gallery = undefined;
      onOpen(false);
      notices.notify('gallery', t('gallery.notLoaded', { message: String(error) }));
    }
  };
  addEventListener('popstate', () => void applyAddress());
  void applyAddress();

  return {
    open() {
      if (requestedParam() !== '') return;
      address.pushHistory();
      openedHere = true;
      address.setPageParams({ zoo: 'models' });
      void applyAddress();
    },
    setEngine(next) {
      engine = next;
      if (requestedParam() !== '') void applyAddress();
    },
  };
}
