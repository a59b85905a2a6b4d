/** Figures as SVG. What draws them is loaded with the first one. */
import type { Engine, Job } from '../experiment/engine.ts';
import type { Experiment } from '../experiment/experiment.ts';
import type { Grid } from '../experiment/grid.ts';
import type { Fonts } from '../figure/colour/theme.ts';
import {
  ALL_PARTS,
  DEFAULT_PRINT,
  type FigureParts,
  type PrintSize,
} from '../figure/figure-choices.ts';

/** Families that machines have, behind those of Ganfield's own files. */
const FAMILIES: Fonts = {
  text: 'Inter, Helvetica, Arial, sans-serif',
  math: 'KaTeX_Math, Latin Modern Math, Times New Roman, serif',
};

/** What may be chosen of a map's figure. */
export interface MapFigureOptions extends Partial<PrintSize>, Pick<Job, 'signal' | 'progress'> {
  /** Pixels of the map; by default as many as its pane has at `dpi`. */
  readonly grid?: Grid;
  /** What stands around the map; by default all. */
  readonly parts?: Partial<FigureParts>;
  readonly fonts?: Fonts;
}

/**
 * Measures the experiment's map and draws it as a figure for print: text, axes, curves and lines of
 * theory are vectors, the pixels a picture inside.
 * @param options `width` in millimetres (default 85), `fontSize` in points (7), `dpi` (300), and more
 * @returns an SVG as large as asked for, which carries its experiment
 * @throws as `measureMap`
 */
export async function mapFigure(
  engine: Engine,
  experiment: Experiment,
  { grid, parts, fonts = FAMILIES, signal, progress, ...size }: MapFigureOptions = {},
): Promise<string> {
  const [{ drawMapFigure }, { painter }] = await Promise.all([
    import('./map-figure.ts'),
    import('./paint-map.ts'),
  ]);
  const { svg } = await drawMapFigure({
    engine,
    experiment,
    grid,
    size: { ...DEFAULT_PRINT, ...size },
    parts: { ...ALL_PARTS, ...parts },
    fonts,
    paint: painter(engine, { ...(signal && { signal }), ...(progress && { progress }) }),
  });
  return svg;
}

/**
 * Traces the experiment's `starts` and draws them in the plane, and beside it what the experiment plots
 * over time.
 * @param samples of a flow's curve
 * @returns an SVG of 1,000 pixels across and more, which carries its experiment
 * @throws RangeError for a horizon of under four steps, Error for an experiment without starts
 */
export async function trajectoriesFigure(
  engine: Engine,
  experiment: Experiment,
  { samples = 2001, fonts = FAMILIES }: { readonly samples?: number; readonly fonts?: Fonts } = {},
): Promise<string> {
  if (experiment.starts.length === 0) {
    throw new Error(
      "missing starts: got none, expected a state or more; createExperiment({ starts: '0.1,0.2,0.2,0.1' }) has one",
    );
  }
  const { drawTrajectoriesFigure } = await import('./trajectories-figure.ts');
  const trajectories = await engine.trace(experiment, experiment.starts, samples);
  return drawTrajectoriesFigure(experiment, engine, trajectories, fonts).svg;
}
