/** The row of a game's equilibria; its list is loaded when there is something in it. */
import { withTargetState } from '../../../experiment/editing/game-target.ts';
import type { Theme } from '../../../figure/colour/theme.ts';
import type { State } from '../../../models/state.ts';
import type { FoundEquilibria } from '../../shell/found-equilibria.ts';
import type { GameCompilation } from '../../shell/game-compiler.ts';
import { lazyPart } from '../../shell/lazy-part.ts';
import type { Notices } from '../../shell/notices.ts';
import { subscribeAll, type ReadonlySignal } from '../../state/signal.ts';
import type { Store } from '../../state/store.ts';
import { element } from '../../ui/dom.ts';
import type { Row } from '../panel-rows.ts';

interface Dependencies {
  readonly store: Store;
  readonly notices: Notices;
  readonly games: GameCompilation;
  readonly theme: ReadonlySignal<Theme>;
  readonly equilibria: ReadonlySignal<FoundEquilibria>;
}

export function equilibriaRow(dependencies: Dependencies): Row {
  const { store, notices, games, theme, equilibria } = dependencies;
  const load = lazyPart(notices, () => import('./equilibria-list.ts'));
  const compiler = lazyPart(notices, () => games.load());
  const choose = async (target: State) => {
    const compile = await compiler();
    const { experiment } = store;
    if (compile && experiment.game) store.update(withTargetState(experiment, target, compile));
  };
  return {
    key: 'equilibria',
    add(folder) {
      const root = element('div', { class: 'lil-controller equilibria', hidden: '' });
      folder.$children.append(root);
      let isGone = false;
      const show = async () => {
        // Those of the last game stay in sight until there are others, and nothing moves.
        root.inert = !equilibria.value.isSearched;
        if (root.inert) return;
        const loaded = await load();
        if (!loaded || isGone) return;
        root.hidden = false;
        const { experiment } = store;
        const list = loaded.equilibriaList(equilibria.value, experiment, theme.value, (target) => {
          void choose(target);
        });
        root.replaceChildren(...list);
      };
      const end = subscribeAll([equilibria, theme], () => void show());
      void show();
      return {
        show() {},
        destroy() {
          isGone = true;
          end();
          root.remove();
        },
      };
    },
  };
}
