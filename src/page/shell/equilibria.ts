/** The equilibria of a game in the viewport of the flow; what finds them is loaded with the first game. */
import type { Equilibrium } from '../../experiment/equilibrium/kind.ts';
import type { Experiment, Plane } from '../../experiment/experiment.ts';
import { dynamicsKey } from '../../experiment/keys.ts';
import type { PaneOptions } from '../../figure/pane-geometry.ts';
import type { Rectangle } from '../../figure/rectangle.ts';
import type { Markup } from '../../figure/svg.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import { signalOf, type ReadonlySignal } from '../state/signal.ts';
import type { Store } from '../state/store.ts';

/** So long the experiment has to rest, in milliseconds: the search takes longer than a frame. */
const REST = 150;

/** Starts of Newton's method along each side of the viewport. */
const SIDE = 41;

export interface FoundEquilibria {
  readonly isSearched: boolean;
  readonly equilibria: readonly Equilibrium[];
  /** There are so many that they are no points but a curve: then none of them is here. */
  readonly isCurve: boolean;
  /** In a pane; on a plane of parameters there are none. */
  marks(plane: Plane, pane: Rectangle, options: PaneOptions): readonly Markup[];
}

export interface EquilibriumSearch extends ReadonlySignal<FoundEquilibria> {
  destroy(): void;
}

/** Of a frame, in milliseconds. */
const SLICE = 6;

/**
 * The result of a search that pauses, done in slices between which the page goes on.
 * @param isWanted whether it is still; where it is not, there is no result
 */
async function inSlices<T>(
  search: Generator<undefined, T>,
  isWanted: () => boolean,
): Promise<T | undefined> {
  for (;;) {
    const end = performance.now() + SLICE;
    while (performance.now() < end) {
      const { done, value } = search.next();
      if (done) return value;
    }
    await new Promise((resume) => setTimeout(resume));
    if (!isWanted()) return undefined;
  }
}

const NONE: FoundEquilibria = {
  isSearched: false,
  equilibria: [],
  isCurve: false,
  marks: () => [],
};

export function openEquilibria(store: Store): EquilibriumSearch {
  const life = lifetimeOf();
  const found = signalOf(NONE);
  let [dynamics, key] = ['', ''];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const find = async (experiment: Experiment, wanted: string) => {
    const [{ equilibriumAt }, { searchEquilibria, MOST_EQUILIBRIA }, { equilibriumMarks }] =
      await Promise.all([
        import('../../cpu/equilibrium-kind.ts'),
        import('../../experiment/equilibrium/equilibria.ts'),
        import('../../figure/overlays/equilibria.ts'),
      ]);
    if (key !== wanted || life.signal.aborted) return;
    const { x, y, hold } = experiment.slice;
    const box = { [x.component]: [x.min, x.max], [y.component]: [y.min, y.max] } as const;
    const search = searchEquilibria(experiment, box, hold, SIDE);
    const states = await inSlices(search, () => key === wanted && !life.signal.aborted);
    if (!states) return;
    const isCurve = states.length >= MOST_EQUILIBRIA;
    const equilibria = isCurve ? [] : states.map((state) => equilibriumAt(experiment, state));
    const marks: FoundEquilibria['marks'] = (...place) => equilibriumMarks(equilibria, ...place);
    found.set({ isSearched: true, equilibria, isCurve, marks });
  };
  const follow = () => {
    const { experiment } = store;
    const nextDynamics = experiment.game ? dynamicsKey(experiment) : '';
    const next = nextDynamics && nextDynamics + JSON.stringify(experiment.slice);
    if (next === key) return;
    // Where the viewport moved alone, those that were found are where they were.
    if (nextDynamics !== dynamics) found.set(NONE);
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
