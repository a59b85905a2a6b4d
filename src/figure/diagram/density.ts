/** The colours of a diagram: density in one hue. */
import type { DiagramResults } from '../../experiment/diagram/measure-diagram.ts';
import { bytesOf, oklch } from '../colour/oklab.ts';
import { BACKGROUND, mix, type RGB, type Theme } from '../colour/theme.ts';
import type { PixelImage } from '../map-image.ts';

/** Steps of the tone curve. */
const TONES = 256;

/** The densest, and what a single visit among very many has of it. */
const DENSEST: Readonly<Record<Theme, RGB>> = {
  dark: bytesOf(oklch(0.86, 0.14, 85)),
  light: bytesOf(oklch(0.42, 0.15, 256)),
};
const FAINTEST = 0.16;

/** A bin with this share of what an even spread has in it is as faint as any. */
const LEAST = 1 / 32;

/** From nothing, the background, to all states of a column in one bin. */
export function densityTable(theme: Theme): readonly RGB[] {
  return Array.from({ length: TONES + 1 }, (_, i) => {
    return i === 0 ? BACKGROUND[theme] : mix(BACKGROUND[theme], DENSEST[theme], i / TONES);
  });
}

/**
 * The tone of a bin by its share of a column's states, logarithmic: 0 where nothing was, 1 where all are.
 * @param rows bins of a column
 */
export function toneOf(share: number, rows: number): number {
  if (share === 0) return 0;
  const even = LEAST / rows;
  return FAINTEST + (1 - FAINTEST) * Math.max(0, 1 - Math.log(share) / Math.log(even));
}

/**
 * Paints what is counted into an image, a pixel for each bin; the image's rows go down.
 * @param corner the pixel of the lowest bin of the first column; by default the image's lower left
 */
export function paintDensity(
  { counts, counted, rows, x }: DiagramResults,
  theme: Theme,
  image: PixelImage,
  corner: { readonly x: number; readonly y: number } = { x: 0, y: image.height - 1 },
): void {
  const table = densityTable(theme);
  const { channels, data } = image;
  for (let column = 0; column < x.length; column++) {
    for (let row = 0; row < rows; row++) {
      const tone = toneOf(counts[column * rows + row]! / counted[column]!, rows);
      const to = channels * (image.width * (corner.y - row) + corner.x + column);
      const colour = table[Math.ceil(tone * TONES)]!;
      for (let channel = 0; channel < 3; channel++) data[to + channel] = colour[channel]!;
      if (channels === 4) data[to + 3] = 255;
    }
  }
}
