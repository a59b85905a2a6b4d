import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import type { Fonts } from '../../figure/colour/theme.ts';

/** The families of the files below, as drawings name them. */
export const FONTS: Fonts = { text: 'Inter', math: 'KaTeX_Math' };

/** Text, bold text, variables: where they are below `node_modules`. */
export const FONT_FILES = [
  '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
  'katex/dist/fonts/KaTeX_Math-Italic.ttf',
];

/** Pixels of an SVG that are drawn at once: 64 MB. */
const STRIP = 16_777_216;

/** An RGB picture, three bytes a pixel, rows from the top. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

export interface Raster {
  /** Draws an SVG of the picture's size over it. */
  draw(svg: string, onto: Picture): void;
}

/** Loads the rasteriser and its fonts: WebAssembly, so that nothing native is needed. */
export async function openRaster(): Promise<Raster> {
  const { resolve } = createRequire(import.meta.url);
  // Optimising the rasteriser takes longer than it draws, and the process may not end before.
  setFlagsFromString('--liftoff-only');
  const [{ initWasm, Resvg }, wasm, ...fontBuffers] = await Promise.all([
    import('@resvg/resvg-wasm'),
    readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')),
    ...FONT_FILES.map((path) => readFile(resolve(path))),
  ]);
  await initWasm(wasm);
  return {
    draw: (svg, picture) => {
      const rows = Math.max(1, Math.floor(STRIP / picture.width));
      for (let top = 0; top < picture.height; top += rows) {
        const height = Math.min(rows, picture.height - top);
        const strip = new Resvg(stripOf(svg, picture.width, top, height), {
          font: { fontBuffers, defaultFontFamily: FONTS.text },
        });
        const image = strip.render();
        copyRows(image.pixels, picture, top);
        image.free();
        strip.free();
      }
    },
  };
}

/** The rows of an SVG from `top` on. */
function stripOf(svg: string, width: number, top: number, height: number): string {
  const box = `width="${width}" height="${height}" viewBox="0 ${top} ${width} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${box}>${svg}</svg>`;
}

/** Composites premultiplied RGBA over the rows from `top` on. */
function copyRows(rgba: Uint8Array, { width, rgb }: Picture, top: number): void {
  let to = 3 * width * top;
  for (let from = 0; from < rgba.length; from += 4, to += 3) {
    const alpha = rgba[from + 3]!;
    if (alpha === 0) continue;
    const kept = 1 - alpha / 255;
    rgb[to] = rgba[from]! + rgb[to]! * kept + 0.5;
    rgb[to + 1] = rgba[from + 1]! + rgb[to + 1]! * kept + 0.5;
    rgb[to + 2] = rgba[from + 2]! + rgb[to + 2]! * kept + 0.5;
  }
}
