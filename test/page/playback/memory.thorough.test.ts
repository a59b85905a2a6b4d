import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from '../../support/browser.ts';

/** Seconds that each of them goes on, and that a slider is dragged: some 800 frames. */
const SECONDS = 60;
const DRAGGED = 40;

/** What the graphics process may grow by meanwhile, in MB: one that piles up work takes gigabytes. */
const MOST = 200;

interface Case {
  readonly what: string;
  readonly path: string;
  readonly seconds?: number;
  begin(page: Page): Promise<void>;
}

const CASES: readonly Case[] = [
  { what: 'an animation', path: '?model=wgan-gp', begin: (page) => page.keyboard.press('a') },
  {
    what: 'an animation to a far horizon',
    path: '?model=wgan-gp&time=10000',
    begin: (page) => page.keyboard.press('a'),
  },
  { what: 'a fast flow', path: '?model=wgan-gp&speed=8', begin: async () => {} },
  { what: 'a dragged slider', path: '?model=wgan-gp', seconds: DRAGGED, begin: dragLambda },
];

test.runIf(process.platform === 'linux').for(CASES)(
  '$what does not pile up work',
  async ({ path, begin, seconds = SECONDS }) => {
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
      for (let second = 0; second < seconds; second++) {
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

/** To and fro, a step in every frame, for as long as the page is open. */
async function dragLambda(page: Page): Promise<void> {
  await page.evaluate(() => {
    const slider = document.querySelector<HTMLInputElement>(
      '[data-name=lambda] input[type=range]',
    )!;
    let frame = 0;
    const step = () => {
      slider.value = String(Math.round(300 + 250 * Math.sin(frame++ / 20)));
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      requestAnimationFrame(step);
    };
    step();
  });
}

/** Of a process, in memory. */
function megabytesOf(id: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}
