import type { Side } from '../../experiment/comparison.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { savedFrom } from '../../experiment/format/saved.ts';
import { ChoiceError } from '../../experiment/schema.ts';
import type { Notices } from './notices.ts';
import type { Store } from './store.ts';
import { refused, t } from '../messages/messages.ts';

/** Larger than any picture that Ganfield saves; larger files are refused unread. */
const MAX_BYTES = 256 * 2 ** 20;

/**
 * Opens the experiment of a saved picture or JSON file that is dropped on the page.
 * @param compareWith puts another experiment beside it where the file is of a comparison
 */
export function bindFileDrops(
  store: Store,
  address: { pushHistory(): void },
  notices: Notices,
  compareWith: (other: Experiment, edited: Side) => void,
): void {
  const open = async (file: File) => {
    try {
      if (file.size > MAX_BYTES) {
        throw new ChoiceError(
          `invalid experiment: ${file.name} has ${file.size} bytes, expected at most ${MAX_BYTES}`,
        );
      }
      const saved = savedFrom(file.name, new Uint8Array(await file.arrayBuffer()));
      address.pushHistory();
      store.update(saved.experiment);
      if (saved.other) compareWith(saved.other, saved.edited);
      notices.notify('file', t('notices.opened', { file: file.name }), true);
    } catch (error) {
      const known = error instanceof ChoiceError || error instanceof DOMException;
      if (!known) throw error;
      notices.notify(
        'file',
        t('notices.notOpened', {
          file: file.name,
          reason: refused(error.message),
        }),
      );
    }
  };
  addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
  addEventListener('drop', (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    void open(file);
  });
}
