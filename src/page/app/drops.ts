import type { GameCompilation } from '../shell/game-compiler.ts';
import { lifetimeOf, type Lifetime } from '../state/lifetime.ts';
import { errorText } from '../messages/error-text.ts';
import { t } from '../messages/messages.ts';
import { element } from '../ui/dom.ts';
import type { FileOpening } from './open-file.ts';

interface Dependencies extends Omit<FileOpening, 'compile'> {
  readonly games: GameCompilation;
}

export interface FileDrops {
  destroy(): void;
}

/** A saved picture or JSON file dropped anywhere on the page brings back what it was made of. */
export function bindFileDrops(opening: Dependencies): FileDrops {
  const life = lifetimeOf();
  const { signal } = life;
  /** Counts drops: the newest one counts, however long the reading of an earlier one takes. */
  let newest = 0;
  const open = async (file: File, others: number) => {
    newest += 1;
    const own = newest;
    const [{ openFile }, compile] = await Promise.all([
      import('./open-file.ts'),
      opening.games.load(),
    ]);
    await openFile(file, others, { ...opening, compile }, () => own === newest);
  };
  showDropTarget(life);
  addEventListener(
    'drop',
    (event) => {
      const files = event.dataTransfer?.files;
      const file = files?.[0];
      if (!files || !file) return;
      event.preventDefault();
      open(file, files.length - 1).catch((error: unknown) =>
        opening.notices.notify('file', errorText(error)),
      );
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
