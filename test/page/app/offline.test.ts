import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPage } from '../../support/browser.ts';
import { choose, settled, SMALL } from '../helpers.ts';
import { closeHost, kept, openHost, type Host } from './offline-host.ts';

let host: Host;
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => closeHost(host));

test('after one visit the page is there without a network, with all it may load', async () => {
  const { page, context, problems, close } = await openPage({
    path: host.address(`?model=wgan-gp&${SMALL}`),
    offline: true,
    webgpu: false,
  });
  await settled(page);
  await kept(page);
  expect(problems).toEqual([]);
  // What the browser itself keeps does not count.
  const session = await context.newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  await host.offline();

  await page.reload();
  await settled(page);
  await page.locator('.formula .katex').first().waitFor();
  expect(await page.locator('#status').innerText()).toMatch(/map 64² 100%/);
  await choose(page, 'model', 'GAN-QP');
  await settled(page);
  await page.keyboard.press('?');
  await page.locator('#keys-dialog kbd').first().waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('s');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save PNG' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/gan-qp/);

  // Another link to the page is the page, too.
  await page.goto(host.address(`?model=lsgan&${SMALL}`));
  await settled(page);
  expect(await page.locator('.info-bar h2').innerText()).toBe('LSGAN');
  await host.online();
  await close();
});

test('a page in a frame keeps nothing', async () => {
  const { page, close } = await openPage({
    path: host.address(`?embed=map&${SMALL}`),
    offline: true,
    webgpu: false,
  });
  await settled(page);
  const count = await page.evaluate(
    async () => (await navigator.serviceWorker.getRegistrations()).length,
  );
  expect(count).toBe(0);
  await close();
});
