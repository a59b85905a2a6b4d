import { expect, test } from 'vitest';
import { openPage } from '../../support/browser.ts';
import { settled, SMALL } from '../helpers.ts';

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
