import type { Experiment } from '../../experiment/experiment.ts';
import { mapKey } from '../../experiment/keys.ts';
import type { TheoryLine } from '../../experiment/theory/theory-line.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import type { Store } from '../state/store.ts';

/** So long the map's plane has to rest, in milliseconds: lines take longer than a frame. */
const REST = 150;

/** The lines of theory over the map. */
export interface MapTheory {
  readonly lines: readonly TheoryLine[];
  destroy(): void;
}

/** @param onChange called when there are other lines */
export function openMapTheory(store: Store, onChange: () => void): MapTheory {
  const life = lifetimeOf();
  let lines: readonly TheoryLine[] = [];
  let key = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  const compute = async (experiment: Experiment, wanted: string) => {
    const { shownTheoryOf } = await import('../../cpu/theory-lines.ts');
    if (key !== wanted || life.signal.aborted) return;
    lines = shownTheoryOf(experiment);
    onChange();
  };
  const follow = () => {
    const { experiment } = store;
    const isShown = experiment.parameterAxes !== undefined && experiment.values['theory'] === true;
    const wanted = isShown ? mapKey(experiment) : '';
    if (wanted === key) return;
    key = wanted;
    clearTimeout(timer);
    lines = [];
    // Where its code cannot be loaded the map stands without lines.
    if (isShown) timer = setTimeout(() => void compute(experiment, wanted).catch(() => {}), REST);
  };

  follow();
  life.onEnd(store.subscribe(follow));
  life.onEnd(() => clearTimeout(timer));
  return {
    get lines() {
      return lines;
    },
    destroy: life.destroy,
  };
}
