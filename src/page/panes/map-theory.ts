import type { Experiment, Plane } from '../../experiment/experiment.ts';
import { mapKey } from '../../experiment/keys.ts';
import type { PaneOptions } from '../../figure/pane-geometry.ts';
import type { Rectangle } from '../../figure/rectangle.ts';
import type { Markup } from '../../figure/svg.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import type { Store } from '../state/store.ts';
import type { LiveViews } from '../views/live-views.ts';

/** So long the map's plane has to rest, in milliseconds: lines take longer than a frame. */
const REST = 150;

/** Theory over the map. */
export interface MapTheory {
  /** In the pane, as marks. */
  marks(plane: Plane, pane: Rectangle, options: PaneOptions): readonly Markup[];
  destroy(): void;
}

/** @param onChange called when something else is shown */
export function openMapTheory(
  store: Store,
  live: Pick<LiveViews, 'viewSet' | 'results'>,
  onChange: () => void,
): MapTheory {
  const life = lifetimeOf();
  let marks: MapTheory['marks'] | undefined;
  let key = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  const compute = async (experiment: Experiment, wanted: string) => {
    // What draws it is not in the first load either.
    const [{ shownTheoryOf }, { theoryLines }] = await Promise.all([
      import('../../cpu/theory-lines.ts'),
      import('../../figure/overlays/theory-lines.ts'),
    ]);
    if (key !== wanted || life.signal.aborted) return;
    // A map that is not whole yet says nothing about theory.
    const sample = live.results.value ? live.viewSet.value?.map.sample : undefined;
    const shown = shownTheoryOf(experiment, sample);
    marks = (...place) => theoryLines(shown, ...place);
    onChange();
  };
  const follow = () => {
    const { experiment } = store;
    const { parameterAxes, values } = experiment;
    const isShown = values['theory'] === true || values['isolines'] === true;
    const choices = `${String(values['theory'])} ${String(values['isolines'])}`;
    const isWhole = live.results.value !== undefined;
    const wanted =
      isShown && parameterAxes ? `${mapKey(experiment)} ${choices} ${String(isWhole)}` : '';
    if (wanted === key) return;
    const isSame = isWhole && wanted.slice(0, -'true'.length) === key.slice(0, -'false'.length);
    key = wanted;
    clearTimeout(timer);
    // The lines of a map that has become whole stay.
    if (!isSame) marks = undefined;
    // Where its code cannot be loaded the map stands without lines.
    if (wanted) timer = setTimeout(() => void compute(experiment, wanted).catch(() => {}), REST);
  };

  follow();
  life.onEnd(store.subscribe(follow));
  life.onEnd(live.results.subscribe(follow));
  life.onEnd(() => clearTimeout(timer));
  return {
    marks: (...place) => marks?.(...place) ?? [],
    destroy: life.destroy,
  };
}
