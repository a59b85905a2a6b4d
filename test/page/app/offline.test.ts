import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../../../scripts/paths.js';
import { openPage } from '../../support/browser.ts';
import { choose, settled, SMALL } from '../helpers.ts';

/** Somewhere below a host's root, as on a host of project pages. */
const BASE = '/some/where/';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

let folder = '';
let server: Server | undefined;
let port = 0;
/** What the host does instead of answering with the page. */
let trouble: 'none' | 'broken' | 'silent' = 'none';

/** Serves the folder, at the port it had before if there was one. */
async function online(): Promise<void> {
  server = createServer((request, response) => {
    if (trouble === 'silent') return;
    if (trouble === 'broken') {
      response.writeHead(503).end('down for maintenance');
      return;
    }
    const path = new URL(request.url!, 'http://host').pathname;
    const file = path === BASE ? 'index.html' : path.slice(BASE.length);
    readFile(join(folder, file)).then(
      (body) => {
        // Files with a hash in their name are kept for good, as hosts do; the page is not.
        const keep = file.startsWith('assets/') ? 'max-age=31536000, immutable' : 'no-cache';
        response.setHeader('Cache-Control', keep);
        response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
        response.end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server!.listen(port, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
}

/** No network at all: nobody answers. */
async function offline(): Promise<void> {
  server!.closeAllConnections();
  await new Promise((resolve) => server!.close(resolve));
}

const address = (query = '') => `http://127.0.0.1:${port}${BASE}${query}`;

/** Waits until the page's files are kept. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

const cacheNames = (page: Page) => page.evaluate(() => caches.keys());

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ganfield-offline-'));
  await cp(join(ROOT, 'dist'), folder, { recursive: true });
  await online();
});
afterAll(async () => {
  await offline();
  await rm(folder, { recursive: true, force: true });
});

test('after one visit the page is there without a network, with all it may load', async () => {
  const { page, context, problems, close } = await openPage({
    path: address(`?model=wgan-gp&${SMALL}`),
    offline: true,
    webgpu: false,
  });
  await settled(page);
  await kept(page);
  expect(problems).toEqual([]);
  // What the browser itself keeps does not count.
  const session = await context.newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  await offline();

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
  await page.goto(address(`?model=lsgan&${SMALL}`));
  await settled(page);
  expect(await page.locator('.info-bar h2').innerText()).toBe('LSGAN');
  await online();
  await close();
});

test('a new page shows at the first visit, and the old one leaves nothing behind', async () => {
  const { page, context, close } = await openPage({
    path: address(`?${SMALL}`),
    offline: true,
    webgpu: false,
  });
  await settled(page);
  await kept(page);
  const [before] = await cacheNames(page);

  const html = join(folder, 'index.html');
  const worker = join(folder, 'offline.js');
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
  await next.goto(address(`?${SMALL}`));
  await expect.poll(() => cacheNames(next)).toHaveLength(1);
  expect(await cacheNames(next)).not.toContain(before);

  await offline();
  await next.reload();
  expect(await next.title()).toMatch(/^New Ganfield/);
  await online();
  await close();
});

test('a host that is broken or silent is as good as none', async () => {
  const { page, close } = await openPage({
    path: address(`?${SMALL}`),
    offline: true,
    webgpu: false,
  });
  await settled(page);
  await kept(page);
  for (const kind of ['broken', 'silent'] as const) {
    trouble = kind;
    await page.reload();
    await settled(page);
    expect(await page.title(), kind).toMatch(/Ganfield/);
  }
  trouble = 'none';
  await close();
});

test('a page in a frame keeps nothing', async () => {
  const { page, close } = await openPage({
    path: address(`?embed=map&${SMALL}`),
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
