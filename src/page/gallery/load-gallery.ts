import type { Engine } from '../../experiment/engine.ts';
import { ownKeys, type Landmarks } from '../app/address.ts';
import type { Notices } from '../app/notices.ts';
import type { Store } from '../app/store.ts';
import type { Zoo } from './gallery.ts';
import { words } from '../messages/words.ts';

interface Setting {
  readonly store: Store;
  readonly address: Landmarks;
  readonly notices: Notices;
  /** The zoo covers the page, or no longer does. */
  onOpen(open: boolean): void;
}

/** The way into the zoo, whose code is loaded when somebody takes it, and out of it. */
export interface ZooDoor {
  open(): void;
  /** What is to measure from now on. */
  setEngine(engine: Engine): void;
}

/** The address says whether the zoo is open, and of what: the way back closes it. */
export function zooDoor({ store, address, notices, onOpen }: Setting): ZooDoor {
  let engine: Engine | undefined;
  let zoo: Promise<Zoo> | undefined;
  /** The place before this one is the page without the zoo. */
  let entered = false;

  const asked = () => {
    const { zoo: family = '', embed } = ownKeys();
    return embed === undefined ? family : '';
  };
  const leave = () => {
    if (entered) address.go(-1);
    else {
      address.say({ zoo: '' });
      void follow();
    }
  };
  const build = async () => {
    const { openZoo } = await import('./gallery.ts');
    return openZoo({
      store,
      onFamily: (family) => address.say({ zoo: family }),
      onLeave: leave,
      onChosen(experiment) {
        // The way back from there leads to the zoo.
        address.landmark();
        store.update(experiment);
        address.say({ zoo: '' });
        void follow();
      },
    });
  };
  const follow = async () => {
    const family = asked();
    if (family === '') entered = false;
    if (family === '' && !zoo) return;
    onOpen(family !== '');
    zoo ??= build();
    try {
      const built = await zoo;
      // The address may have changed while the code was loaded.
      const now = asked();
      if (now === '') built.hide();
      else built.show(now, engine);
    } catch (error) {
      zoo = undefined;
      onOpen(false);
      notices.say('zoo', words().zoo.notLoaded(String(error)));
    }
  };
  addEventListener('popstate', () => void follow());
  void follow();

  return {
    open() {
      if (asked() !== '') return;
      address.landmark();
      entered = true;
      address.say({ zoo: 'models' });
      void follow();
    },
    setEngine(next) {
      engine = next;
      if (asked() !== '') void follow();
    },
  };
}
