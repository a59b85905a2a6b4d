/** Compares pictures with those kept in test/pictures/; leaves both and their difference. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { convertIndexedToRgb, decode, encode } from 'fast-png';
import { expect } from 'vitest';
import { ROOT } from '../../scripts/paths.js';
import { palettePng, WITHIN, type Picture } from './palette.ts';

export type { Picture } from './palette.ts';

const KEPT = join(ROOT, 'test', 'pictures');
const OUTPUT = join(ROOT, 'test', 'output');

/** How far a picture may be from the kept one. Default: not at all. Every use states its reason. */
export interface Tolerance {
  /** Levels of a channel, 0 to 255, up to which two pixels are the same: at most 16. */
  readonly levels?: number;
  /** Share of the pixels that may be different: at most 0.01. */
  readonly share?: number;
}

const LIMITS = { levels: 16, share: 0.01 } as const;

/** A PNG of 8 bits a channel as RGBA: a screenshot, for instance. */
export function decodePicture(png: Uint8Array): Picture {
  const decoded = decode(png);
  const { width, height, depth } = decoded;
  const channels = decoded.palette ? 3 : decoded.channels;
  const data = decoded.palette ? convertIndexedToRgb(decoded) : decoded.data;
  if (depth !== 8 || channels < 3) {
    throw new Error(`invalid picture: got ${channels} channels of ${depth} bits, expected RGB(A)8`);
  }
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const start = pixel * channels;
    rgba.set(data.subarray(start, start + channels), pixel * 4);
  }
  return { width, height, rgba };
}

/** A picture of the repository. */
interface Kept extends Picture {
  /** By how many levels of a channel the file is off: it has 128 colours at most. */
  readonly within: number;
}

/**
 * Expects an opaque picture to be `test/pictures/<name>.png`. When it is not, the message names the
 * expected and the actual picture and their difference. `npm run pictures:renew` keeps new ones.
 */
export function expectPicture(name: string, actual: Picture, tolerance: Tolerance = {}): void {
  const { levels = 0, share = 0 } = tolerance;
  if (levels > LIMITS.levels || share > LIMITS.share) {
    throw new RangeError(
      `invalid tolerance: got levels ${levels}, share ${share}, expected at most ${LIMITS.levels}, ${LIMITS.share}`,
    );
  }
  const { width, height } = actual;
  const kept = join(KEPT, `${name}.png`);
  const expected = read(kept);
  const difference = expected && compare(expected, actual, levels + expected.within);
  if (difference && difference.pixels <= share * width * height) {
    discard(name);
    return;
  }
  if (process.env['RENEW_PICTURES']) {
    write(kept, palettePng(actual));
    discard(name);
    return;
  }
  expect.fail(report(name, kept, expected, actual, difference));
}

/** The kept picture; undefined where there is none yet. */
function read(path: string): Kept | undefined {
  try {
    const file = readFileSync(path);
    const { text } = decode(file);
    return { ...decodePicture(file), within: Number(text[WITHIN] ?? 0) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function write(path: string, png: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, png);
}

const pngOf = ({ width, height, rgba }: Picture) =>
  encode({ width, height, data: rgba, channels: 4, depth: 8 });

/**
 * The pixels that differ by more than `levels`, red on what is expected, made faint; undefined where
 * the sizes differ, which no tolerance covers.
 */
function compare(expected: Picture, actual: Picture, levels: number) {
  const { width, height } = expected;
  if (width !== actual.width || height !== actual.height) return undefined;
  const rgba = Uint8Array.from(expected.rgba, (byte) => 192 + byte / 4);
  let pixels = 0;
  for (let i = 0; i < rgba.length; i += 4) {
    const apart = [0, 1, 2].map((c) => Math.abs(expected.rgba[i + c]! - actual.rgba[i + c]!));
    if (Math.max(...apart) <= levels) continue;
    rgba.set([255, 0, 0, 255], i);
    pixels += 1;
  }
  return { pixels, picture: { width, height, rgba } };
}

function outputs(name: string) {
  const path = (kind: string) => join(OUTPUT, `${name}.${kind}.png`);
  return { expected: path('expected'), actual: path('actual'), difference: path('difference') };
}

/** Removes what an earlier failure left. */
function discard(name: string): void {
  for (const path of Object.values(outputs(name))) rmSync(path, { force: true });
}

/** Writes the pictures of a failure, and says where they are. */
function report(
  name: string,
  kept: string,
  expected: Picture | undefined,
  actual: Picture,
  difference: ReturnType<typeof compare>,
): string {
  const { width, height } = actual;
  const paths = outputs(name);
  write(paths.actual, pngOf(actual));
  if (expected) write(paths.expected, pngOf(expected));
  if (difference) write(paths.difference, pngOf(difference.picture));

  const what = !expected
    ? `missing picture: ${relative(ROOT, kept)}`
    : difference
      ? `picture ${name}: ${difference.pixels} of ${width * height} pixels differ`
      : `picture ${name}: got ${width}x${height}, expected ${expected.width}x${expected.height}`;
  return [
    what,
    ...(expected ? [`  expected    ${relative(ROOT, paths.expected)}`] : []),
    `  actual      ${relative(ROOT, paths.actual)}`,
    ...(difference ? [`  difference  ${relative(ROOT, paths.difference)}`] : []),
    'If the new picture is right, npm run pictures:renew keeps it.',
  ].join('\n');
}
