/** Figures for print: vectors and text in points, the panes' pixels as pictures inside. */
import type { Figure } from './figure.ts';
import type { PrintSize } from './figure-choices.ts';
import type { Rectangle } from './rectangle.ts';
import { element } from './svg.ts';

/** Points of PostScript and PDF in an inch, and millimetres. */
const POINTS = 72;
const MILLIMETRES = 25.4;

/** For `layoutFigure`: everything in points. */
export function sizeInPoints({ width, fontSize }: PrintSize): {
  readonly width: number;
  readonly fontSize: number;
} {
  return { width: (POINTS * width) / MILLIMETRES, fontSize };
}

/** The same in pixels, for a picture of that resolution. */
export function sizeInPixels({ width, fontSize, dpi }: PrintSize): {
  readonly width: number;
  readonly fontSize: number;
} {
  return { width: Math.round((dpi * width) / MILLIMETRES), fontSize: (dpi * fontSize) / POINTS };
}

/** Pixels of a pane's picture along a length in points. */
export function pixelsOf(points: number, { dpi }: PrintSize): number {
  return Math.max(1, Math.round((points * dpi) / POINTS));
}

/** A PNG in a figure. */
export interface PlacedPicture {
  readonly place: Rectangle;
  readonly png: Uint8Array;
}

/**
 * A figure that was laid out in points, as an SVG of that size.
 * @param pictures of its panes, below everything else
 * @param metadata JSON of the experiment, which the file carries
 */
export function printedSvg(
  svg: Figure['svg'],
  pictures: readonly PlacedPicture[],
  metadata: string,
): string {
  const images = pictures.map(({ place, png }) =>
    element('image', {
      ...place,
      preserveAspectRatio: 'none',
      // A start is a square, at any size.
      'image-rendering': 'pixelated',
      href: `data:image/png;base64,${base64(png)}`,
    }),
  );
  const inside = [element('metadata', {}, [metadata]), ...images];
  return svg
    .replace(/ width="([\d.]+)" height="([\d.]+)"/, ' width="$1pt" height="$2pt"')
    .replace('>', `>${inside.map(({ markup }) => markup).join('')}`);
}

/** An SVG that is alone in its file loads nothing, so the font for variables goes inside it. */
export function withMathFont(svg: string, address: string): string {
  const style = `<style>@font-face{font-family:KaTeX_Math;font-style:italic;src:url(${address})}text{font-variant-numeric:tabular-nums}</style>`;
  return svg.replace('>', `>${style}`);
}

/** A name that LaTeX takes as it is: no spaces, no underscores, one dot. */
export function fileNameFor(parts: readonly string[], ending: string): string {
  const name = parts.join('-').replaceAll(/[^A-Za-z0-9-]+/g, '-');
  return `${name}.${ending}`;
}

function base64(bytes: Uint8Array): string {
  let text = '';
  const piece = 0x8000;
  for (let from = 0; from < bytes.length; from += piece) {
    text += String.fromCharCode(...bytes.subarray(from, from + piece));
  }
  return btoa(text);
}
