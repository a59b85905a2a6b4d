import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPage } from '../../support/browser.ts';
import { settled, SMALL } from '../helpers.ts';
import { closeHost, kept, openHost, type Host } from './offline-host.ts';

const cacheNames = (page: Page) => page.evaluate(() => caches.keys());

let host: Host;
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => closeHost(host));

test('a new page shows at the first visit, and the old one leaves nothing behind', async () => {
  const { page, context, close } = await openPage({
    path: host.address(`?${SMALL}`),
    offline: true,
    webgpu: false,
  });
  await settled(page);
  await kept(page);
  const [before] = await cacheNames(page);

  const html = join(host.folder, 'index.html');
  const worker = join(host.folder, 'offline.js');
  const [oldHtml, oldWorker] = [await readFile(html, 'utf8'), await readFile(worker, 'utf8')];
  await writeFile(html, oldHtml.replace('<title>', '<title>New '));
  await writeFile(worker, oldWorker.replace(/"version":"\w+"/, '"version":"new"'));
  await page.reload();
  expect(await page.title()).toMatch(/^New Ganfield/);
  await settled(page);
  // As long as the page is open its worker stays, and keeps what it may still load.
  await expect
    .poll(() =>
      page.evaluate(
        async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state ?? 'none',
      ),
    )
    .toBe('installed');
  expect(await cacheNames(page)).toHaveLength(2);
  expect(await cacheNames(page)).toContain(before);

  await page.goto('about:blank');
  const next = await context.newPage();
  await next.goto(host.address(`?${SMALL}`));
  await expect.poll(() => cacheNames(next)).toHaveLength(1);
  expect(await cacheNames(next)).not.toContain(before);

  await host.offline();
  await next.reload();
  expect(await next.title()).toMatch(/^New Ganfield/);
  await host.online();
  await close();
});

test('a host that is broken or silent is as good as none', async () => {
  const { page, close } = await openPage({
    path: host.address(`?${SMALL}`),
    offline: true,
    webgpu: false,
  });
  await settled(page);
  await kept(page);
  for (const kind of ['broken', 'silent'] as const) {
    host.trouble = kind;
    await page.reload();
    await settled(page);
    expect(await page.title(), kind).toMatch(/Ganfield/);
  }
  host.trouble = 'none';
  await close();
});
