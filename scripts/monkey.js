/** Random use of the page by its real controls, the same for the same seed. */
import { pick, placeIn, seen } from './monkey-driver.js';
import { getsOn, settled } from './settled.js';
import { lighten } from './soak-page.js';

/** @typedef {import('./monkey-driver.js').Random} Random */
/** @typedef {import('./monkey-driver.js').Driver} Driver */

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
/** Those that press the button that has the focus. */
const PRESSES = new Set(['Space', 'Enter']);
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
 * Buttons that download files, work for long, or load the page in another language: a soak would fill
 * the disk, or measure those.
 */
const LEFT_ALONE = /save|png|svg|csv|json|mp4|webm|record|video|download|frame|中文|english/i;

/** What the element with the focus is called. @param {Driver} driver @returns {Promise<string>} */
function focusedName({ page }) {
  return page.evaluate(() => {
    const focused = document.activeElement;
    return `${focused?.getAttribute('aria-label')} ${focused === document.body ? '' : focused?.textContent}`;
  });
}

/**
 * In the page: what is being saved, and how far it is; false while that is as before.
 * @param {string | undefined} before
 */
function saving(before) {
  const words = document.querySelector('#save-dialog .making:not([hidden]) .doing')?.textContent;
  const now = words === undefined ? '' : `saving: ${words}`;
  return now !== before && { now };
}

/** @type {readonly (readonly [weight: number, name: string, act: (driver: Driver) => Promise<void>])[]} */
export const ACTIONS = [
  [
    6,
    'drag a slider',
    async (driver) => {
      const [from, to] = [
        await placeIn(driver, '#panel input[type=range]'),
        driver.random() * 300 - 150,
      ];
      if (!from) return;
      const { mouse } = driver.page;
      await mouse.move(from.x, from.y);
      await mouse.down();
      await mouse.move(from.x + to, from.y, { steps: 4 });
      await mouse.up();
    },
  ],
  [
    5,
    'choose',
    async (driver) => {
      const select = await seen(driver, '#panel select');
      const count = (await select?.locator('option').count()) ?? 0;
      await select?.selectOption({ index: Math.floor(driver.random() * count) }, { timeout: 1000 });
    },
  ],
  [
    3,
    'type nonsense',
    async (driver) => {
      const field = await seen(driver, '#panel input:not([type=range], [type=checkbox])');
      await field?.fill(pick(driver.random, NONSENSE), { timeout: 1000 });
      await field?.press('Enter', { timeout: 1000 });
    },
  ],
  [
    4,
    'zoom',
    async (driver) => {
      const at = await placeIn(driver, '.square');
      if (!at) return;
      await driver.page.mouse.move(at.x, at.y);
      const pinches = driver.random() < 0.3;
      if (pinches) await driver.page.keyboard.down('Control');
      for (let i = 0; i < 4; i++) await driver.page.mouse.wheel(0, (driver.random() - 0.6) * 400);
      if (pinches) await driver.page.keyboard.up('Control');
    },
  ],
  [
    2,
    'pinch',
    async (driver) => {
      const at = await placeIn(driver, '.square');
      if (!at) return;
      const [from, to] = [20 + 60 * driver.random(), 20 + 60 * driver.random()];
      const fingers = (/** @type {number} */ share) =>
        [-1, 1].map((side, id) => ({ id, x: at.x + side * (from + share * (to - from)), y: at.y }));
      const session = await driver.page.context().newCDPSession(driver.page);
      const touch = (/** @type {'touchStart' | 'touchMove'} */ type, /** @type {number} */ share) =>
        session.send('Input.dispatchTouchEvent', { type, touchPoints: fingers(share) });
      await touch('touchStart', 0);
      for (let i = 1; i <= 4; i++) await touch('touchMove', i / 4);
      await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
      await session.detach();
    },
  ],
  [
    3,
    'pan',
    async (driver) => {
      const [from, to] = [await placeIn(driver, '.square'), await placeIn(driver, '.square')];
      if (!from || !to) return;
      await driver.page.mouse.move(from.x, from.y);
      await driver.page.mouse.down();
      await driver.page.mouse.move(to.x, to.y, { steps: 3 });
      await driver.page.mouse.up();
    },
  ],
  [
    3,
    'click a pane',
    async (driver) => {
      const at = await placeIn(driver, '.square');
      if (at)
        await driver.page.mouse.click(at.x, at.y, { clickCount: driver.random() < 0.3 ? 2 : 1 });
    },
  ],
  [
    3,
    'move a probe',
    async (driver) => {
      const probe = await seen(driver, '.probe');
      await probe?.focus({ timeout: 1000 });
      for (let i = 0; i < 4; i++) await driver.page.keyboard.press(pick(driver.random, ARROWS));
    },
  ],
  [
    4,
    'press keys',
    async (driver) => {
      for (let i = 0; i < 3; i++) {
        const key = pick(driver.random, KEYS);
        if (PRESSES.has(key) && LEFT_ALONE.test(await focusedName(driver))) continue;
        await driver.page.keyboard.press(key);
      }
      await driver.page.keyboard.press('Escape');
    },
  ],
  [
    4,
    'undo and redo',
    async (driver) => {
      for (let i = 0; i < 4; i++) {
        await driver.page.keyboard.press(driver.random() < 0.6 ? 'Control+z' : 'Control+Shift+z');
      }
    },
  ],
  [
    4,
    'press a button',
    async (driver) => {
      const button = await seen(driver, 'button:enabled');
      const name = `${await button?.getAttribute('aria-label')} ${await button?.textContent()}`;
      if (!LEFT_ALONE.test(name)) await button?.click({ timeout: 1000 });
    },
  ],
  [
    2,
    'look at the save dialog',
    async ({ page }) => {
      await page.locator('#save-picture').click({ timeout: 1000 });
      await page.keyboard.press('Escape');
    },
  ],
  [
    1,
    'save a picture',
    async ({ page }) => {
      await page.locator('#save-picture').click({ timeout: 1000 });
      await page.locator('#save-dialog input[value=picture] + span').click({ timeout: 1000 });
      // A page that has nothing to be seen yet says so in place of a file.
      const refusal = page.locator('#save-dialog .message:not(:empty)');
      const answer = Promise.race([
        page.waitForEvent('download', { timeout: 0 }),
        refusal.waitFor({ timeout: 0 }),
      ]);
      // A page that is closed meanwhile answers no more.
      answer.catch(() => {});
      await page
        .locator('#save-dialog .action.main')
        .filter({ visible: true })
        .click({ timeout: 1000 });
      await getsOn(page, saving);
      const file = await answer;
      await file?.delete();
      await page.keyboard.press('Escape');
    },
  ],
  [
    1,
    'open it embedded',
    async ({ page, random }) => {
      const link = new URL(page.url());
      link.searchParams.set('embed', pick(random, ['both', 'map', 'flow']));
      const embedded = await page.context().newPage();
      try {
        await embedded.goto(link.href);
        await settled(embedded);
      } finally {
        await embedded.close();
      }
    },
  ],
  [
    1,
    'check in float64',
    async (driver) => {
      await driver.page.locator('#verify').click({ timeout: 1000 });
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
 * One action by chance. What it acts on may be hidden or disappear meanwhile: then nothing happens.
 * @param {Driver} driver
 * @returns {Promise<string>} what it did, or tried in vain
 */
export async function act(driver) {
  const bag = ACTIONS.flatMap((action) => Array.from({ length: action[0] }, () => action));
  const [, name, action] = pick(driver.random, bag);
  try {
    await action(driver);
    await lighten(driver.page);
  } catch (error) {
    if (!(error instanceof Error) || !/Timeout|detached|not attached|closed/i.test(error.message)) {
      throw error;
    }
    return `${name}, in vain`;
  }
  return name;
}
