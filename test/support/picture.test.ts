import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from 'fast-png';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ROOT } from '../../scripts/paths.js';
import { decodePicture, expectPicture } from './picture.ts';

const NAME = 'support/self-test';
const kept = join(ROOT, 'test', 'pictures', 'support');
const output = join(ROOT, 'test', 'output', 'support');

const gray = new Uint8Array(10 * 10 * 4).fill(128);
const spotted = gray.with(0, 255);

const remove = () => {
  for (const folder of [kept, output]) rmSync(folder, { recursive: true, force: true });
};
beforeAll(remove);
afterAll(remove);

test('a picture is missing, is kept, is met, is missed, and its traces go', () => {
  expect(() => expectPicture(NAME, gray, 10, 10)).toThrow(/^missing picture: .*self-test\.png/);

  vi.stubEnv('UPDATE_PICTURES', '1');
  expectPicture(NAME, gray, 10, 10);
  vi.unstubAllEnvs();
  expectPicture(NAME, gray, 10, 10);

  expect(() => expectPicture(NAME, spotted, 10, 10)).toThrow('1 of 100 pixels differ');
  expect(() => expectPicture(NAME, gray, 20, 5)).toThrow('got 20x5, expected 10x10');
  for (const kind of ['expected', 'actual', 'difference']) {
    expect(existsSync(join(output, `self-test.${kind}.png`)), kind).toBe(true);
  }

  expectPicture(NAME, spotted, 10, 10, { share: 0.01 });
  expect(existsSync(join(output, 'self-test.actual.png'))).toBe(false);
});

test('a loose tolerance is refused', () => {
  expect(() => expectPicture(NAME, gray, 10, 10, { share: 0.5 })).toThrow('invalid tolerance');
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
