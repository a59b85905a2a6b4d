import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from '../../support/browser.ts';
import { choose, settled, SMALL } from '../helpers.ts';

/** Counts in the page what it hands to the adapter and to the screen. */
function countWork(): void {
  const counts = { submits: 0, frames: 0 };
  const frame = () => new Promise((resolve) => request.call(globalThis, resolve));
  const workIn = async (frames: number) => {
    const before = { ...counts };
    for (let i = 0; i < frames; i++) await frame();
    return { submits: counts.submits - before.submits, frames: counts.frames - before.frames };
  };
  Object.assign(globalThis, { workIn });
  const { submit } = GPUQueue.prototype;
  GPUQueue.prototype.submit = function (...values) {
    counts.submits += 1;
    return submit.apply(this, values);
  };
  const request = globalThis.requestAnimationFrame;
  globalThis.requestAnimationFrame = (callback) => {
    counts.frames += 1;
    return request(callback);
  };
}

const NOTHING = { submits: 0, frames: 0 };

type WorkIn = (frames: number) => Promise<{ submits: number; frames: number }>;

/** What the page does within as many of the screen's frames as a second has. */
function workOf(page: Page): ReturnType<WorkIn> {
  return page.evaluate(() => (globalThis as unknown as { workIn: WorkIn }).workIn(60));
}

test('a page on which nothing moves leaves adapter and screen alone', async () => {
  const { page, problems, close } = await openPage({
    path: `?${SMALL}`,
    reducedMotion: 'no-preference',
    prepare: async (opened) => {
      await opened.addInitScript(countWork);
    },
  });
  await settled(page);
  const idle = () => expect.poll(() => workOf(page)).toEqual(NOTHING);
  // The first frame waits for the flow's shaders.
  await expect.poll(async () => (await workOf(page)).submits).toBeGreaterThan(0);
  await page.keyboard.press('Space');
  await idle();
  await choose(page, 'measure', 'time to stay within ε');
  expect((await workOf(page)).submits, 'after a change').toBeGreaterThan(0);
  await idle();
  expect(problems).toEqual([]);
  await close();
});
