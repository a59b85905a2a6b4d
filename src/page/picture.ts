/** Saved pictures; loaded when the first one is made. */
import mathFont from 'katex/dist/fonts/KaTeX_Math-Italic.woff2?inline';
import { COLUMNS, type Engine, type Trace } from '../experiment/engine.ts';
import { textOf, withValues, type Experiment } from '../experiment/experiment.ts';
import { startsOfPixels, type Grid } from '../experiment/grid.ts';
import { toFile } from '../experiment/json.ts';
import { PNG_KEYWORD } from '../experiment/png.ts';
import { SHAPE_KEYWORD, type PictureShape } from '../experiment/saved.ts';
import { censusOf, together, type Census } from '../figure/census.ts';
import { paint, type ColourScale } from '../figure/colour-scale.ts';
import { layoutFigure, type FigurePane } from '../figure/figure.ts';
import type { Rectangle } from '../figure/rectangle.ts';
import { GROUND } from '../figure/theme.ts';
import { FONTS } from './fonts.ts';
import { figureSizeOf, type PictureChoice } from './picture-size.ts';
import { encodeInWorker } from './png-client.ts';
import { told, words } from './words/words.ts';

/** What a picture is made from. */
export interface PictureSource {
  readonly experiment: Experiment;
  readonly engine: Engine;
  /** In the colours of the picture's paper. */
  readonly scale: ColourScale;
  readonly traces: readonly Trace[];
  readonly traceColours: readonly string[];
  /** Beside the flow's name. */
  readonly flowNote: string;
  /** Side of a pane on the screen, in device pixels. */
  readonly panePixels: number;
  flowPixels(devicePixels: number): Promise<Uint8ClampedArray>;
}

/** Along a side: a processor would take minutes for more. Every start is then a block of pixels. */
const MOST_STARTS_ON_CPU = 192;

/** Starts that are measured together. */
const BAND = 262_144;

/** The picture as a PNG that carries its experiment. @throws the signal's reason when aborted */
export async function makePicture(
  source: PictureSource,
  choice: PictureChoice,
  signal: AbortSignal,
  progress: (share: number) => void,
): Promise<Blob> {
  const { experiment, scale, engine } = source;
  const kinds = choice.content === 'both' ? (['map', 'flow'] as const) : [choice.content];
  const curves = source.traces.map((trace, i) => ({ trace, colour: source.traceColours[i]! }));
  const panes: FigurePane[] = kinds.map((kind) =>
    kind === 'map' ? { kind } : { kind, note: source.flowNote, curves },
  );
  const spec = {
    experiment,
    scale,
    panes,
    size: figureSizeOf(choice.size, source.panePixels),
    theme: choice.paper,
    fonts: FONTS,
    say: told,
  };
  const plan = layoutFigure(spec);
  const canvas = new OffscreenCanvas(plan.width, plan.height);
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  let census: Census | undefined;
  for (const [i, kind] of kinds.entries()) {
    const pane = plan.panes[i]!;
    if (kind === 'map') census = await drawMap(context, pane, source, signal, progress);
    else drawPixels(context, pane, await source.flowPixels(pane.width), pane.width);
    signal.throwIfAborted();
  }
  const figure = layoutFigure({
    ...spec,
    ...(census && { census }),
    remarks: [words().save.remark(engine)],
  });
  await drawSvg(context, figure.svg, figure.width, figure.height);
  const { data } = context.getImageData(0, 0, figure.width, figure.height);
  signal.throwIfAborted();
  // Opened again, it is drawn on the paper that was chosen for it.
  const onPaper = withValues(experiment, { theme: choice.paper });
  return encodeInWorker({
    width: figure.width,
    height: figure.height,
    rgba: data,
    text: {
      [PNG_KEYWORD]: JSON.stringify(toFile(onPaper)),
      // A map alone is what the command line draws, too: it says at which size.
      ...(choice.content === 'map' && { [SHAPE_KEYWORD]: JSON.stringify(shapeOf(plan.panes[0]!)) }),
    },
  });
}

/** A name that tells pictures apart. */
export function fileName(experiment: Experiment, { content, size }: PictureChoice): string {
  const measure = content === 'flow' ? [] : [textOf(experiment, 'measure')];
  const width = size === 'screen' ? [] : [size];
  return `${['ganfield', experiment.model, ...measure, content, ...width].join('-')}.png`;
}

function shapeOf({ width, height }: Rectangle): PictureShape {
  return { width, height, bare: false };
}

/** The ground alone, where nothing moves. */
export function emptyPixels(side: number, paper: 'dark' | 'light'): Uint8ClampedArray {
  const [red, green, blue] = GROUND[paper];
  const pixels = new Uint8ClampedArray(4 * side * side);
  for (let i = 0; i < pixels.length; i += 4) pixels.set([red, green, blue, 255], i);
  return pixels;
}

/** Measures and paints a map band by band, and counts what occurs in it. */
async function drawMap(
  context: OffscreenCanvasRenderingContext2D,
  pane: Rectangle,
  { experiment, engine, scale }: PictureSource,
  signal: AbortSignal,
  progress: (share: number) => void,
): Promise<Census> {
  const grid = gridOf(pane, engine);
  const { width, height } = grid;
  const pixels = new Uint8ClampedArray(4 * width * height);
  const rows = Math.max(1, Math.floor(BAND / width));
  const counts: Census[] = [];
  for (let row = 0; row < height; row += rows) {
    const band = Math.min(rows, height - row);
    const count = band * width;
    const starts = startsOfPixels(experiment.slice, grid, row * width, count);
    const results = await engine.measure(experiment, starts, {
      signal,
      measures: [scale.measure.id],
      progress: (share) => progress((row + share * band) / height),
    });
    counts.push(censusOf(scale, results, results.length / COLUMNS));
    const painted = paint(scale, results, count);
    for (let y = 0; y < band; y++) {
      // The picture's first row is the highest, the map's the lowest.
      pixels.set(
        painted.subarray(4 * width * y, 4 * width * (y + 1)),
        4 * width * (height - 1 - row - y),
      );
    }
  }
  drawPixels(context, pane, pixels, width);
  return counts.reduce(together);
}

/** A start for each pixel, or fewer in the same proportion. */
function gridOf({ width, height }: Rectangle, { kind }: Engine): Grid {
  const share = kind === 'cpu' ? Math.min(1, MOST_STARTS_ON_CPU / Math.max(width, height)) : 1;
  const part = (length: number): number => Math.max(1, Math.round(share * length));
  return { width: part(width), height: part(height) };
}

/** Rows of `columns` pixels, as large as the pane. */
function drawPixels(
  context: OffscreenCanvasRenderingContext2D,
  { x, y, width, height }: Rectangle,
  pixels: Uint8ClampedArray,
  columns: number,
): void {
  const data = new ImageData(new Uint8ClampedArray(pixels), columns);
  const image = new OffscreenCanvas(data.width, data.height);
  image.getContext('2d')!.putImageData(data, 0, 0);
  context.imageSmoothingEnabled = false;
  context.drawImage(image, x, y, width, height);
}

/** An SVG as a picture loads nothing, so the font for variables goes inside it. */
async function drawSvg(
  context: OffscreenCanvasRenderingContext2D,
  svg: string,
  width: number,
  height: number,
): Promise<void> {
  const style = `<style>@font-face{font-family:KaTeX_Math;font-style:italic;src:url(${mathFont})}text{font-variant-numeric:tabular-nums}</style>`;
  const url = URL.createObjectURL(
    new Blob([svg.replace('>', `>${style}`)], { type: 'image/svg+xml' }),
  );
  try {
    const image = new Image(width, height);
    image.src = url;
    await image.decode();
    context.drawImage(image, 0, 0, width, height);
  } finally {
    URL.revokeObjectURL(url);
  }
}
