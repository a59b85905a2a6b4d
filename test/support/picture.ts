/** Compares pictures with those kept in test/pictures/; leaves both and their difference. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { decode, encode } from 'fast-png';
import pixelmatch from 'pixelmatch';
import { expect } from 'vitest';
import { ROOT } from '../../scripts/paths.js';

const KEPT = join(ROOT, 'test', 'pictures');
const OUTPUT = join(ROOT, 'test', 'output');

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel, top row first. */
  readonly rgba: Uint8Array | Uint8ClampedArray;
}

/** How far a picture may be from the kept one. Default: not at all. Every use states its reason. */
export interface Tolerance {
  /** Perceived colour difference up to which two pixels are the same, 0 to 0.1 (pixelmatch). */
  readonly color?: number;
  /** Share of the pixels that may be different, 0 to 0.01. */
  readonly share?: number;
}

const LIMITS = { color: 0.1, share: 0.01 } as const;

/** A PNG of 8 bits a channel as RGBA: a screenshot, for instance. */
export function decodePicture(png: Uint8Array): Picture {
  const { width, height, data, channels, depth } = decode(png);
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

/**
 * Expects the picture to be `test/pictures/<name>.png`. When it is not, the message names the
 * expected and the actual picture and their difference. `UPDATE_PICTURES=1` keeps the new one.
 */
export function expectPicture(
  name: string,
  rgba: Uint8Array | Uint8ClampedArray,
  width: number,
  height: number,
  tolerance: Tolerance = {},
): void {
  const { color = 0, share = 0 } = tolerance;
  if (color > LIMITS.color || share > LIMITS.share) {
    throw new RangeError(
      `invalid tolerance: got color ${color}, share ${share}, expected at most ${LIMITS.color}, ${LIMITS.share}`,
    );
  }
  const actual: Picture = { width, height, rgba };
  const kept = join(KEPT, `${name}.png`);
  const expected = read(kept);
  const difference = expected && compare(expected, actual, color);
  if (difference && difference.pixels <= share * width * height) {
    discard(name);
    return;
  }
  if (process.env['UPDATE_PICTURES']) {
    write(kept, actual);
    discard(name);
    return;
  }
  expect.fail(report(name, kept, expected, actual, difference));
}

/** The kept picture; undefined where there is none yet. */
function read(path: string): Picture | undefined {
  try {
    return decodePicture(readFileSync(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function write(path: string, { width, height, rgba }: Picture): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, encode({ width, height, data: rgba, channels: 4, depth: 8 }));
}

/** The pixels that differ; undefined where the sizes do, which no tolerance covers. */
function compare(expected: Picture, actual: Picture, threshold: number) {
  const { width, height } = expected;
  if (width !== actual.width || height !== actual.height) return undefined;
  const rgba = new Uint8Array(width * height * 4);
  // Antialiased pixels count: the pictures are drawn by the same code.
  const options = { threshold, includeAA: true };
  const pixels = pixelmatch(expected.rgba, actual.rgba, rgba, width, height, options);
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
  write(paths.actual, actual);
  if (expected) write(paths.expected, expected);
  if (difference) write(paths.difference, difference.picture);

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
    'If the new picture is right, UPDATE_PICTURES=1 npx vitest run keeps it.',
  ].join('\n');
}
