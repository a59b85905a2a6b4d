/** What the page's tests do to a page, and what they see of it. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { decodePicture, type Picture } from '../support/picture.ts';

/** Small enough for a software adapter: 4096 starts and particles, 64 steps. */
export const SMALL = 'resolution=64&particles=4096&time=4';

/** Waits until every map of the page's present experiment is whole, drawn and faded in. */
export async function settled(page: Page): Promise<void> {
  // A change is taken up by the next frame.
  await page.evaluate(frames, 2);
  await page.waitForFunction(
    () =>
      document.querySelector('#map .square[aria-busy=false]') !== null &&
      document.querySelector('.pane:not([hidden]) > .square[aria-busy=true]') === null,
  );
}

/** Waits until the address is that of the page's present experiment, and no gesture is under way. */
export async function addressed(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.documentElement.dataset['address'] === 'current' &&
      document.querySelector('.square.moving') === null,
  );
}

/** Waits until nothing moves on the page any more: a flow has to be paused for it. */
export async function resting(page: Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset['loop'] === 'resting');
}

/** A double click or tap: by its events' own times, a tenth of a second apart on any machine. */
export async function clickTwice(
  page: Page,
  x: number,
  y: number,
  pointer: 'mouse' | 'touch' = 'mouse',
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const begun = Date.now() / 1000;
  for (const [down, up] of [
    [0, 0.02],
    [0.1, 0.12],
  ] as const) {
    if (pointer === 'touch') {
      const send = (type: 'touchStart' | 'touchEnd', after: number) =>
        session.send('Input.dispatchTouchEvent', {
          type,
          touchPoints: type === 'touchStart' ? [{ x, y }] : [],
          timestamp: begun + after,
        });
      await send('touchStart', down);
      await send('touchEnd', up);
    } else {
      const send = (type: 'mousePressed' | 'mouseReleased', after: number) =>
        session.send('Input.dispatchMouseEvent', {
          type,
          x,
          y,
          button: 'left',
          clickCount: 1,
          timestamp: begun + after,
        });
      await send('mousePressed', down);
      await send('mouseReleased', up);
    }
  }
  await session.detach();
}

/** Waits for animation frames, in the page. */
export async function frames(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** The pixels of a pane, without axes and marks. */
export async function pixelsOf(page: Page, pane: 'map' | 'flow'): Promise<Picture> {
  const square = page.locator(`#${pane} .square`);
  // Playwright's own way to hide things is an inline style, which the page's policy refuses.
  const show = (visibility: string) =>
    square.evaluate((node, value) => {
      for (const child of node.children) {
        if (child instanceof HTMLElement) child.style.visibility = value;
      }
      node.querySelector('canvas')!.style.visibility = 'visible';
    }, visibility);
  await show('hidden');
  const png = await square.screenshot();
  await show('');
  return decodePicture(png);
}

/** How many colours a picture has; the eye cannot tell nearer ones apart. */
export function colourCount({ rgba }: Picture): number {
  const seen = new Set<number>();
  for (let i = 0; i < rgba.length; i += 4) {
    seen.add(((rgba[i]! >> 2) << 12) | ((rgba[i + 1]! >> 2) << 6) | (rgba[i + 2]! >> 2));
  }
  return seen.size;
}

/** The share of pixels that differ by more than rounding does. */
export function difference(a: Picture, b: Picture): number {
  let different = 0;
  for (let i = 0; i < a.rgba.length; i += 4) {
    const apart = [0, 1, 2].map((channel) => Math.abs(a.rgba[i + channel]! - b.rgba[i + channel]!));
    if (Math.max(...apart) > 8) different += 1;
  }
  return different / (a.rgba.length / 4);
}

/** The panel's row with this name. */
export function row(page: Page, name: string) {
  return page.locator('#panel .lil-controller', {
    has: page.locator('.lil-name', { hasText: new RegExp(`^${name}$`) }),
  });
}

/** Types a number into the panel's row. */
export async function setNumber(page: Page, name: string, value: number | string): Promise<void> {
  const input = row(page, name).locator('input:not([type=range])');
  await input.fill(String(value));
  await input.press('Enter');
}

export async function numberIn(page: Page, name: string): Promise<number> {
  return Number(await row(page, name).locator('input:not([type=range])').inputValue());
}

export async function choose(page: Page, name: string, option: string): Promise<void> {
  await row(page, name).locator('select').selectOption({ label: option });
}

/** The page's query as soon as it has `part` in it; the page writes its address with a delay. */
export async function queryWith(page: Page, part: string): Promise<string> {
  await page.waitForFunction((text) => location.search.includes(text), part);
  return page.evaluate(() => location.search);
}

/** A file as the page hands it out. */
export interface Downloaded {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Presses a button that saves a file. */
export async function downloaded(page: Page, button: Locator): Promise<Downloaded> {
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

/** Drops a file on the page as a user's hand would. */
export async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page.evaluate(
    ({ file, content }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(content)], file));
      document.body.dispatchEvent(
        new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }),
      );
    },
    { file: name, content: [...bytes] },
  );
}

/** In the page: by how many pixels it is wider than the viewport. */
export const overflow = () =>
  document.documentElement.scrollWidth - document.documentElement.clientWidth;
