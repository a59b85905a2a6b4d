import { mapOf } from '../../experiment/pixels.ts';
import type { PresetExperiment } from '../../experiment/editing/preset-experiments.ts';
import { scaleFor } from '../../figure/colour/colour-scale.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import { paintInto } from '../ui/paint-map.ts';
import { cpuEngineInWorkers } from '../views/cpu-engine.ts';

/** Starts along each side of a thumbnail. */
const SIDE = 32;

export interface Thumbnail {
  readonly preset: PresetExperiment;
  readonly canvas: HTMLCanvasElement;
}

/**
 * Draws the maps of presets, one after the other, by the cpu engine; what is drawn in this theme stays.
 * @throws the signal's reason when aborted, Error where computing failed
 */
export async function drawThumbnails(
  thumbnails: readonly Thumbnail[],
  theme: Theme,
  signal: AbortSignal,
): Promise<void> {
  const missing = thumbnails.filter(({ canvas }) => canvas.dataset['theme'] !== theme);
  if (missing.length === 0) return;
  const engine = cpuEngineInWorkers();
  try {
    const grid = { width: SIDE, height: SIDE };
    for (const { preset, canvas } of missing) {
      const results = await mapOf(engine, preset.experiment, grid, { signal });
      paintInto(canvas, { grid, results }, scaleFor(preset.experiment, results, theme));
      canvas.dataset['theme'] = theme;
    }
  } finally {
    engine.destroy();
  }
}
