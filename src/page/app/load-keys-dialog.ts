import { t } from '../messages/messages.ts';
import type { Notices } from '../shell/notices.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import { errorText } from '../messages/error-text.ts';
import type { KeysDialog } from './keys-dialog.ts';

/** The way to the list of keys, whose code is loaded when somebody takes it. */
export interface LazyKeysDialog {
  open(): void;
  destroy(): void;
}

export function openLazyKeysDialog(notices: Notices): LazyKeysDialog {
  const life = lifetimeOf();
  let loading: Promise<KeysDialog> | undefined;
  const build = async () => {
    const { openKeysDialog } = await import('./keys-dialog.ts');
    return life.own(openKeysDialog());
  };
  const open = async () => {
    loading ??= build();
    const dialog = await loading;
    if (!life.signal.aborted) dialog.open();
  };
  return {
    open() {
      open().catch((error: unknown) => {
        // The next time it is tried again.
        loading = undefined;
        notices.notify('failure', t('notices.failed', { reason: errorText(error) }));
      });
    },
    destroy: life.destroy,
  };
}
