import { lazyPart } from '../shell/lazy-part.ts';
import type { Notices } from '../shell/notices.ts';
import { lifetimeOf } from '../state/lifetime.ts';

/** The way to the list of keys, whose code is loaded when somebody takes it. */
export interface LazyKeysDialog {
  open(): void;
  destroy(): void;
}

export function openLazyKeysDialog(notices: Notices): LazyKeysDialog {
  const life = lifetimeOf();
  const load = lazyPart(notices, async () => {
    const { openKeysDialog } = await import('./keys-dialog.ts');
    return life.own(openKeysDialog());
  });
  const open = async () => {
    const dialog = await load();
    if (!life.signal.aborted) dialog?.open();
  };
  return { open: () => void open(), destroy: life.destroy };
}
