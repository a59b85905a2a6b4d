import type { Results } from '../experiment/engine.ts';
import { rowCount } from '../experiment/ensemble/rows.ts';
import { paint, type ColourScale } from './colour/colour-scale.ts';

/** Pixels of three or four bytes, row by row from the top. */
export interface PixelImage {
  readonly width: number;
  readonly height: number;
  readonly channels: 3 | 4;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/**
 * Paints rows of a map into an image, a pixel for each start. A map's rows go up from its lowest y,
 * an image's go down from its top: they are turned over here and nowhere else.
 * @param results of whole rows of `width` starts, from the lowest
 * @param corner the pixel of the first start: the lower left one of these rows; by default the
 * image's own
 */
export function paintRows(
  scale: ColourScale,
  results: Results,
  width: number,
  image: PixelImage,
  corner: { readonly x: number; readonly y: number } = { x: 0, y: image.height - 1 },
): void {
  const { channels, data } = image;
  const pixels = paint(scale, results, rowCount(scale.layout, results));
  for (let from = 0, row = 0; from < pixels.length; row++) {
    let to = channels * (image.width * (corner.y - row) + corner.x);
    for (let column = 0; column < width; column++, from += 4, to += channels) {
      for (let channel = 0; channel < channels; channel++)
        data[to + channel] = pixels[from + channel]!;
    }
  }
}

/** Paints a whole square map with a square of pixels for each start; `corner` is the upper left one. */
export function paintEnlarged(
  scale: ColourScale,
  results: Results,
  side: number,
  zoom: number,
  { width, channels, data }: PixelImage,
  corner: { readonly x: number; readonly y: number },
): void {
  const small = new Uint8ClampedArray(4 * side * side);
  paintRows(scale, results, side, { width: side, height: side, channels: 4, data: small });
  for (let y = 0; y < zoom * side; y++) {
    for (let x = 0; x < zoom * side; x++) {
      const from = 4 * (Math.floor(y / zoom) * side + Math.floor(x / zoom));
      const to = channels * (width * (corner.y + y) + corner.x + x);
      for (let channel = 0; channel < channels; channel++)
        data[to + channel] = small[from + channel]!;
    }
  }
}
