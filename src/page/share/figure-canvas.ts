/** Drawing functions of saved pictures and videos. */
import mathFont from 'katex/dist/fonts/KaTeX_Math-Italic.woff2?inline';
import type { Engine } from '../../experiment/engine.ts';
import { rowCount } from '../../experiment/ensemble/rows.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { bandsOf } from '../../experiment/bands.ts';
import type { Grid } from '../../experiment/grid.ts';
import { countLabels, mergeCounts, type LabelCounts } from '../../figure/legend/label-counts.ts';
import type { ColourScale } from '../../figure/colour/colour-scale.ts';
import { paintRows } from '../../figure/map-image.ts';
import type { Rectangle } from '../../figure/rectangle.ts';
import { withMathFont } from '../../figure/vector.ts';
import { BACKGROUND, type RGB } from '../../figure/colour/theme.ts';

/** Along a side: a processor would take minutes for more. Every start is then a block of pixels. */
const MAX_CPU_SIDE = 192;

/** What a map is drawn from. */
export interface MapSource {
  readonly experiment: Experiment;
  readonly engine: Engine;
  /** In the colours of the picture's background. */
  readonly scale: ColourScale;
}

/** The background alone, where nothing moves. */
export function emptyPixels(side: number, background: 'dark' | 'light'): Uint8ClampedArray {
  const [red, green, blue] = BACKGROUND[background];
  const pixels = new Uint8ClampedArray(4 * side * side);
  for (let i = 0; i < pixels.length; i += 4) pixels.set([red, green, blue, 255], i);
  return pixels;
}

/** Removes an opaque background: composited over it again the result is the same picture. */
export function withoutBackground(
  pixels: Uint8ClampedArray,
  background: RGB,
): Uint8ClampedArray<ArrayBuffer> {
  const out = new Uint8ClampedArray(pixels.length);
  for (let i = 0; i < pixels.length; i += 4) {
    // The least opacity from which every channel can get where it is.
    let opacity = 0;
    for (let channel = 0; channel < 3; channel++) {
      const [from, to] = [background[channel]!, pixels[i + channel]!];
      opacity = Math.max(opacity, to > from ? (to - from) / (255 - from) : (from - to) / from || 0);
    }
    for (let channel = 0; channel < 3; channel++) {
      const from = background[channel]!;
      out[i + channel] = opacity === 0 ? 0 : from + (pixels[i + channel]! - from) / opacity;
    }
    out[i + 3] = 255 * opacity;
  }
  return out;
}

/** Measures and paints a map band by band, and counts what occurs in it. */
export async function drawMap(
  context: OffscreenCanvasRenderingContext2D,
  pane: Rectangle,
  { experiment, engine, scale }: MapSource,
  signal: AbortSignal,
  progress: (fraction: number) => void,
): Promise<LabelCounts> {
  const grid = gridOf(pane, engine);
  const { width, height } = grid;
  const pixels = new Uint8ClampedArray(4 * width * height);
  const image = { width, height, channels: 4 as const, data: pixels };
  const counts: LabelCounts[] = [];
  const options = { measures: [scale.measure.id], progress, signal };
  for await (const { firstRow, results } of bandsOf(engine, experiment, grid, options)) {
    counts.push(countLabels(scale, results, rowCount(scale.layout, results)));
    paintRows(scale, results, width, image, { x: 0, y: height - 1 - firstRow });
  }
  drawPixels(context, pane, pixels, width);
  return counts.reduce(mergeCounts);
}

/** A start for each pixel, or fewer in the same proportion. */
function gridOf({ width, height }: Rectangle, { kind }: Engine): Grid {
  const fraction = kind === 'cpu' ? Math.min(1, MAX_CPU_SIDE / Math.max(width, height)) : 1;
  const part = (length: number): number => Math.max(1, Math.round(fraction * length));
  return { width: part(width), height: part(height) };
}

/** Rows of `columns` pixels, as large as the pane. */
export function drawPixels(
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

/** With the font for variables inside it. */
export function withFonts(svg: string): string {
  return withMathFont(svg, mathFont);
}

export async function drawSvg(
  context: OffscreenCanvasRenderingContext2D,
  svg: string,
  width: number,
  height: number,
): Promise<void> {
  const url = URL.createObjectURL(new Blob([withFonts(svg)], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width, height);
    image.src = url;
    await image.decode();
    context.drawImage(image, 0, 0, width, height);
  } finally {
    URL.revokeObjectURL(url);
  }
}
