/** The equilibria of a game, and of a map of basins; what finds them is loaded with the first of these. */
import type { Equilibrium } from '../../experiment/equilibrium/kind.ts';
import type { Experiment, Plane } from '../../experiment/experiment.ts';
import { showsEquilibria } from '../../experiment/ensemble/ensemble.ts';
import { dynamicsKey } from '../../experiment/keys.ts';
import type { ColourScale } from '../../figure/colour/colour-scale.ts';
import type { LegendPlace } from '../../figure/legend/legend-place.ts';
import type { PaneOptions } from '../../figure/pane-geometry.ts';
import type { Rectangle } from '../../figure/rectangle.ts';
import type { Markup } from '../../figure/svg.ts';
import type { EquilibriumButtons } from './equilibrium-buttons.ts';
import type { GameCompilation } from './game-compiler.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import { signalOf, type ReadonlySignal } from '../state/signal.ts';
import type { Store } from '../state/store.ts';

/** So long the experiment has to rest, in milliseconds: the search takes longer than a frame. */
const REST = 150;

export interface FoundEquilibria {
  readonly isSearched: boolean;
  readonly equilibria: readonly Equilibrium[];
  /** There are so many that they are no points but a curve: then none of them is here. */
  readonly isCurve: boolean;
  /** In a pane; on a plane of parameters there are none. */
  marks(plane: Plane, pane: Rectangle, options: PaneOptions): readonly Markup[];
  /** Of a map of basins; empty until they are found. */
  legend(scale: ColourScale, place: Omit<LegendPlace, 'x' | 'y'>): string;
}

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
    const [
      { equilibriumAt },
      { numberedEquilibria },
      { equilibriumMarks },
      legends,
      { openEquilibriumButtons },
    ] = await Promise.all([
      import('../../cpu/equilibrium-kind.ts'),
      import('../../experiment/equilibrium/numbered.ts'),
      import('../../figure/overlays/equilibria.ts'),
      import('../../figure/legend/basin-legend.ts'),
      import('./equilibrium-buttons.ts'),
    ]);
    const isWanted = () => key === wanted && !life.signal.aborted;
    if (!isWanted()) return;
    buttons ??= life.own(openEquilibriumButtons(store, games));
    const numbered = await numberedEquilibria(experiment, isWanted);
    if (!numbered) return;
    const equilibria = numbered.states.map((state) => equilibriumAt(experiment, state));
    const basins = legends.basinKeyOf(experiment, equilibria);
    buttons.show(equilibria);
    found.set({
      isSearched: true,
      equilibria,
      isCurve: numbered.isCurve,
      marks: (...place) => equilibriumMarks(equilibria, ...place),
      legend: (scale, place) => legends.basinLegendSvg(scale, place, basins),
    });
  };
  const follow = () => {
    const { experiment } = store;
    const nextDynamics = showsEquilibria(experiment) ? dynamicsKey(experiment) : '';
    const next = nextDynamics && nextDynamics + JSON.stringify(experiment.slice);
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
