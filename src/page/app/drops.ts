import { stateOf } from '../../experiment/editing/page-state.ts';
import { ChunkFailure } from '../shell/load-chunk.ts';
import type { GameCompilation } from '../shell/game-compiler.ts';
import type { Notices } from '../shell/notices.ts';
import { lifetimeOf, type Lifetime } from '../state/lifetime.ts';
import { errorText } from '../messages/error-text.ts';
import type { Store } from '../state/store.ts';
import { t } from '../messages/messages.ts';
import { element } from '../ui/dom.ts';

export interface FileDrops {
  destroy(): void;
}

/** A saved picture or JSON file dropped anywhere on the page brings back what it was made of. */
export function bindFileDrops(
  store: Store,
  address: { pushHistory(): void },
  notices: Notices,
  games: GameCompilation,
): FileDrops {
  const life = lifetimeOf();
  const { signal } = life;
  /** Counts drops: the newest one counts, however long the reading of an earlier one takes. */
  let newest = 0;
  const open = async (file: File, others: number) => {
    newest += 1;
    const own = newest;
    const [{ readSaved }, compile] = await Promise.all([import('./read-saved.ts'), games.load()]);
    const saved = await readSaved(file, compile);
    if (own !== newest) return;
    address.pushHistory();
    // A file of one experiment takes the place of the edited one.
    if (saved.other) store.set(stateOf(saved));
    else store.update(saved.experiment);
    if (others === 0) notices.notify('file', t('notices.opened', { file: file.name }), true);
    else notices.notify('file', t('notices.openedOne', { file: file.name, others }));
  };
  const refuse = (file: File, error: unknown) => {
    if (error instanceof ChunkFailure) {
      notices.notify('file', error.message);
      return;
    }
    const reason = errorText(error);
    notices.notify('file', t('notices.notOpened', { file: file.name, reason }));
  };
  showDropTarget(life);
  addEventListener(
    'drop',
    (event) => {
      const files = event.dataTransfer?.files;
      const file = files?.[0];
      if (!files || !file) return;
      event.preventDefault();
      open(file, files.length - 1).catch((error: unknown) => refuse(file, error));
    },
    { signal },
  );
  return { destroy: life.destroy };
}

/** While a file hangs over the page, says that it may be dropped. */
function showDropTarget(life: Lifetime): void {
  const { signal } = life;
  const target = element('div', { class: 'drop-target' }, element('p', {}, t('notices.dropHere')));
  target.hidden = true;
  life.append(document.body, target);
  const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false;
  const hide = () => {
    target.hidden = true;
  };
  addEventListener(
    'dragover',
    (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      target.hidden = false;
    },
    { signal },
  );
  addEventListener(
    'dragleave',
    (event) => {
      // Into another element of the page is not out of it.
      if (!event.relatedTarget) hide();
    },
    { signal },
  );
  for (const end of ['drop', 'dragend']) addEventListener(end, hide, { signal });
}
