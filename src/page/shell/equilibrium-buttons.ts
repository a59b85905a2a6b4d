/** A button on each mark of an equilibrium on map and flow: a press makes it the target. */
import { withTargetState } from '../../experiment/editing/game-target.ts';
import type { Equilibrium } from '../../experiment/equilibrium/kind.ts';
import { targetOf } from '../../experiment/equilibrium/target.ts';
import { pointOf } from '../../experiment/initial-conditions.ts';
import { isSlice } from '../../experiment/plane.ts';
import { kindText } from '../../figure/legend/basin-legend.ts';
import { isMarked } from '../../figure/overlays/equilibria.ts';
import { paneOf } from '../../figure/pane-geometry.ts';
import { t } from '../messages/later.ts';
import { translate } from '../messages/messages.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import type { Store } from '../state/store.ts';
import { byId, element } from '../ui/dom.ts';
import type { GameCompilation } from './game-compiler.ts';
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet has nothing to assign
import './equilibrium-buttons.css';

export interface EquilibriumButtons {
  /** Only a game has a target that can be chosen. */
  show(equilibria: readonly Equilibrium[]): void;
  destroy(): void;
}

export function openEquilibriumButtons(store: Store, games: GameCompilation): EquilibriumButtons {
  const life = lifetimeOf();
  const layers = (['map', 'flow'] as const).map((kind) => {
    const node = element('div', { class: 'equilibrium-buttons' });
    const square = byId(kind).querySelector<HTMLElement>('.square')!;
    // A probe that lies on a mark stays within reach.
    square.insertBefore(node, square.querySelector('.handles'));
    life.onEnd(() => node.remove());
    return { kind, node };
  });
  let equilibria: readonly Equilibrium[] = [];

  const choose = async (chosen: Equilibrium) => {
    const compile = await games.load();
    // Those of an older game are gone by now.
    if (!equilibria.includes(chosen) || !store.experiment.game) return;
    store.update(withTargetState(store.experiment, chosen.state, compile));
  };
  const draw = () => {
    const { experiment } = store;
    const target = targetOf(experiment);
    for (const { kind, node } of layers) {
      const plane = paneOf(experiment, kind);
      const marked =
        experiment.game && isSlice(plane) ? equilibria.filter((one) => isMarked(one, plane)) : [];
      const others = marked.filter(({ state }) => state.some((x, i) => x !== target[i]));
      const buttons = others.map((equilibrium) => {
        const button = element('button', {
          type: 'button',
          // The list in the panel is for keys.
          tabindex: '-1',
          title: t('equilibria.makeTarget'),
          'aria-label': t('equilibria.mark', { kind: translate(kindText(equilibrium.kind)) }),
        });
        const { x, y } = pointOf(experiment.slice, equilibrium.state);
        button.style.left = `${100 * x}%`;
        button.style.bottom = `${100 * y}%`;
        button.addEventListener('click', () => void choose(equilibrium));
        return button;
      });
      node.replaceChildren(...buttons);
    }
  };
  life.onEnd(
    store.subscribe(({ state: { experiment: now }, previous: { experiment: before } }) => {
      const isStill =
        now.slice === before.slice &&
        now.parameterAxes === before.parameterAxes &&
        now.game === before.game;
      if (!isStill) draw();
    }),
  );
  return {
    show(next) {
      equilibria = next;
      draw();
    },
    destroy: life.destroy,
  };
}
