import { t } from '../messages/messages.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import type { PageAddress } from '../shell/address.ts';
import { addToHeader } from '../shell/header.ts';
import { lazyPart } from '../shell/lazy-part.ts';
import type { Notices } from '../shell/notices.ts';
import type { Playback } from '../shell/playback.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import type { ReadonlySignal } from '../state/signal.ts';
import type { Store } from '../state/store.ts';
import type { LiveViews } from '../views/live-views.ts';

interface Dependencies {
  readonly store: Store;
  readonly theme: ReadonlySignal<Theme>;
  readonly address: PageAddress;
  readonly notices: Notices;
  readonly live: Pick<LiveViews, 'viewSet'>;
  readonly playback: Playback;
}

/** The way into the gallery, whose code is loaded when somebody takes it, and out of it. */
export interface LazyGallery {
  destroy(): void;
}

/** The address says whether the gallery is open, and of what: the way back closes it. */
export function openLazyGallery(dependencies: Dependencies): LazyGallery {
  const { store, theme, address, notices, live, playback } = dependencies;
  const life = lifetimeOf();
  /** There is a gallery that may have to be hidden. */
  let asked = false;
  /** The place before this one is the page without the gallery. */
  let entered = false;
  /** The gallery lies over everything: nothing needs to move below it. */
  let release: (() => void) | undefined;

  const requested = () => {
    const { zoo = '', embed } = address.params.value;
    return embed === undefined ? zoo : '';
  };
  const close = () => address.setPageParams({ zoo: '' });
  const load = lazyPart(notices, async () => {
    const { openGallery } = await import('./gallery.ts');
    return life.own(
      openGallery({
        store,
        theme,
        onSelect: (param) => address.setPageParams({ zoo: param }),
        onLeave: () => (entered ? address.go(-1) : close()),
        onChosen(experiment) {
          // Back from there returns to the gallery.
          address.pushHistory();
          store.update(experiment);
          close();
        },
      }),
    );
  });
  const cover = (isOpen: boolean) => {
    if (isOpen) release ??= playback.hold();
    else {
      release?.();
      release = undefined;
    }
  };
  const follow = async () => {
    const param = requested();
    if (param === '') entered = false;
    cover(param !== '');
    if (param === '' && !asked) return;
    asked = true;
    const gallery = await load();
    if (life.signal.aborted) return;
    // The address may have changed while the code was loaded.
    const now = requested();
    if (!gallery) {
      asked = false;
      if (now !== '') close();
    } else if (now === '') gallery.hide();
    else gallery.show(now, live.viewSet.value);
  };

  addToHeader(life, {
    name: t('gallery.title'),
    doc: t('gallery.doc'),
    onPress() {
      if (requested() !== '') return;
      address.pushHistory();
      entered = true;
      address.setPageParams({ zoo: 'models' });
    },
  });
  void follow();
  life.onEnd(address.params.subscribe(() => void follow()));
  life.onEnd(live.viewSet.subscribe((viewSet) => viewSet && requested() !== '' && void follow()));
  life.onEnd(() => cover(false));
  return { destroy: life.destroy };
}
