import { expect, test } from 'vitest';
import { openPage } from '../../support/browser.ts';
import { choose, colourCount, difference, pixelsOf, row, settled, SMALL } from '../helpers.ts';

test('without WebGPU a sentence says so and the processor draws the map', async () => {
  const { page, problems, close } = await openPage({
    path: `?model=wgan-gp&measure=distance&${SMALL}`,
    webgpu: false,
  });
  await settled(page);
  expect(await page.locator('.explanation').innerText()).toMatch(/^This browser has no WebGPU/);
  expect(await page.locator('#status').innerText()).toMatch(/float64/);
  expect(await page.locator('.player').isVisible()).toBe(false);
  const map = await pixelsOf(page, 'map');
  expect(colourCount(map)).toBeGreaterThan(16);
  expect(await page.locator('#flow .marks path').count()).toBeGreaterThan(0);
  // Choices about particles are there only where particles are.
  expect(await row(page, 'particles').count()).toBe(0);
  expect(await row(page, 'resolution').count()).toBe(1);

  await choose(page, 'model', 'GAN-QP');
  await settled(page);
  expect(difference(map, await pixelsOf(page, 'map'))).toBeGreaterThan(0.02);
  expect(problems).toEqual([]);
  await close();
});

test('an adapter that gives no device is no blank page', async () => {
  const { page, problems, close } = await openPage({
    path: `?${SMALL}`,
    prepare: async (fresh) => {
      await fresh.addInitScript(() => {
        GPUAdapter.prototype.requestDevice = () => Promise.reject(new Error('out of order'));
      });
    },
  });
  await settled(page);
  expect(await page.locator('.explanation').innerText()).toContain('out of order');
  expect(problems).toEqual([]);
  await close();
});
