/** Files of figures with several maps: pixels, or vectors at the width of two columns. */
import type { Figure } from '../../figure/figure.ts';
import { DEFAULT_PRINT } from '../../figure/figure-choices.ts';
import { printedSvg, sizeInPoints } from '../../figure/vector.ts';
import { PNG_KEYWORD } from '../../experiment/format/png.ts';
import { cssOf, BACKGROUND, type Theme } from '../../figure/colour/theme.ts';
import { drawSvg, withFonts } from './figure-canvas.ts';
import { pdfFrom } from './pdf-file.ts';
import { encodeInWorker } from './png-client.ts';

export type SheetFileKind = 'png' | 'svg' | 'pdf';

/** How a figure with several maps is saved. */
export interface SheetLook {
  readonly background: Theme;
  readonly file: SheetFileKind;
}

export interface SheetSource {
  /**
   * @param side of each map
   * @param fontSize as fits the side where it is left out
   */
  layout(side: number, fontSize?: number): Figure;
  /** The maps' pixels, in the order of the figure's panes; squares of one size. */
  readonly maps: readonly OffscreenCanvas[];
  readonly title: string;
  /** JSON that the file carries. */
  readonly carried: string;
}

/** The width of two columns, in millimetres. */
const WIDTH = 174;

/** The letters of many maps are small, in points. */
const FONT_SIZE = 6;

export async function sheetFile(
  source: SheetSource,
  { background, file }: SheetLook,
): Promise<Blob> {
  const { maps, carried, title } = source;
  if (file === 'png') return pngOf(source, background);
  const figure = ofWidth(source);
  const pictures = await Promise.all(
    maps.map(async (map, i) => ({ place: figure.panes[i]!, png: await bytesOf(map) })),
  );
  const svg = printedSvg(figure.svg, pictures, carried);
  if (file === 'svg') return new Blob([withFonts(svg)], { type: 'image/svg+xml' });
  return pdfFrom({ svg, title, experiment: carried });
}

async function pngOf({ layout, maps, carried }: SheetSource, background: Theme): Promise<Blob> {
  const { width, height, panes, svg } = layout(maps[0]!.width);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.fillStyle = cssOf(BACKGROUND[background]);
  context.fillRect(0, 0, width, height);
  maps.forEach((map, i) => context.drawImage(map, panes[i]!.x, panes[i]!.y));
  await drawSvg(context, svg, width, height);
  const rgba = context.getImageData(0, 0, width, height).data;
  return encodeInWorker({ width, height, rgba, text: { [PNG_KEYWORD]: carried } });
}

/** The figure in points: as wide as two columns, or as whole points for each map allow. */
function ofWidth({ layout }: SheetSource): Figure {
  const { width: wanted } = sizeInPoints({ ...DEFAULT_PRINT, width: WIDTH });
  const [small, large] = [40, 140];
  const widths = [small, large].map((side) => layout(side, FONT_SIZE).width);
  const each = (widths[1]! - widths[0]!) / (large - small);
  const side = Math.max(small, Math.floor(small + (wanted - widths[0]!) / each));
  return layout(side, FONT_SIZE);
}

async function bytesOf(map: OffscreenCanvas): Promise<Uint8Array> {
  const { width, height } = map;
  const rgba = map.getContext('2d')!.getImageData(0, 0, width, height).data;
  const png = await encodeInWorker({ width, height, rgba, text: {} });
  return new Uint8Array(await png.arrayBuffer());
}
