import type { Results } from '../../experiment/engine.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import type { PhasePortrait } from '../../experiment/theory/phase-plane.ts';
import { NO_LINES, type ShownTheory } from '../../experiment/theory/theory-line.ts';
import { openTheoryClient } from '../panes/theory-client.ts';
import { portraitFinder } from '../shell/phase-portrait.ts';

/** What lies over a map: theory over one of parameters, else the phase portrait. */
export interface OverMap {
  readonly theory: ShownTheory;
  readonly portrait?: PhasePortrait | undefined;
}

/** What lies over the maps of a gallery, found for one after the other. */
export interface GalleryTheory {
  /** @param sample results of the map's coarsest level */
  add(index: number, experiment: Experiment, sample: Results): void;
  /** What is there of it. */
  readonly known: readonly OverMap[];
  /** Of all maps that were added; none over a map whose theory failed. */
  all(): Promise<readonly OverMap[]>;
  destroy(): void;
}

/** @param onKnown called when something is there for a map */
export function galleryTheory(onKnown: (index: number, over: OverMap) => void): GalleryTheory {
  const client = openTheoryClient();
  const abort = new AbortController();
  const portraitOf = portraitFinder(() => !abort.signal.aborted);
  const found: OverMap[] = [];
  let last: Promise<void> = Promise.resolve();

  const compute = async (index: number, experiment: Experiment, sample: Results) => {
    if (abort.signal.aborted) return;
    try {
      const theory = await client.shownTheory({ experiment, sample }, abort.signal);
      // A plane of parameters has no place for states.
      const portrait = experiment.parameterAxes ? undefined : await portraitOf(experiment);
      found[index] = { theory, portrait };
    } catch {
      // The map stands without lines.
      return;
    }
    if (!abort.signal.aborted) onKnown(index, found[index]);
  };
  return {
    add(index, experiment, sample) {
      found[index] = { theory: NO_LINES };
      last = last.then(() => compute(index, experiment, sample));
    },
    known: found,
    async all() {
      await last;
      return found;
    },
    destroy() {
      abort.abort();
      client.destroy();
    },
  };
}
