import { visitedRange } from '../../experiment/diagram/diagram-range.ts';
import { measureDiagram } from '../../experiment/diagram/measure-diagram.ts';
import type { Engine } from '../../experiment/engine.ts';
import { refinedMap, type Refinement } from '../../experiment/ensemble/refined-map.ts';
import type { Diagram, Experiment } from '../../experiment/experiment.ts';
import type { PresetExperiment } from '../../experiment/editing/preset-experiments.ts';
import { scaleFor } from '../../figure/colour/colour-scale.ts';
import { paintDensity } from '../../figure/diagram/density.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import { paintInto } from '../ui/paint-map.ts';
import { cpuEngineInWorkers } from '../views/cpu-engine.ts';

/** Starts along each side of a thumbnail. */
const SIDE = 32;

/** Values across a thumbnail of a diagram, and bins upwards. */
const DIAGRAM_SIDE = 64;

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
      const { experiment } = preset;
      if (experiment.diagram) {
        await drawDiagram(canvas, engine, experiment, experiment.diagram, { theme, signal });
      } else {
        // Of an ensemble the first few starts.
        const { value } = await refinedMap(engine, experiment, grid, { signal }).next();
        const { results } = value as Refinement;
        paintInto(canvas, { grid, results }, scaleFor(experiment, results, theme));
      }
      canvas.dataset['theme'] = theme;
    }
  } finally {
    engine.destroy();
  }
}

/** What is visited, as density; of outcomes alone there is no such picture. */
async function drawDiagram(
  canvas: HTMLCanvasElement,
  engine: Engine,
  experiment: Experiment,
  { of, ...diagram }: Diagram,
  { theme, signal }: { readonly theme: Theme; readonly signal: AbortSignal },
): Promise<void> {
  if (of === 'outcome') return;
  const visited = { ...diagram, of };
  const range = diagram.range ?? (await visitedRange(engine, experiment, visited));
  const size = { columns: DIAGRAM_SIDE, rows: DIAGRAM_SIDE, range };
  const results = await measureDiagram(engine, experiment, visited, size, { signal });
  const image = new ImageData(DIAGRAM_SIDE, DIAGRAM_SIDE);
  paintDensity(results, theme, {
    width: DIAGRAM_SIDE,
    height: DIAGRAM_SIDE,
    channels: 4,
    data: image.data,
  });
  canvas.width = canvas.height = DIAGRAM_SIDE;
  canvas.getContext('2d')!.putImageData(image, 0, 0);
}
