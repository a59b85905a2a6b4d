import type { Results } from '../../experiment/engine.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { NO_LINES, type ShownTheory } from '../../experiment/theory/theory-line.ts';
import { openTheoryClient } from '../panes/theory-client.ts';

/** Theory over the maps of a gallery, one after the other. */
export interface GalleryTheory {
  /** @param sample results of the map's coarsest level */
  add(index: number, experiment: Experiment, sample: Results): void;
  /** What is there of it. */
  readonly known: readonly ShownTheory[];
  /** Of all maps that were added; none over a map whose theory failed. */
  all(): Promise<readonly ShownTheory[]>;
  destroy(): void;
}

/** @param onKnown called when the theory of a map is there */
export function galleryTheory(
  onKnown: (index: number, theory: ShownTheory) => void,
): GalleryTheory {
  const client = openTheoryClient();
  const abort = new AbortController();
  const found: ShownTheory[] = [];
  let last: Promise<void> = Promise.resolve();

  const compute = async (index: number, experiment: Experiment, sample: Results) => {
    try {
      found[index] = await client.shownTheory({ experiment, sample }, abort.signal);
    } catch {
      // The map stands without lines.
      return;
    }
    onKnown(index, found[index]);
  };
  return {
    add(index, experiment, sample) {
      found[index] = NO_LINES;
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
