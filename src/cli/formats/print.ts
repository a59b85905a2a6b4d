import { phasePortraitOf } from '../../cpu/phase-plane/index.ts';
import { theoryInFigure } from '../../cpu/theory-lines.ts';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { remarkOf } from '../../experiment/engine.ts';
import { mapOf } from '../../experiment/pixels.ts';
import { textOf, withValues, type Experiment } from '../../experiment/experiment.ts';
import { toFile } from '../../experiment/format/json.ts';
import { SAMPLE_SIDE, scaleFor } from '../../figure/colour/colour-scale.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import type { FigureParts, PrintSize } from '../../figure/figure-choices.ts';
import { layoutFigure, type FigureSpec } from '../../figure/figure.ts';
import { titleOf } from '../../figure/text/caption.ts';
import { pixelsOf, printedSvg, sizeInPoints, withMathFont } from '../../figure/vector.ts';
import { englishOf } from '../../models/message.ts';
import type { Write } from '../output.ts';
import type { MapJob, PrintFormat } from './map-job.ts';
import { emptyPicture, paintMap } from './picture.ts';
import { writePng } from './png.ts';
import { FONT_FILES, FONTS } from './raster.ts';

/** How a figure is printed. */
export interface PrintChoice {
  readonly format: PrintFormat;
  readonly size: PrintSize;
  readonly parts: FigureParts;
}

/** White paper, but where the experiment says dark. */
export function printTheme(experiment: Experiment): Theme {
  return textOf(experiment, 'theme') === 'dark' ? 'dark' : 'light';
}

/**
 * Measures a map and writes it as a figure for print, which carries its experiment.
 * @param isSized whether the job's grid was asked for; else the pane's size and `dpi` give it
 */
export async function writePrint(
  job: MapJob,
  isSized: boolean,
  { format, size, parts }: PrintChoice,
): Promise<void> {
  const { engine, grid: asked } = job;
  const theme = printTheme(job.experiment);
  const experiment = withValues(job.experiment, { theme });
  const sample = await mapOf(engine, experiment, { width: SAMPLE_SIDE, height: SAMPLE_SIDE });
  const scale = scaleFor(experiment, sample, theme);
  const aspect = isSized ? asked.width / asked.height : 1;
  const spec: FigureSpec = {
    experiment,
    scale,
    panes: [{ kind: 'map' }],
    size: { ...sizeInPoints(size), aspect },
    parts,
    theme,
    fonts: FONTS,
    ...theoryInFigure(experiment, englishOf, sample),
    ...phasePortraitOf(experiment),
    engine: englishOf(remarkOf(engine)),
  };
  const { width, height } = layoutFigure(spec).panes[0]!;
  const grid = isSized ? asked : { width: pixelsOf(width, size), height: pixelsOf(height, size) };
  const picture = emptyPicture(grid.width, grid.height);
  const labelCounts = await paintMap({ ...job, experiment, grid }, scale, { x: 0, y: 0 }, picture);
  const pieces: Uint8Array[] = [];
  await writePng((piece) => Promise.resolve(void pieces.push(piece as Uint8Array)), picture, {});
  const figure = layoutFigure({ ...spec, labelCounts });
  const carried = JSON.stringify(toFile(experiment));
  const pictures = [{ place: figure.panes[0]!, png: Buffer.concat(pieces) }];
  const svg = printedSvg(figure.svg, pictures, carried);
  await writeVectors(job.write, format, { svg, title: titleOf(experiment), experiment: carried });
}

/** An SVG of the figure code as a file: with the font of its variables, or as a PDF. */
export async function writeVectors(
  write: Write,
  format: PrintFormat,
  figure: {
    readonly svg: string;
    readonly title: string;
    readonly experiment: string;
    /** Points for each unit; default 1. */
    readonly scale?: number;
  },
): Promise<void> {
  const { resolve } = createRequire(import.meta.url);
  if (format === 'svg') {
    const font = await readFile(resolve('katex/dist/fonts/KaTeX_Math-Italic.woff2'));
    await write(withMathFont(figure.svg, `data:font/woff2;base64,${font.toString('base64')}`));
    return;
  }
  const { pdfOf } = await import('../../figure/pdf/pdf.ts');
  const [text, bold, math] = await Promise.all(FONT_FILES.map((path) => readFile(resolve(path))));
  await write(await pdfOf({ ...figure, fonts: { text: text!, bold: bold!, math: math! } }));
}
