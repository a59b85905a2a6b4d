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

/**
 * @param games where they are given, each mark is a button
 * @param present the experiment of which they are; by default the one that is edited
 */
export function openEquilibria(
  store: Store,
  games: GameCompilation | undefined,
  present: () => Experiment | undefined = () => store.experiment,
): EquilibriumSearch {
  const life = lifetimeOf();
  const found = signalOf(NONE);
  let [dynamics, key] = ['', ''];
  let buttons: EquilibriumButtons | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const find = async (experiment: Experiment, wanted: string) => {
    const { openEquilibriumButtons, findPhasePortrait } = await import('./phase-portrait.ts');
    const isWanted = () => key === wanted && !life.signal.aborted;
    if (!isWanted()) return;
    if (games) buttons ??= life.own(openEquilibriumButtons(store, games));
    const next = await findPhasePortrait(experiment, isWanted);
    if (!next) return;
    buttons?.show(next.equilibria);
    found.set(next);
  };
  const follow = () => {
    const experiment = present();
    const tools = PHASE_PLANE_TOOLS.map((tool) => experiment?.values[tool]);
    const isShown = experiment && (showsEquilibria(experiment) || tools.includes(true));
    const nextDynamics = isShown ? dynamicsKey(experiment) : '';
    const next = isShown ? nextDynamics + JSON.stringify([experiment.slice, tools]) : '';
    if (next === key) return;
    // Where the viewport moved alone, those that were found are where they were.
    if (nextDynamics !== dynamics) {
      found.set(NONE);
      buttons?.show([]);
    }
    [dynamics, key] = [nextDynamics, next];
    clearTimeout(timer);
    // Where the code cannot be loaded panes stand without marks.
    if (isShown) timer = setTimeout(() => void find(experiment, next).catch(() => {}), REST);
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
