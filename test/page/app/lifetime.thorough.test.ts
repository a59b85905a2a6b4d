/** Pages are opened and destroyed again and again in one document: nothing of them may stay. */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page as BrowserPage } from 'playwright-core';
import { build, preview, type Plugin } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../../../scripts/paths.js';
import { launchBrowser } from '../../support/browser.ts';
import { SMALL } from '../helpers.ts';

/** How often a page is opened and destroyed. */
const ROUNDS = 50;

/** Every so many rounds everything that is loaded on demand is opened as well. */
const VISITS = 25;

/** A page in the browser's document, as src/page/app/page.ts opens it. */
interface Opened {
  destroy(): void;
}

interface Doors {
  open(): Opened;
  held(): Held;
}

/** What the document's scripts hold at present. */
interface Held {
  readonly timers: number;
  readonly frames: number;
  readonly workers: number;
  readonly observers: number;
  readonly gpuDevices: number;
}

/** In place of the page's entry: nothing opens by itself. */
const ENTRY = `
  import { openLanguage } from './app/language.ts';
  import { isFirstVisit, readAddress } from './app/opening-state.ts';
  import { openPage } from './app/page.ts';
  await openLanguage();
  globalThis.doors.open = () => openPage(readAddress(), isFirstVisit());
  document.documentElement.dataset.ready = '';
`;

const entry: Plugin = {
  name: 'page-opened-by-hand',
  enforce: 'pre',
  load: (id) => (id.endsWith('/src/page/main.ts') ? ENTRY : undefined),
};

let outDir = '';
let url = '';
let stop = () => Promise.resolve();

beforeAll(async () => {
  outDir = await mkdtemp(join(ROOT, 'node_modules', '.cache', 'lifetime-'));
  await build({ root: ROOT, logLevel: 'error', plugins: [entry], build: { outDir } });
  const server = await preview({
    root: ROOT,
    logLevel: 'error',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0, open: false },
  });
  url = server.resolvedUrls!.local[0]!;
  stop = () => server.close();
});

afterAll(async () => {
  await stop();
  await rm(outDir, { recursive: true, force: true });
});

/** Counts in the document what scripts take and return. */
function countHoldings(): void {
  const [timers, frames, devices] = [new Set<number>(), new Set<number>(), new Set<GPUDevice>()];
  let [workers, observers] = [0, 0];
  const [start, clear] = [window.setTimeout.bind(window), window.clearTimeout.bind(window)];
  const { requestAnimationFrame: request, cancelAnimationFrame: cancel } = globalThis;
  Object.assign(globalThis, {
    doors: {
      held: () => ({
        timers: timers.size,
        frames: frames.size,
        workers,
        observers,
        gpuDevices: devices.size,
      }),
    },
    setTimeout(run: () => void, delay: number) {
      const handle: number = start(() => {
        timers.delete(handle);
        run();
      }, delay);
      timers.add(handle);
      return handle;
    },
    clearTimeout(handle: number) {
      timers.delete(handle);
      clear(handle);
    },
    requestAnimationFrame(run: FrameRequestCallback) {
      const handle = request((now) => {
        frames.delete(handle);
        run(now);
      });
      frames.add(handle);
      return handle;
    },
    cancelAnimationFrame(handle: number) {
      frames.delete(handle);
      cancel(handle);
    },
    Worker: class extends Worker {
      constructor(...options: ConstructorParameters<typeof Worker>) {
        super(...options);
        workers += 1;
      }

      override terminate() {
        workers -= 1;
        super.terminate();
      }
    },
    ResizeObserver: class extends ResizeObserver {
      constructor(callback: ResizeObserverCallback) {
        super(callback);
        observers += 1;
      }

      override disconnect() {
        observers -= 1;
        super.disconnect();
      }
    },
  });
  const { requestDevice } = GPUAdapter.prototype;
  GPUAdapter.prototype.requestDevice = async function requestCounted(...options) {
    const device = await requestDevice.apply(this, options);
    devices.add(device);
    const destroy = device.destroy.bind(device);
    device.destroy = () => {
      devices.delete(device);
      destroy();
    };
    return device;
  };
}

/** Opens everything that is loaded on demand, and waits until it is there. */
async function visitAll(page: BrowserPage): Promise<void> {
  const press = (name: string) =>
    page.locator('nav').getByRole('button', { name, exact: true }).first().click();
  const seen = (selector: string) => page.locator(selector).first().waitFor();
  for (const [key, dialog] of [
    ['s', '#save-dialog form'],
    ['?', '#keys-dialog form'],
  ] as const) {
    await page.keyboard.press(key);
    await seen(dialog);
    await page.keyboard.press('Escape');
  }
  await press('Guide');
  await seen('#guide .katex');
  await press('Compare');
  await seen('#compare-key table');
  await press('Gallery');
  await seen('.gallery .tile');
}

/** One page, from its beginning to its end: after no frame, a few, or all of its work. */
async function round(page: BrowserPage, number: number): Promise<void> {
  await page.evaluate((query) => history.replaceState(null, '', query), `?${SMALL}`);
  const opened = await page.evaluateHandle(() =>
    (globalThis as unknown as { doors: Doors }).doors.open(),
  );
  if (number % VISITS === 0) {
    await page.waitForFunction(() =>
      document.querySelector('.progress')!.classList.contains('done'),
    );
    await visitAll(page);
  } else {
    await page.evaluate(async (frames) => {
      for (let i = 0; i < frames; i++) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    }, number % 7);
  }
  await opened.evaluate((part) => part.destroy());
  await opened.dispose();
}

/** Nodes and listeners of the document after all that is to be collected was. */
async function documentHoldings(page: BrowserPage) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  const value = (name: string) => metrics.find((metric) => metric.name === name)!.value;
  return { nodes: value('Nodes'), listeners: value('JSEventListeners') };
}

const NOTHING: Held = { timers: 0, frames: 0, workers: 0, observers: 0, gpuDevices: 0 };

test(`a page that is opened and destroyed ${ROUNDS} times leaves nothing behind`, async () => {
  const context = await (await launchBrowser()).newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  await page.addInitScript(countHoldings);
  await page.goto(url);
  await page.locator('html[data-ready]').waitFor();
  // A view that is still being opened ends as soon as it is there.
  const held = () => page.evaluate(() => (globalThis as unknown as { doors: Doors }).doors.held());
  const nothingHeld = () => expect.poll(held).toEqual(NOTHING);

  // Caches and lazily loaded code are there after the first rounds.
  await round(page, 0);
  await round(page, 1);
  await nothingHeld();
  const before = await documentHoldings(page);
  for (let i = 0; i < ROUNDS; i++) await round(page, i);
  await nothingHeld();
  expect(problems).toEqual([]);
  // The last page is collected once what it had begun has ended.
  await expect.poll(() => documentHoldings(page), { timeout: 120_000 }).toEqual(before);
  await context.close();
}, 600_000);
