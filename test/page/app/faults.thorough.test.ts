import { expect, test } from 'vitest';
import { openPage } from '../../support/browser.ts';
import { colourCount, pixelsOf, settled, SMALL } from '../helpers.ts';

const deviceCountIs = (count: number) => (globalThis as { devices?: number }).devices === count;

test('an adapter that fails again and again makes room for the processor', async () => {
  const { page, close } = await openPage({
    path: `?${SMALL}`,
    prepare: async (fresh) => {
      await fresh.addInitScript(() => {
        GPUQueue.prototype.submit = () => {
          throw new Error('out of memory');
        };
      });
    },
  });
  await page.locator('.explanation', { hasText: 'failed repeatedly (out of memory)' }).waitFor();
  await settled(page);
  expect(await page.locator('#status').innerText()).toMatch(/float64/);
  await close();
});

test('a lost device is opened again', async () => {
  const { page, close } = await openPage({
    path: `?${SMALL}`,
    prepare: async (fresh) => {
      await fresh.addInitScript(() => {
        const now = performance.now.bind(performance);
        performance.now = () => now() + ((globalThis as { later?: number }).later ?? 0);
        const request = GPUAdapter.prototype.requestDevice;
        GPUAdapter.prototype.requestDevice = async function (...descriptor) {
          const state = globalThis as { refusals?: number };
          if (state.refusals) {
            state.refusals -= 1;
            throw new Error('the driver is not ready');
          }
          const device = await request.apply(this, descriptor);
          const lost = new Promise<{ reason: string; message: string }>((resolve) => {
            Object.assign(globalThis, {
              loseDevice: () => resolve({ reason: 'unknown', message: 'lost by a test' }),
              devices: ((globalThis as { devices?: number }).devices ?? 0) + 1,
            });
          });
          Object.defineProperty(device, 'lost', { value: lost });
          return device;
        };
      });
    },
  });
  const lose = () =>
    page.evaluate(() => (globalThis as unknown as { loseDevice(): void }).loseDevice());
  await settled(page);
  await lose();
  await page.waitForFunction(deviceCountIs, 2);
  await page.getByText('was lost and opened again').waitFor();
  await settled(page);
  expect(colourCount(await pixelsOf(page, 'map'))).toBeGreaterThan(1);

  // Also while its shaders are compiled.
  await lose();
  await page.waitForFunction(deviceCountIs, 3);

  // Six minutes later it is another matter.
  await page.evaluate(() => Object.assign(globalThis, { later: 6 * 60_000 }));
  // A driver that is not ready at once is asked again, which counts.
  await page.evaluate(() => Object.assign(globalThis, { refusals: 1 }));
  await lose();
  await page.waitForFunction(deviceCountIs, 4);
  await lose();
  await page.locator('.explanation', { hasText: 'lost repeatedly' }).waitFor();
  await settled(page);
  expect(await page.locator('#status').innerText()).toMatch(/float64/);
  await close();
});
