import type { Engine } from '../../../experiment/engine.ts';
import type { Experiment } from '../../../experiment/experiment.ts';
import { mapOf } from '../../../experiment/pixels.ts';
import { NO_LINES, type ShownTheory } from '../../../experiment/theory/theory-line.ts';
import { SAMPLE_SIDE } from '../../../figure/colour/colour-scale.ts';
import { openTheoryClient } from '../../panes/theory-client.ts';

/** Theory over the map of each frame. */
export interface VideoTheory {
  /** @throws the signal's reason when aborted */
  of(experiment: Experiment): Promise<ShownTheory>;
  destroy(): void;
}

/** Frames that share an experiment share its theory. */
export function openVideoTheory(engine: Engine, signal: AbortSignal): VideoTheory {
  const client = openTheoryClient();
  const grid = { width: SAMPLE_SIDE, height: SAMPLE_SIDE };
  let latest: { readonly experiment: Experiment; readonly theory: ShownTheory } | undefined;
  return {
    async of(experiment) {
      if (experiment.parameterAxes === undefined) return NO_LINES;
      if (latest?.experiment !== experiment) {
        const sample = await mapOf(engine, experiment, grid, { signal });
        latest = { experiment, theory: await client.shownTheory({ experiment, sample }, signal) };
      }
      return latest.theory;
    },
    destroy: client.destroy,
  };
}
