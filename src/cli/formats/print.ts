import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { FigureParts, PrintSize } from '../../figure/figure-choices.ts';
import { withMathFont } from '../../figure/vector.ts';
import { drawMapFigure, type VectorFigure } from '../../library/map-figure.ts';
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

/**
 * Measures a map and writes it as a figure for print, which carries its experiment.
 * @param isSized whether the job's grid was asked for; else the pane's size and `dpi` give it
 */
export async function writePrint(
  job: MapJob,
  isSized: boolean,
  { format, size, parts }: PrintChoice,
): Promise<void> {
  const figure = await drawMapFigure({
    engine: job.engine,
    experiment: job.experiment,
    grid: isSized ? job.grid : undefined,
    size,
    parts,
    fonts: FONTS,
    paint: async (experiment, grid, scale) => {
      const picture = emptyPicture(grid.width, grid.height);
      const labelCounts = await paintMap(
        { ...job, experiment, grid },
        scale,
        { x: 0, y: 0 },
        picture,
      );
      const pieces: Uint8Array[] = [];
      await writePng(
        (piece) => Promise.resolve(void pieces.push(piece as Uint8Array)),
        picture,
        {},
      );
      return { png: Buffer.concat(pieces), labelCounts };
    },
  });
  await writeVectors(job.write, format, figure);
}

/** An SVG of the figure code as a file: with the font of its variables, or as a PDF. */
export async function writeVectors(
  write: Write,
  format: PrintFormat,
  figure: VectorFigure & {
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
