/**
 * Random use of the page by its real controls, the same for the same seed, and what to look at
 * afterwards, for `npm run soak`.
 */
import { decode } from 'fast-png';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {() => number} Random uniform in [0, 1) */
/** @typedef {{ page: Page, random: Random }} Hand */

/** Small enough for a software adapter. */
export const HOME =
  '?model=wgan-gp&lambda=0.3&resolution=64&particles=4096&time=4&measure=distance';

/** The window's size at home, in CSS pixels. */
export const SIZE = { width: 1200, height: 720 };

/** Uniform numbers in [0, 1) (mulberry32, Tommy Ettinger 2017, public domain). @param {number} seed */
export function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = state;
    x = Math.imul(x ^ (x >>> 15), x | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Before the page loads: counts what it holds on the graphics card, and lets its device be lost.
 * @param {Page} page
 */
export async function watch(page) {
  await page.addInitScript(() => {
    /** @type {Map<GPUDevice, Set<object>>} */
    const held = new Map();
    let lose = () => {};
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

/** @template T @param {Random} random @param {readonly T[]} list @returns {T} */
function pick(random, list) {
  return /** @type {T} */ (list[Math.floor(random() * list.length)]);
}

/** One of the elements that are to be seen, or nothing. @param {Hand} hand @param {string} selector */
async function seen({ page, random }, selector) {
  const all = await page.locator(selector).filter({ visible: true }).all();
  return all.length === 0 ? undefined : pick(random, all);
}

/** A place of an element within the window. @param {Hand} hand @param {string} selector */
async function placeIn(hand, selector) {
  const found = await seen(hand, selector);
  const box = await found?.boundingBox();
  const size = hand.page.viewportSize();
  if (!box || !size) return undefined;
  const x = box.x + hand.random() * box.width;
  const y = box.y + hand.random() * box.height;
  return x < size.width && y > 0 && y < size.height ? { x, y } : undefined;
}

const NONSENSE = [
  '',
  'abc',
  '1e999',
  '-1e999',
  'NaN',
  '0',
  '-0.5',
  '1/3',
  '٣',
  '1e-30',
  '7,5',
  ' 2 ',
];
const KEYS = ['Space', 'r', 'm', 'Shift+M', 's', '?', 'Escape', '0', '+', '-', 'Tab', 'Enter'];
const ARROWS = [
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'Delete',
];
const SIZES = [320, 360, 411, 599, 700, 899, 900, 1023, 1180, 1279, 1501, 1777];

/**
 * Buttons that hand over files, work for long, or load the page in another language: a soak would fill
 * the disk, or measure those.
 */
const LEFT_ALONE = /save|png|svg|csv|json|mp4|webm|record|video|download|frame|中文|english/i;

/** @type {readonly (readonly [weight: number, name: string, act: (hand: Hand) => Promise<void>])[]} */
export const DEEDS = [
  [
    6,
    'drag a slider',
    async (hand) => {
      const [from, to] = [
        await placeIn(hand, '#panel input[type=range]'),
        hand.random() * 300 - 150,
      ];
      if (!from) return;
      const { mouse } = hand.page;
      await mouse.move(from.x, from.y);
      await mouse.down();
      await mouse.move(from.x + to, from.y, { steps: 4 });
      await mouse.up();
    },
  ],
  [
    5,
    'choose',
    async (hand) => {
      const select = await seen(hand, '#panel select');
      const count = (await select?.locator('option').count()) ?? 0;
      await select?.selectOption({ index: Math.floor(hand.random() * count) }, { timeout: 1000 });
    },
  ],
  [
    3,
    'type nonsense',
    async (hand) => {
      const field = await seen(hand, '#panel input:not([type=range], [type=checkbox])');
      await field?.fill(pick(hand.random, NONSENSE), { timeout: 1000 });
      await field?.press('Enter', { timeout: 1000 });
    },
  ],
  [
    4,
    'zoom',
    async (hand) => {
      const at = await placeIn(hand, '.square');
      if (!at) return;
      await hand.page.mouse.move(at.x, at.y);
      const pinches = hand.random() < 0.3;
      if (pinches) await hand.page.keyboard.down('Control');
      for (let i = 0; i < 4; i++) await hand.page.mouse.wheel(0, (hand.random() - 0.6) * 400);
      if (pinches) await hand.page.keyboard.up('Control');
    },
  ],
  [
    3,
    'pan',
    async (hand) => {
      const [from, to] = [await placeIn(hand, '.square'), await placeIn(hand, '.square')];
      if (!from || !to) return;
      await hand.page.mouse.move(from.x, from.y);
      await hand.page.mouse.down();
      await hand.page.mouse.move(to.x, to.y, { steps: 3 });
      await hand.page.mouse.up();
    },
  ],
  [
    3,
    'click a pane',
    async (hand) => {
      const at = await placeIn(hand, '.square');
      if (at) await hand.page.mouse.click(at.x, at.y, { clickCount: hand.random() < 0.3 ? 2 : 1 });
    },
  ],
  [
    3,
    'move a probe',
    async (hand) => {
      const probe = await seen(hand, '.probe');
      await probe?.focus({ timeout: 1000 });
      for (let i = 0; i < 4; i++) await hand.page.keyboard.press(pick(hand.random, ARROWS));
    },
  ],
  [
    4,
    'press keys',
    async (hand) => {
      for (let i = 0; i < 3; i++) await hand.page.keyboard.press(pick(hand.random, KEYS));
      await hand.page.keyboard.press('Escape');
    },
  ],
  [
    4,
    'undo and redo',
    async (hand) => {
      for (let i = 0; i < 4; i++) {
        await hand.page.keyboard.press(hand.random() < 0.6 ? 'Control+z' : 'Control+Shift+z');
      }
    },
  ],
  [
    4,
    'press a button',
    async (hand) => {
      const button = await seen(hand, 'button:enabled');
      const name = `${await button?.getAttribute('aria-label')} ${await button?.textContent()}`;
      if (!LEFT_ALONE.test(name)) await button?.click({ timeout: 1000 });
    },
  ],
  [
    2,
    'look at the save dialog',
    async (hand) => {
      await hand.page.locator('#save-picture').click({ timeout: 1000 });
      await hand.page.keyboard.press('Escape');
    },
  ],
  [
    1,
    'check in float64',
    async (hand) => {
      await hand.page.locator('#verify').click({ timeout: 1000 });
    },
  ],
  [
    2,
    'resize',
    async ({ page, random }) => {
      const height = 400 + Math.floor(600 * random());
      await page.setViewportSize({ width: pick(random, SIZES), height });
    },
  ],
  [
    1,
    'hide the page for a moment',
    async ({ page, random }) => {
      for (const hidden of [true, false]) {
        await page.evaluate((next) => {
          /** @type {any} */ (globalThis).soak.hidden = next;
          document.dispatchEvent(new Event('visibilitychange'));
        }, hidden);
        await page.waitForTimeout(300 * random());
      }
    },
  ],
  [
    1,
    'turn the system dark or light',
    async ({ page, random }) => {
      await page.emulateMedia({
        colorScheme: random() < 0.5 ? 'dark' : 'light',
        reducedMotion: random() < 0.3 ? 'reduce' : 'no-preference',
      });
    },
  ],
];

/**
 * Makes the experiment small again where somebody turned it up: on a software adapter the next deed
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
 * One deed by chance. What it acts on may go away under the hand: then nothing happens.
 * @param {Hand} hand
 * @returns {Promise<string>} what it did
 */
export async function act(hand) {
  const bag = DEEDS.flatMap((deed) => Array.from({ length: deed[0] }, () => deed));
  const [, name, deed] = pick(hand.random, bag);
  try {
    await deed(hand);
    await lighten(hand.page);
  } catch (error) {
    if (!(error instanceof Error) || !/Timeout|detached|not attached|closed/i.test(error.message)) {
      throw error;
    }
  }
  return name;
}

/**
 * Brings the page back to where it began, by its own means: what it holds then can be compared.
 * @param {Page} page
 */
export async function goHome(page) {
  await page.setViewportSize(SIZE);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' });
  for (let i = 0; i < 3; i++) await page.keyboard.press('Escape');
  await page.evaluate((query) => {
    history.replaceState(history.state, '', query);
    dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
    scrollTo(0, 0);
  }, HOME);
  await settled(page);
}

/** Waits until the map is whole and faded in. @param {Page} page */
export async function settled(page) {
  await page.waitForTimeout(100);
  await page.waitForFunction(
    () => document.querySelector('.progress')?.classList.contains('done'),
    undefined,
    { timeout: 120_000 },
  );
  await page.waitForTimeout(800);
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
  await page.setViewportSize(SIZE);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' });
  for (let i = 0; i < 3; i++) await page.keyboard.press('Escape');
  await page.evaluate(() => scrollTo(0, 0));
  await page.mouse.move(1, 1);
  // The page writes its address with a delay.
  await page.waitForTimeout(400);
  await lighten(page);
  await settled(page);
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
