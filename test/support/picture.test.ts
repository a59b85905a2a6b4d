import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { decode, encode } from 'fast-png';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ROOT } from '../../scripts/paths.js';
import { palettePng, WITHIN } from './palette.ts';
import { decodePicture, expectPicture } from './picture.ts';

const NAME = 'support/self-test';
const kept = join(ROOT, 'test', 'pictures', 'support');
const output = join(ROOT, 'test', 'output', 'support');

const grey = { width: 10, height: 10, rgba: new Uint8Array(10 * 10 * 4).fill(128) };
const spotted = { ...grey, rgba: grey.rgba.with(0, 255) };

const remove = () => {
  for (const folder of [kept, output]) rmSync(folder, { recursive: true, force: true });
};
beforeAll(remove);
afterAll(remove);

test('a picture is missing, is kept, is met, is missed, and its traces go', () => {
  expect(() => expectPicture(NAME, grey)).toThrow(/^missing picture: .*self-test\.png/);

  vi.stubEnv('RENEW_PICTURES', '1');
  expectPicture(NAME, grey);
  vi.unstubAllEnvs();
  expectPicture(NAME, grey);

  expect(() => expectPicture(NAME, spotted)).toThrow('1 of 100 pixels differ');
  expect(() => expectPicture(NAME, { ...grey, width: 20, height: 5 })).toThrow(
    'got 20x5, expected 10x10',
  );
  for (const kind of ['expected', 'actual', 'difference']) {
    expect(existsSync(join(output, `self-test.${kind}.png`)), kind).toBe(true);
  }

  expectPicture(NAME, spotted, { share: 0.01 });
  expect(existsSync(join(output, 'self-test.actual.png'))).toBe(false);
});

test('a loose tolerance is refused', () => {
  expect(() => expectPicture(NAME, grey, { share: 0.5 })).toThrow('invalid tolerance');
});

test('RGB becomes opaque RGBA', () => {
  const png = encode({
    width: 2,
    height: 1,
    data: new Uint8Array([1, 2, 3, 4, 5, 6]),
    channels: 3,
  });
  expect([...decodePicture(png).rgba]).toEqual([1, 2, 3, 255, 4, 5, 6, 255]);
});

test('a picture of more than 128 colours is kept nearly, and the file says how nearly', () => {
  const side = 32;
  const rgba = new Uint8Array(4 * side * side);
  for (let i = 0; i < side * side; i++) {
    rgba.set([8 * (i % side), 8 * Math.floor(i / side), (i % side) * (i % 7), 255], 4 * i);
  }
  const picture = { width: side, height: side, rgba };
  const png = palettePng(picture);
  const within = Number(decode(png).text[WITHIN]);
  expect(within).toBeGreaterThan(0);
  expect(within).toBeLessThan(32);
  const read = decodePicture(png).rgba;
  expect(Math.max(...read.map((byte, i) => Math.abs(byte - rgba[i]!)))).toBe(within);
  expect(Number(decode(palettePng(grey)).text[WITHIN]), 'few colours are kept exactly').toBe(0);
});
