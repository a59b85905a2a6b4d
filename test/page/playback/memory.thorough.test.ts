import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from '../../support/browser.ts';

/** Seconds that each of them goes on. */
const SECONDS = 60;

/** What the graphics process may grow by meanwhile, in MB: one that piles up work takes gigabytes. */
const MOST = 200;

const CASES: readonly { what: string; path: string; begin: (page: Page) => Promise<void> }[] = [
  { what: 'an animation', path: '?model=wgan-gp', begin: (page) => page.keyboard.press('a') },
  {
    what: 'an animation to a far horizon',
    path: '?model=wgan-gp&time=10000',
    begin: (page) => page.keyboard.press('a'),
  },
  { what: 'a fast flow', path: '?model=wgan-gp&speed=8', begin: async () => {} },
];

test.runIf(process.platform === 'linux').for(CASES)(
  '$what does not pile up work',
  async ({ path, begin }) => {
    const { page, context, problems, close } = await openPage({
      path,
      reducedMotion: 'no-preference',
    });
    try {
      const session = await context.browser()!.newBrowserCDPSession();
      const { processInfo } = await session.send('SystemInfo.getProcessInfo');
      const { id } = processInfo.find(({ type }) => type === 'GPU')!;
      await page.waitForSelector('#map canvas');
      // Beyond what starting takes.
      await page.waitForTimeout(5000);
      const before = megabytesOf(id);
      await begin(page);
      let most = before;
      for (let second = 0; second < SECONDS; second++) {
        await page.waitForTimeout(1000);
        most = Math.max(most, megabytesOf(id));
      }
      expect(most - before).toBeLessThan(MOST);
      expect(problems).toEqual([]);
    } finally {
      await close();
    }
  },
);

/** Of a process, in memory. */
function megabytesOf(id: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}
