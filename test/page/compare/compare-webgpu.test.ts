import { expect, test } from 'vitest';
import { COLUMNS } from '../../../src/experiment/engine.ts';
import { mapOf } from '../../../src/experiment/pixels.ts';
import { colourOf, joined, scaleFor } from '../../../src/figure/colour/colour-scale.ts';
import { differenceRows, differenceScale } from '../../../src/figure/difference.ts';
import { cpuEngine } from '../../../src/cpu/engine.ts';
import { openPage } from '../../support/browser.ts';
import { A, B, compared, COMPARED, expectTrace, GRID, SIDE } from './compared.ts';

/** Colours of two neighbouring pixels may be mixed at most this far from a pixel's own centre. */
const NEAR = 24;

test('the graphics card draws the difference that float64 computes, beside two flows', async () => {
  const { page, problems, close } = await openPage({ path: COMPARED, width: 1440, height: 900 });
  await compared(page);
  const [a, b] = [await mapOf(cpuEngine, A, GRID), await mapOf(cpuEngine, B, GRID)];
  const scale = scaleFor(A, joined(a, b), 'dark');
  const rows = differenceRows(scale, a, b);
  const differences = differenceScale(scale, rows, 'dark');
  const drawn = await page.locator('#difference canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { width, height } = canvas;
    return [...canvas.getContext('2d')!.getImageData(0, 0, width, height).data];
  });
  expect(drawn).toHaveLength(4 * SIDE * SIDE);
  const expected = new Uint8ClampedArray(4);
  let near = 0;
  for (let i = 0; i < SIDE * SIDE; i++) {
    colourOf(differences, rows, i * COLUMNS, expected, 0);
    const at = 4 * ((SIDE - 1 - Math.floor(i / SIDE)) * SIDE + (i % SIDE));
    const apart = [0, 1, 2].map((channel) => Math.abs(drawn[at + channel]! - expected[channel]!));
    if (Math.max(...apart) <= NEAR) near += 1;
  }
  // The range may round to another number in float32, which moves every colour a little.
  expect(near / SIDE ** 2).toBeGreaterThan(0.98);

  await expectTrace(page, 'other-flow', B);
  const room = (await page.locator('main').boundingBox())!;
  for (const square of await page.locator('.square').filter({ visible: true }).all()) {
    const { x, width } = (await square.boundingBox())!;
    expect(x).toBeGreaterThan(room.x);
    expect(x + width).toBeLessThan(room.x + room.width);
  }

  // Its flow goes along where the viewport goes: until it does, its picture lies dimmed.
  const box = (await page.locator('#difference .square').boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.wheel(0, -385);
  await page.locator('#other-flow .provisional').waitFor();
  await page.locator('#other-flow .provisional').waitFor({ state: 'detached' });
  expect(await page.locator('#other-flow canvas').isVisible()).toBe(true);
  expect(problems).toEqual([]);
  await close();
});
