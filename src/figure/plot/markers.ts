/** Marks along a curve, by which it is told from others without its colour and where they cross. */
import { element, type Markup } from '../svg.ts';

/** What stands along a curve, and its colours. */
export interface Marker {
  /** The start's, from 1. */
  readonly number: number;
  readonly colour: string;
  /** Around it, so that it shows on its curve. */
  readonly background: string;
}

/** Outlines around (0, 0), of radius 1: disc, square, triangle, diamond, ring, plus, star, bar. */
const SHAPES: readonly ((r: number) => string)[] = [
  (r) => `m${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`,
  (r) => `m${-r} ${-r}h${2 * r}v${2 * r}h${-2 * r}z`,
  (r) => `m0 ${-1.2 * r}l${1.2 * r} ${2.1 * r}h${-2.4 * r}z`,
  (r) => `m0 ${-1.4 * r}l${1.4 * r} ${1.4 * r}l${-1.4 * r} ${1.4 * r}l${-1.4 * r} ${-1.4 * r}z`,
  (r) => `m0 ${1.2 * r}l${1.2 * r} ${-2.1 * r}h${-2.4 * r}z`,
  (r) =>
    `m${-0.45 * r} ${-1.3 * r}h${0.9 * r}v${0.85 * r}h${0.85 * r}v${0.9 * r}h${-0.85 * r}v${0.85 * r}h${-0.9 * r}v${-0.85 * r}h${-0.85 * r}v${-0.9 * r}h${0.85 * r}z`,
  (r) => `m${-0.55 * r} ${-1.3 * r}h${1.1 * r}v${2.6 * r}h${-1.1 * r}z`,
  (r) => `m${-1.3 * r} ${-0.55 * r}h${2.6 * r}v${1.1 * r}h${-2.6 * r}z`,
];

/** How many stand along a curve. */
const ALONG = 7;

/** One at (x, y). @param r about its radius */
export function markerAt({ number, colour, background }: Marker, x: number, y: number, r: number) {
  const shape = SHAPES[(number - 1) % SHAPES.length]!;
  return element('path', {
    d: `M${x.toFixed(1)} ${y.toFixed(1)}${shape(r).replaceAll(/-?\d+\.\d{3,}/g, (text) => Number(text).toFixed(2))}`,
    fill: colour,
    stroke: background,
    'stroke-width': 0.5 * r,
  });
}

/**
 * Some along the points x, y, x, y, …, evenly over time, of each curve elsewhere; those in the box.
 */
export function markersAlong(
  marker: Marker,
  points: readonly number[],
  { width, height }: { readonly width: number; readonly height: number },
  r: number,
): readonly Markup[] {
  const count = points.length / 2;
  // Curves that begin together are marked one after the other.
  const shift = ((marker.number - 1) % SHAPES.length) / SHAPES.length;
  return Array.from({ length: ALONG }, (_, i) => {
    const at = Math.round(((i + 0.3 + 0.7 * shift) / ALONG) * (count - 1));
    return [points[2 * at]!, points[2 * at + 1]!] as const;
  })
    .filter(([x, y]) => x >= 0 && x <= width && y >= 0 && y <= height)
    .map(([x, y]) => markerAt(marker, x, y, r));
}
