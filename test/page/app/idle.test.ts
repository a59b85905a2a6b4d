import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from '../../support/browser.ts';
import { choose, settled, SMALL } from '../helpers.ts';

/** Counts in the page what it hands to the adapter and to the screen. */
function countWork(): void {
  const counts = { submits: 0, frames: 0 };
  Object.assign(globalThis, { counts });
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

/** What the page does within a second. */
async function workOf(page: Page): Promise<{ submits: number; frames: number }> {
  const read = () =>
    page.evaluate(
      () => (globalThis as unknown as { counts: { submits: number; frames: number } }).counts,
    );
  const before = await read();
  await page.waitForTimeout(1000);
  const after = await read();
  return { submits: after.submits - before.submits, frames: after.frames - before.frames };
}

test('a page on which nothing moves leaves adapter and screen alone', async () => {
  const { page, problems, close } = await openPage({
    path: `?${SMALL}`,
    prepare: async (opened) => {
      await opened.addInitScript(countWork);
    },
  });
  await settled(page);
  const idle = () => expect.poll(() => workOf(page), { timeout: 20_000 }).toEqual(NOTHING);
  // The first frame waits for the flow's shaders.
  await expect
    .poll(async () => (await workOf(page)).submits, { timeout: 20_000 })
    .toBeGreaterThan(0);
  await page.keyboard.press('Space');
  await idle();
  await choose(page, 'measure', 'settling time');
  expect((await workOf(page)).submits, 'after a change').toBeGreaterThan(0);
  await idle();
  expect(problems).toEqual([]);
  await close();
});
