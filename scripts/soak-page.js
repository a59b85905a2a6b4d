/**
 * The page under random use (`scripts/monkey.js`): where it begins, what it holds, and whether it is
 * right in the end.
 */
import { decode } from 'fast-png';
import { settled } from './settled.js';

/** @typedef {import('playwright-core').Page} Page */

/** Small enough for a software adapter. */
export const START =
  '?model=wgan-gp&lambda=0.3&resolution=64&particles=4096&time=4&measure=distance';

/** The window's size at home, in CSS pixels. */
export const SIZE = { width: 1200, height: 720 };

/**
 * Before the page loads: counts what it holds on the graphics card, and lets its device be lost.
 * @param {Page} page
 */
export async function watch(page) {
  await page.addInitScript(() => {
    /** @type {Map<GPUDevice, Set<object>>} */
    const held = new Map();
    let lose = () => {};
    // What a page says of its device goes with the next notice.
    document.addEventListener('DOMContentLoaded', () => {
      const watcher = new MutationObserver((changes) => {
        for (const { addedNodes } of changes) {
          for (const { textContent } of addedNodes) console.debug(`notice: ${textContent}`);
        }
      });
      const area = document.getElementById('notices');
      if (area) watcher.observe(area, { childList: true });
    });
    Object.assign(globalThis, {
      soak: {
        lose: () => lose(),
        held: () => [...held.values()].reduce((sum, objects) => sum + objects.size, 0),
        hidden: false,
      },
    });
    if (typeof GPUAdapter === 'undefined') return;
    const request = GPUAdapter.prototype.requestDevice;
    GPUAdapter.prototype.requestDevice = async function requestWatched(...options) {
      const device = await request.apply(this, options);
      /** @type {Set<object>} */
      const objects = new Set();
      held.set(device, objects);
      // A destroyed device says so by itself; this is one that was taken away.
      const lost = new Promise((resolve) => {
        lose = () => resolve({ reason: 'unknown', message: 'lost by the monkey' });
      });
      Object.defineProperty(device, 'lost', { value: lost });
      for (const create of /** @type {const} */ (['createBuffer', 'createTexture'])) {
        const made = /** @type {(descriptor: any) => any} */ (device[create]).bind(device);
        Object.defineProperty(device, create, {
          value: (/** @type {any} */ descriptor) => {
            const object = made(descriptor);
            // Stopwatches keep as many of these as dispatches were ever under way at once.
            if (descriptor.size <= 16) return object;
            objects.add(object);
            const destroy = object.destroy.bind(object);
            object.destroy = () => {
              objects.delete(object);
              destroy();
            };
            return object;
          },
        });
      }
      const destroy = device.destroy.bind(device);
      device.destroy = () => {
        held.delete(device);
        destroy();
      };
      return device;
    };
    Object.defineProperty(Document.prototype, 'hidden', {
      get: () => /** @type {any} */ (globalThis).soak.hidden,
    });
  });
}

/**
 * Makes the experiment small again where somebody turned it up: on a software adapter the next action
 * would wait for minutes. The page reads it as it reads the way back.
 * @param {Page} page
 */
export async function lighten(page) {
  await page.evaluate(() => {
    const query = new URLSearchParams(location.search);
    const most = { resolution: 64, particles: 4096, time: 8 };
    let heavy = Number(query.get('step') ?? 1) < 1 / 32;
    if (heavy) query.delete('step');
    for (const [name, value] of Object.entries(most)) {
      const given = query.get(name);
      if (given !== null && Number(given) <= value) continue;
      query.set(name, String(value));
      heavy = true;
    }
    if (!heavy) return;
    history.replaceState(history.state, '', `?${query}`);
    dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
  });
}

/** Takes the graphics device away, as a driver's crash would. @param {Page} page */
export async function loseDevice(page) {
  await page.evaluate(() => /** @type {any} */ (globalThis).soak.lose());
}

/**
 * Brings the page back to where it began, by its own means: what it holds then can be compared.
 * @param {Page} page
 */
export async function openStart(page) {
  await standard(page);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' });
  for (let i = 0; i < 3; i++) await page.keyboard.press('Escape');
  await page.evaluate((query) => {
    history.replaceState(history.state, '', query);
    dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
    scrollTo(0, 0);
  }, START);
  await settled(page);
}

/**
 * Gives the window its size, and takes back what the browser has magnified: two fingers on anything
 * but a pane zoom the page.
 * @param {Page} page
 */
async function standard(page) {
  await page.setViewportSize(SIZE);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setPageScaleFactor', { pageScaleFactor: 1 });
  await session.detach();
}

/** Waits until the address is that of the present experiment. @param {Page} page */
async function addressed(page) {
  await page.waitForFunction(() => document.documentElement.dataset['address'] === 'current');
}

/**
 * Opens everything once that is built when it is first opened, and kept: what the page holds
 * afterwards can be compared. At home.
 * @param {Page} page
 */
export async function visitAll(page) {
  const press = (/** @type {string} */ name) =>
    page.locator('nav').getByRole('button', { name, exact: true }).first().click();
  const seen = (/** @type {string} */ selector) => page.locator(selector).first().waitFor();
  for (const [key, dialog] of /** @type {const} */ ([
    ['s', '#save-dialog form'],
    ['?', '#keys-dialog form'],
  ])) {
    await page.keyboard.press(key);
    await seen(dialog);
    await page.keyboard.press('Escape');
  }
  await press('Guide');
  await seen('#guide .katex');
  await page.locator('#guide-close').click();
  await press('Compare');
  await seen('#compare-key table');
  await press('Compare');
  await press('Gallery');
  await seen('.gallery .tile');
  await page.keyboard.press('Escape');
  await page.locator('.gallery').waitFor({ state: 'hidden' });
}

/**
 * What the page holds, after all that is to be collected was.
 * @param {Page} page
 */
export async function holdings(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  const value = (/** @type {string} */ name) =>
    metrics.find((metric) => metric.name === name)?.value ?? NaN;
  return {
    heap: value('JSHeapUsedSize'),
    nodes: value('Nodes'),
    listeners: value('JSEventListeners'),
    gpuObjects: await page.evaluate(() => /** @type {any} */ (globalThis).soak.held()),
  };
}

/** The map's pixels without anything above them. @param {Page} page */
export async function mapPixels(page) {
  const square = page.locator('#map .square');
  const show = (/** @type {string} */ visibility) =>
    square.evaluate((node, value) => {
      for (const child of node.children) {
        if (child instanceof HTMLElement || child instanceof SVGElement) {
          child.style.visibility = child.classList.contains('picture') ? 'visible' : value;
        }
      }
    }, visibility);
  await show('hidden');
  const box = await square.boundingBox();
  if (!box) throw new Error('the map has no place on the page');
  const png = await page.screenshot({ clip: box });
  await show('');
  return decode(png);
}

/** @typedef {Awaited<ReturnType<typeof holdings>>} Holdings */

/**
 * What has grown from one look at home to a later one, beyond what caches and pools may: one line
 * for each.
 * @param {Holdings} before
 * @param {Holdings} after
 */
export function grown(before, after) {
  // The engine keeps compiled code and the views keep pipelines of every model that was seen.
  const most = {
    heap: 1.25 * before.heap + 4e6,
    nodes: 1.1 * before.nodes + 150,
    listeners: 1.1 * before.listeners + 40,
    gpuObjects: before.gpuObjects + 4,
  };
  return /** @type {(keyof Holdings)[]} */ (Object.keys(most))
    .filter((name) => !(after[name] <= most[name]))
    .map((name) => `${name} grew from ${before[name]} to ${after[name]}`);
}

/**
 * The share of the map's pixels that a fresh page with the same link shows otherwise, and what it
 * makes of the link.
 * @param {Page} page
 */
export async function besideFresh(page) {
  await standard(page);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' });
  for (let i = 0; i < 3; i++) await page.keyboard.press('Escape');
  await page.evaluate(() => scrollTo(0, 0));
  await page.mouse.move(1, 1);
  await addressed(page);
  await lighten(page);
  await settled(page);
  await addressed(page);
  const link = page.url();
  const used = await mapPixels(page);
  const fresh = await page.context().newPage();
  await fresh.goto(link);
  await settled(fresh);
  const result = { different: differing(used, await mapPixels(fresh)), link, again: fresh.url() };
  await fresh.close();
  return result;
}

/**
 * The share of pixels that differ visibly; 1 where the sizes do.
 * @param {import('fast-png').DecodedPng} a
 * @param {import('fast-png').DecodedPng} b
 */
export function differing(a, b) {
  if (a.width !== b.width || a.height !== b.height) return 1;
  let different = 0;
  for (let i = 0; i < a.data.length; i += a.channels) {
    const apart = [0, 1, 2].map((k) => Math.abs(Number(a.data[i + k]) - Number(b.data[i + k])));
    if (Math.max(...apart) > 8) different += 1;
  }
  return different / (a.width * a.height);
}
