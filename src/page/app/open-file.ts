/** Opens a dropped file; loaded with the first one. */
import { stateOf } from '../../experiment/editing/page-state.ts';
import type { GameCompiler } from '../../experiment/format/read-game.ts';
import { errorText } from '../messages/error-text.ts';
import { t } from '../messages/later.ts';
import type { Notices } from '../shell/notices.ts';
import { readSaved } from './read-saved.ts';
import type { Store } from '../state/store.ts';

export interface FileOpening {
  readonly store: Store;
  readonly address: { pushHistory(): void };
  readonly notices: Notices;
  /** Of games. */
  readonly compile: GameCompiler;
}

/**
 * Opens what a file was made of, and says so, or why not.
 * @param others how many files were dropped with it
 * @param isNewest whether no other one was dropped since
 */
export async function openFile(
  file: File,
  others: number,
  opening: FileOpening,
  isNewest: () => boolean,
): Promise<void> {
  const { store, address, notices } = opening;
  try {
    const saved = await readSaved(file, opening.compile);
    if (!isNewest()) return;
    address.pushHistory();
    // A file of one experiment takes the place of the edited one.
    if (saved.other) store.set(stateOf(saved));
    else store.update(saved.experiment);
    if (others === 0) notices.notify('file', t('notices.opened', { file: file.name }), true);
    else notices.notify('file', t('notices.openedOne', { file: file.name, others }));
  } catch (error) {
    const reason = errorText(error);
    notices.notify('file', t('notices.notOpened', { file: file.name, reason }));
  }
}
