import { interpolateCividis, interpolateMagma, interpolateViridis } from 'd3-scale-chromatic';
import { between, bytesOf, oklch, type Oklab } from './oklab.ts';
import type { RGB, Theme } from './theme.ts';

export const PALETTES = ['viridis', 'magma', 'cividis', 'diverging', 'cyclic'] as const;

export type Palette = (typeof PALETTES)[number];

/** Entries of a palette's table. */
export const ENTRIES = 256;

/** A palette as 256 colours of four bytes, from 0 to 1. */
export function paletteTable(name: Palette, theme: Theme): Uint8Array {
  const colourAt = colouringOf(name, theme);
  const table = new Uint8Array(4 * ENTRIES).fill(255);
  for (let i = 0; i < ENTRIES; i++) table.set(colourAt(i / (ENTRIES - 1)), 4 * i);
  return table;
}

/** The same table from its other end. */
export function reversed(table: Uint8Array): Uint8Array {
  const result = new Uint8Array(table.length);
  for (let i = 0; i < table.length; i += 4) {
    result.set(table.subarray(i, i + 4), table.length - 4 - i);
  }
  return result;
}

function colouringOf(name: Palette, theme: Theme): (t: number) => RGB {
  switch (name) {
    case 'viridis':
      return (t) => bytesOfCss(interpolateViridis(t));
    case 'magma':
      return (t) => bytesOfCss(interpolateMagma(t));
    case 'cividis':
      return (t) => bytesOfCss(interpolateCividis(t));
    case 'diverging':
      return (t) => bytesOf(diverging(t, ARMS[theme]));
    case 'cyclic':
      return (t) => bytesOf(cyclic(t));
  }
}

interface Arms {
  readonly negative: Oklab;
  readonly neutral: Oklab;
  readonly positive: Oklab;
}

/** Blue and orange differ to every eye; both ends have one lightness, so neither outweighs. */
const ARMS: Readonly<Record<Theme, Arms>> = {
  dark: {
    negative: oklch(0.76, 0.128, 246),
    neutral: oklch(0.28, 0.014, 262),
    positive: oklch(0.76, 0.158, 63),
  },
  light: {
    negative: oklch(0.5, 0.155, 256),
    neutral: oklch(0.965, 0.004, 262),
    positive: oklch(0.5, 0.122, 50),
  },
};

function diverging(t: number, { negative, neutral, positive }: Arms): Oklab {
  return t < 0.5 ? between(neutral, negative, 1 - 2 * t) : between(neutral, positive, 2 * t - 1);
}

/**
 * A circle in OKLab, so that equal angles look equally far apart. It turns in lightness and in
 * blue against yellow, which every eye sees; green against red only adds to them.
 */
function cyclic(t: number): Oklab {
  const [light, red] = [0.115, 0.062];
  const angle = 2 * Math.PI * t;
  return [
    0.675 + light * Math.cos(angle),
    -red * Math.cos(angle),
    Math.hypot(light, red) * Math.sin(angle),
  ];
}

/** d3-scale-chromatic writes `#440154` or `rgb(68, 1, 84)`. */
function bytesOfCss(css: string): RGB {
  const parts = css.startsWith('#')
    ? css.match(/[0-9a-f]{2}/g)!.map((pair) => parseInt(pair, 16))
    : css.match(/\d+/g)!.map(Number);
  return [parts[0]!, parts[1]!, parts[2]!];
}
