import { readFile } from 'node:fs/promises';
import { decode } from 'fast-png';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { withValues } from '../../../src/experiment/experiment.ts';
import { fromFile } from '../../../src/experiment/format/json.ts';
import { shapeFrom } from '../../../src/experiment/format/saved.ts';
import { fromQuery } from '../../../src/experiment/format/url.ts';
import { openPage } from '../../support/browser.ts';
import { decodePicture } from '../../support/picture.ts';
import { message } from './dialog.ts';
import { colourCount, queryWith, settled, SMALL } from '../helpers.ts';

interface Choice {
  readonly content: 'map' | 'flow' | 'both';
  readonly size: 'screen' | '2048' | '4096';
  readonly background: 'dark' | 'light';
}

async function save(page: Page, choice: Choice) {
  await page.getByRole('button', { name: 'Save and share' }).first().click();
  for (const [name, value] of Object.entries(choice)) {
    await page.locator(`#save-dialog input[name="${name}"][value="${value}"] + span`).click();
  }
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save PNG' }).click(),
  ]);
  await message(page).filter({ hasText: 'Saved:' }).waitFor();
  await page.getByRole('button', { name: 'Close' }).last().click();
  const png = new Uint8Array(await readFile(await download.path()));
  return { name: download.suggestedFilename(), png };
}

const at = ({ width, rgba }: ReturnType<typeof decodePicture>, x: number, y: number) => [
  ...rgba.subarray(4 * (y * width + x), 4 * (y * width + x) + 3),
];

test('a saved map has the size that was asked for, and carries its experiment', async () => {
  const { page, problems, close } = await openPage({
    path: `?model=wgan-gp&lambda=0.4&measure=distance&${SMALL}`,
    webgpu: false,
  });
  await settled(page);
  const { name, png } = await save(page, { content: 'map', size: '2048', background: 'light' });
  expect(name).toBe('ganfield-wgan-gp-distance-map-2048.png');
  const { text } = decode(png);
  const restored = fromFile(JSON.parse(text['ganfield']!));
  // Opened again, it is drawn on the background that was chosen.
  const { experiment } = fromQuery(await queryWith(page, 'lambda=0.4'));
  expect(restored).toEqual(withValues(experiment, { theme: 'light' }));
  // And the command line can draw it again at its size.
  const shape = shapeFrom(name, png)!;
  expect(shape.width).toBeGreaterThan(1200);
  expect(shape).toEqual({ width: shape.width, height: shape.width, bare: false });
  const picture = decodePicture(png);
  expect(picture.width).toBe(2048);
  expect(picture.height).toBeGreaterThan(1500);
  expect(at(picture, 2, 2), 'white paper').toEqual([255, 255, 255]);
  expect(colourCount(picture)).toBeGreaterThan(64);
  expect(problems).toEqual([]);
  await close();
});

test('map and flow are saved from the graphics card', async () => {
  const { page, problems, close } = await openPage({
    path: `?model=wgan-gp&measure=distance&${SMALL}`,
    width: 1200,
    height: 640,
  });
  await settled(page);
  const { width: side } = (await page.locator('#map .square').boundingBox())!;
  const { name, png } = await save(page, { content: 'both', size: 'screen', background: 'dark' });
  expect(name).toBe('ganfield-wgan-gp-distance-both.png');
  const picture = decodePicture(png);
  expect(picture.width).toBeGreaterThan(2 * side);
  expect(picture.width).toBeLessThan(2 * side + 400);
  const half = (from: number, to: number) => {
    const columns = Math.floor((to - from) * picture.width);
    const rgba = new Uint8Array(4 * columns * picture.height);
    for (let y = 0; y < picture.height; y++) {
      const start = 4 * (y * picture.width + Math.floor(from * picture.width));
      rgba.set(picture.rgba.subarray(start, start + 4 * columns), 4 * columns * y);
    }
    return { width: columns, height: picture.height, rgba };
  };
  expect(colourCount(half(0, 0.45)), 'map').toBeGreaterThan(64);
  expect(colourCount(half(0.6, 1)), 'flow').toBeGreaterThan(64);
  expect(problems).toEqual([]);
  await close();
});
