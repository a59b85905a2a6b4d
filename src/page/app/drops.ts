import { stateOf } from '../../experiment/editing/page-state.ts';
import { bytesToRead, savedFrom } from '../../experiment/format/saved.ts';
import { EXPECTED, GOT, invalid, NOUNS } from '../../experiment/refusal.ts';
import { fill } from '../../models/message.ts';
import type { Notices } from '../shell/notices.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import { errorText } from '../messages/error-text.ts';
import type { Store } from '../state/store.ts';
import { t } from '../messages/messages.ts';

/** Larger than any picture that Ganfield saves; larger files are refused unread. */
const MAX_BYTES = 256 * 2 ** 20;

export interface FileDrops {
  destroy(): void;
}

/** A saved picture or JSON file dropped anywhere on the page brings back what it was made of. */
export function bindFileDrops(
  store: Store,
  address: { pushHistory(): void },
  notices: Notices,
): FileDrops {
  const life = lifetimeOf();
  const { signal } = life;
  const open = async (file: File) => {
    if (file.size > MAX_BYTES) {
      throw invalid({
        what: NOUNS.experiment,
        got: fill(GOT.bytes, { name: file.name, count: String(file.size) }),
        expected: fill(EXPECTED.atMost, { most: String(MAX_BYTES) }),
      });
    }
    const most = bytesToRead(await bytesOf(file.slice(0, 8)));
    const saved = savedFrom(file.name, await bytesOf(file.slice(0, most)));
    address.pushHistory();
    // A file of one experiment takes the place of the edited one.
    if (saved.other) store.set(stateOf(saved));
    else store.update(saved.experiment);
    notices.notify('file', t('notices.opened', { file: file.name }), true);
  };
  const refuse = (file: File, error: unknown) => {
    const reason = errorText(error);
    notices.notify('file', t('notices.notOpened', { file: file.name, reason }));
  };
  addEventListener(
    'dragover',
    (event) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    },
    { signal },
  );
  addEventListener(
    'drop',
    (event) => {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      open(file).catch((error: unknown) => refuse(file, error));
    },
    { signal },
  );
  return { destroy: life.destroy };
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer());
}
