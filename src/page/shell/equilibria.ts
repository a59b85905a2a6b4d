/** Equilibria and what else is marked on the phase plane; what finds them is loaded with the first of these. */
import type { Experiment } from '../../experiment/experiment.ts';
import { showsEquilibria } from '../../experiment/ensemble/ensemble.ts';
import { dynamicsKey } from '../../experiment/keys.ts';
import { PHASE_PLANE_TOOLS } from '../../experiment/theory/phase-plane.ts';
import type { FoundEquilibria } from './found-equilibria.ts';
import type { EquilibriumButtons } from './equilibrium-buttons.ts';
import type { GameCompilation } from './game-compiler.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import { signalOf, type ReadonlySignal } from '../state/signal.ts';
import type { Store } from '../state/store.ts';

/** So long the experiment has to rest, in milliseconds: the search takes longer than a frame. */
const REST = 150;

export interface EquilibriumSearch extends ReadonlySignal<FoundEquilibria> {
  destroy(): void;
}

const NONE: FoundEquilibria = {
  isSearched: false,
  equilibria: [],
  isCurve: false,
  marks: () => [],
  legend: () => '',
};

export function openEquilibria(store: Store, games: GameCompilation): EquilibriumSearch {
  const life = lifetimeOf();
  const found = signalOf(NONE);
  let [dynamics, key] = ['', ''];
  let buttons: EquilibriumButtons | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const find = async (experiment: Experiment, wanted: string) => {
    const { openEquilibriumButtons, findPhasePortrait } = await import('./phase-portrait.ts');
    const isWanted = () => key === wanted && !life.signal.aborted;
    if (!isWanted()) return;
    buttons ??= life.own(openEquilibriumButtons(store, games));
    const next = await findPhasePortrait(experiment, isWanted);
    if (!next) return;
    buttons.show(next.equilibria);
    found.set(next);
  };
  const follow = () => {
    const { experiment } = store;
    const { slice, values } = experiment;
    const tools = PHASE_PLANE_TOOLS.map((tool) => values[tool]);
    const nextDynamics =
      showsEquilibria(experiment) || tools.includes(true) ? dynamicsKey(experiment) : '';
    const next = nextDynamics && nextDynamics + JSON.stringify([slice, tools]);
    if (next === key) return;
    // Where the viewport moved alone, those that were found are where they were.
    if (nextDynamics !== dynamics) {
      found.set(NONE);
      buttons?.show([]);
    }
    [dynamics, key] = [nextDynamics, next];
    clearTimeout(timer);
    // Where the code cannot be loaded panes stand without marks.
    if (next) timer = setTimeout(() => void find(experiment, next).catch(() => {}), REST);
  };

  follow();
  life.onEnd(store.subscribe(follow));
  life.onEnd(() => clearTimeout(timer));
  return {
    get value() {
      return found.value;
    },
    subscribe: found.subscribe,
    destroy: life.destroy,
  };
}
