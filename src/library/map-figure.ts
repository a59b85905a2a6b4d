/** A map as a figure for print. */
import { phasePortraitOf } from '../cpu/phase-plane/index.ts';
import { theoryInFigure } from '../cpu/theory-lines.ts';
import { remarkOf, type Engine } from '../experiment/engine.ts';
import { textOf, withValues, type Experiment } from '../experiment/experiment.ts';
import { toFile } from '../experiment/format/json.ts';
import type { Grid } from '../experiment/grid.ts';
import { mapOf, type PixelSource } from '../experiment/pixels.ts';
import { SAMPLE_SIDE, scaleFor, type ColourScale } from '../figure/colour/colour-scale.ts';
import type { Fonts, Theme } from '../figure/colour/theme.ts';
import type { FigureParts, PrintSize } from '../figure/figure-choices.ts';
import { layoutFigure, type FigureSpec } from '../figure/figure.ts';
import type { LabelCounts } from '../figure/legend/label-counts.ts';
import { titleOf } from '../figure/text/caption.ts';
import { pixelsOf, printedSvg, sizeInPoints } from '../figure/vector.ts';
import { englishOf } from '../models/message.ts';

/** A map's pixels as a PNG, and what occurs in it. */
export interface PaintedMap {
  readonly png: Uint8Array;
  readonly labelCounts: LabelCounts;
}

/** Measures the map of an experiment on a grid and paints it by a scale. */
export type PaintMap = (
  experiment: Experiment,
  grid: Grid,
  scale: ColourScale,
) => Promise<PaintedMap>;

export interface MapFigureSpec {
  readonly engine: Engine | PixelSource;
  readonly experiment: Experiment;
  /** By default as many pixels as the pane has at the resolution of `size`. */
  readonly grid?: Grid | undefined;
  readonly size: PrintSize;
  readonly parts: FigureParts;
  readonly fonts: Fonts;
  readonly paint: PaintMap;
}

/** A figure in points, and what a file of it carries. */
export interface VectorFigure {
  readonly svg: string;
  readonly title: string;
  /** JSON. */
  readonly experiment: string;
}

/** White paper, but where the experiment says dark. */
export function printTheme(experiment: Experiment): Theme {
  return textOf(experiment, 'theme') === 'dark' ? 'dark' : 'light';
}

/**
 * Measures a map and draws it as a figure for print, which carries its experiment. A coarse map decides
 * the colours, so that they are the same at every size.
 */
export async function drawMapFigure(job: MapFigureSpec): Promise<VectorFigure> {
  const { engine, grid: asked, size, parts, fonts, paint } = job;
  const theme = printTheme(job.experiment);
  const experiment = withValues(job.experiment, { theme });
  const sample = await mapOf(engine, experiment, { width: SAMPLE_SIDE, height: SAMPLE_SIDE });
  const scale = scaleFor(experiment, sample, theme);
  const spec: FigureSpec = {
    experiment,
    scale,
    panes: [{ kind: 'map' }],
    size: { ...sizeInPoints(size), aspect: asked ? asked.width / asked.height : 1 },
    parts,
    theme,
    fonts,
    ...theoryInFigure(experiment, englishOf, sample),
    ...phasePortraitOf(experiment),
    engine: englishOf(remarkOf(engine)),
  };
  const { width, height } = layoutFigure(spec).panes[0]!;
  const grid = asked ?? { width: pixelsOf(width, size), height: pixelsOf(height, size) };
  const { png, labelCounts } = await paint(experiment, grid, scale);
  const figure = layoutFigure({ ...spec, labelCounts });
  const carried = JSON.stringify(toFile(experiment));
  const svg = printedSvg(figure.svg, [{ place: figure.panes[0]!, png }], carried);
  return { svg, title: titleOf(experiment), experiment: carried };
}
