/** PNGs of at most 128 colours: small enough to be kept in a repository. */
import { encode } from 'fast-png';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel, top row first. */
  readonly rgba: Uint8Array | Uint8ClampedArray;
}

const MOST_COLOURS = 128;

/** tEXt keyword: by how many levels of a channel the file is off where colours were merged. */
export const WITHIN = 'within';

/** Colours of a picture that are neighbours and become one. */
interface Box {
  readonly colours: readonly number[];
  /** The widest range of a channel, and which it is. */
  readonly range: number;
  readonly channel: number;
}

const channelOf = (colour: number, channel: number) => (colour >> (16 - 8 * channel)) & 255;

/**
 * A palette PNG of an opaque picture: exact up to 128 colours. More are merged so that the worst
 * pixel is off by as little as can be, and the file says by how much.
 */
export function palettePng({ width, height, rgba }: Picture): Uint8Array {
  const pixels = new Uint32Array(width * height);
  for (let i = 0; i < pixels.length; i++) {
    pixels[i] = (rgba[4 * i]! << 16) | (rgba[4 * i + 1]! << 8) | rgba[4 * i + 2]!;
  }
  const boxes = [boxOf([...new Set(pixels)])];
  while (boxes.length < MOST_COLOURS) {
    const widest = boxes.reduce((a, b) => (b.range > a.range ? b : a));
    if (widest.range === 0) break;
    boxes.splice(boxes.indexOf(widest), 1, ...halves(widest));
  }
  const index = new Map(boxes.flatMap((box, i) => box.colours.map((colour) => [colour, i])));
  const palette = boxes.map(middleOf);
  const worst = boxes.map(({ colours }, i) =>
    Math.max(...colours.map((colour) => apart(colour, palette[i]!))),
  );
  return encode(
    {
      width,
      height,
      data: Uint8Array.from(pixels, (colour) => index.get(colour)!),
      channels: 1,
      depth: 8,
      palette,
      text: { [WITHIN]: String(Math.max(...worst)) },
    },
    { zlib: { level: 9 } },
  );
}

function boxOf(colours: readonly number[]): Box {
  const ranges = [0, 1, 2].map((channel) => {
    const values = colours.map((colour) => channelOf(colour, channel));
    return Math.max(...values) - Math.min(...values);
  });
  const range = Math.max(...ranges);
  return { colours, range, channel: ranges.indexOf(range) };
}

/** Cuts a box in the middle of its widest range. */
function halves({ colours, channel }: Box): [Box, Box] {
  const values = colours.map((colour) => channelOf(colour, channel));
  const middle = (Math.min(...values) + Math.max(...values)) / 2;
  const [low, high] = [true, false].map((isLow) =>
    colours.filter((_, i) => values[i]! <= middle === isLow),
  );
  return [boxOf(low!), boxOf(high!)];
}

function middleOf({ colours }: Box): number[] {
  return [0, 1, 2].map((channel) => {
    const values = colours.map((colour) => channelOf(colour, channel));
    return Math.round((Math.min(...values) + Math.max(...values)) / 2);
  });
}

function apart(colour: number, other: readonly number[]): number {
  return Math.max(...other.map((value, channel) => Math.abs(channelOf(colour, channel) - value)));
}
