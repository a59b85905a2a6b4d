import type { Results } from '../../experiment/engine.ts';
import type { Experiment, Plane } from '../../experiment/experiment.ts';
import { mapKey } from '../../experiment/keys.ts';
import { theoryLines } from '../../figure/overlays/theory-lines.ts';
import type { PaneOptions } from '../../figure/pane-geometry.ts';
import type { Rectangle } from '../../figure/rectangle.ts';
import type { Markup } from '../../figure/svg.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import { subscribeAll, type Source } from '../state/signal.ts';
import { openTheoryClient } from './theory-client.ts';

/** So long the map's plane has to rest, in milliseconds: lines take longer than a frame. */
const REST = 150;

/** Theory over a map; loaded with the first map that can have it. */
export interface MapTheory {
  /** In the pane, as marks. */
  marks(plane: Plane, pane: Rectangle, options: PaneOptions): readonly Markup[];
  destroy(): void;
}

/** The map that theory lies over. */
interface TheorySource {
  /** Undefined while there is no such map. */
  experiment(): Experiment | undefined;
  /** Results of its coarsest level; undefined before it is there: a part of it says nothing about theory. */
  sample(): Results | undefined;
  readonly changes: readonly Source[];
}

/** @param onChange called when something else is shown */
export function openMapTheory(source: TheorySource, onChange: () => void): MapTheory {
  const life = lifetimeOf();
  let marks: MapTheory['marks'] | undefined;
  let key = '';
  let sample: Results | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let abort = new AbortController();
  const client = life.own(openTheoryClient());

  const compute = async (experiment: Experiment, { signal }: AbortController) => {
    const shown = await client.shownTheory({ experiment, sample }, signal);
    marks = (...place) => theoryLines(shown, ...place);
    onChange();
  };
  const follow = () => {
    const experiment = source.experiment();
    const wanted = experiment ? theoryKey(experiment) : '';
    const present = wanted === '' ? undefined : source.sample();
    if (wanted === key && present === sample) return;
    // The lines of a map that has become whole stay.
    if (wanted !== key) marks = undefined;
    key = wanted;
    sample = present;
    clearTimeout(timer);
    abort.abort();
    abort = new AbortController();
    if (!experiment || wanted === '') return;
    // Where theory fails the map stands without lines.
    timer = setTimeout(() => void compute(experiment, abort).catch(() => {}), REST);
  };

  follow();
  life.onEnd(subscribeAll(source.changes, follow));
  life.onEnd(() => {
    clearTimeout(timer);
    abort.abort();
  });
  return {
    marks: (...place) => marks?.(...place) ?? [],
    destroy: life.destroy,
  };
}

/** What the theory that is shown depends on; empty where none is. */
function theoryKey(experiment: Experiment): string {
  const { parameterAxes, values } = experiment;
  const isShown = values['theory'] === true || values['isolines'] === true;
  if (!parameterAxes || !isShown) return '';
  return `${mapKey(experiment)} ${String(values['theory'])} ${String(values['isolines'])}`;
}
