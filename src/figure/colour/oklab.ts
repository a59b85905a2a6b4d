import { convertOklabToRgb, lerp } from 'culori/fn';
import type { RGB } from './theme.ts';

/** Lightness 0 to 1, then green to red and blue to yellow (Ottosson 2020). */
export type Oklab = readonly [l: number, a: number, b: number];

/** Lightness, chroma and hue in degrees. */
export function oklch(l: number, chroma: number, hue: number): Oklab {
  const angle = (hue * Math.PI) / 180;
  return [l, chroma * Math.cos(angle), chroma * Math.sin(angle)];
}

/** The nearest bytes; a colour outside sRGB is cut off channel by channel. */
export function bytesOf([l, a, b]: Oklab): RGB {
  const colour = convertOklabToRgb({ l, a, b });
  const byte = (fraction: number): number => Math.round(255 * Math.min(1, Math.max(0, fraction)));
  return [byte(colour.r), byte(colour.g), byte(colour.b)];
}

/** The straight line between two colours, at `fraction` of it. */
export function between(from: Oklab, to: Oklab, fraction: number): Oklab {
  return [
    lerp(from[0], to[0], fraction),
    lerp(from[1], to[1], fraction),
    lerp(from[2], to[2], fraction),
  ];
}
