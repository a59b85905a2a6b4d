import { lerp } from 'culori/fn';

/** The page is dark or light; `light` is also the white paper of print. */
export type Theme = 'dark' | 'light';

/** sRGB in bytes. */
export type RGB = readonly [number, number, number];

/** Everything drawn around the data, as CSS colours. */
export interface Ink {
  readonly background: string;
  readonly text: string;
  /** Ticks, captions and units: readable, and behind the data. */
  readonly quiet: string;
  /** Frames and grid lines. */
  readonly rule: string;
}

/** CSS font families. */
export interface Fonts {
  readonly text: string;
  /**
   * Italic letters of variables. For resvg it has to be a family with every character of the text
   * around them: resvg shapes a whole line in each of its fonts, and where one lacks a character it
   * takes the whole line from a font that lacks none.
   */
  readonly math: string;
}

export const BACKGROUND: Readonly<Record<Theme, RGB>> = {
  dark: [0x0d, 0x10, 0x17],
  light: [0xff, 0xff, 0xff],
};

const INK: Readonly<Record<Theme, Omit<Ink, 'background'>>> = {
  dark: { text: '#e8ecf4', quiet: '#939bac', rule: '#2b313d' },
  light: { text: '#12161d', quiet: '#59616f', rule: '#d0d5dd' },
};

export function inkOf(theme: Theme): Ink {
  return { background: cssOf(BACKGROUND[theme]), ...INK[theme] };
}

export function cssOf(colour: RGB): string {
  return `#${colour.map((byte) => Math.round(byte).toString(16).padStart(2, '0')).join('')}`;
}

/** One entry of a table of RGBA bytes. */
export function entryOf(table: Uint8Array, index: number): RGB {
  return [table[4 * index]!, table[4 * index + 1]!, table[4 * index + 2]!];
}

/** The colour at `fraction` of the way, channel by channel in sRGB bytes, not rounded. */
export function mix(from: RGB, to: RGB, fraction: number): RGB {
  return [
    lerp(from[0], to[0], fraction),
    lerp(from[1], to[1], fraction),
    lerp(from[2], to[2], fraction),
  ];
}
