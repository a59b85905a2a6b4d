/** The way to the editor of games, whose code is loaded when somebody takes it. */
import { CUSTOM } from '../../../game/compiled-game.ts';
import type { Experiment } from '../../../experiment/experiment.ts';
import { t } from '../../messages/messages.ts';
import { lazyPart } from '../../shell/lazy-part.ts';
import type { Notices } from '../../shell/notices.ts';
import type { Store } from '../../state/store.ts';
import { element } from '../../ui/dom.ts';
import type { Row } from '../panel-rows.ts';
import type { GameEditor } from './game-editor.ts';

export interface GameRow {
  /** What stands at the end of the model list, as name and id. */
  option(experiment: Experiment | undefined): readonly [string, string];
  /** Makes the present model a game of one's own, and opens the editor. */
  begin(): Promise<void>;
  /** Below the model, where it is a game: opens and closes the editor. */
  readonly row: Row;
}

/** @param openSheet makes room for the editor on narrow pages */
export function gameRow(store: Store, notices: Notices, openSheet: () => void): GameRow {
  let isOpen = false;
  let refresh = () => {};
  const load = lazyPart(notices, () => import('./game-editor.ts'));
  return {
    option: (experiment) => {
      const title = experiment?.game?.source.title;
      return [title === undefined ? t('panel.yourGame') : t('panel.game', { title }), CUSTOM];
    },
    async begin() {
      const loaded = await load();
      if (!loaded) return;
      isOpen = true;
      openSheet();
      if (!store.experiment.game) store.update(loaded.asOwnGame(store.experiment));
    },
    row: {
      key: 'game',
      add(folder) {
        const button = element('button', { type: 'button' });
        const root = element('div', { class: 'lil-controller game-row' }, button);
        let editor: GameEditor | undefined;
        let isGone = false;
        refresh = () => {
          button.setAttribute('aria-expanded', String(isOpen));
          button.textContent = t(isOpen ? 'panel.closeEditor' : 'panel.editGame');
          if (isOpen && !editor) void open();
          else if (!isOpen) {
            editor?.destroy();
            editor = undefined;
          }
        };
        const open = async () => {
          const loaded = await load();
          if (!loaded || isGone || editor || !isOpen || !store.experiment.game) return;
          editor = loaded.openGameEditor(store);
          root.append(editor.root);
        };
        button.addEventListener('click', () => {
          isOpen = !isOpen;
          refresh();
        });
        folder.$children.append(root);
        refresh();
        return {
          show: (experiment) => editor?.show(experiment),
          destroy() {
            isGone = true;
            editor?.destroy();
            root.remove();
          },
        };
      },
    },
  };
}
