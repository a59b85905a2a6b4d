import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from '../../support/browser.ts';
import { SMALL } from '../helpers.ts';
import { open, pick, saved, setVideo } from '../share/dialog.ts';

/**
 * What the graphics process may grow by meanwhile, and the page's, in MB: one that piles up work takes
 * gigabytes, and more than a hundred MB in each second. Some 140 MB are buffers that Skia keeps for reuse,
 * and some 110 MB V8's garbage, whatever is drawn.
 */
const MOST = 200;

/** What is done on a page, until it is over. */
interface Case {
  readonly what: string;
  readonly path: string;
  use(page: Page): Promise<void>;
}

const CASES: readonly Case[] = [
  {
    what: 'an animation beside a fast flow',
    path: '?model=wgan-gp&speed=8',
    use: (page) => animate(page, 60),
  },
  {
    // Each of its maps is 250 times the work.
    what: 'an animation to a far horizon',
    path: '?model=wgan-gp&time=10000',
    use: (page) => animate(page, 10),
  },
  { what: 'a dragged slider', path: '?model=wgan-gp', use: (page) => dragLambda(page, 60) },
  {
    what: 'a dragged slider beside a comparison',
    path: '?with=model%3Dgan-qp&model=wgan-gp',
    use: (page) => dragLambda(page, 10),
  },
  { what: 'a video of both panes', path: `?model=wgan-gp&${SMALL}`, use: recordSweep },
];

test.runIf(process.platform === 'linux').for(CASES)(
  '$what does not pile up work',
  async ({ path, use }) => {
    const { page, context, problems, close } = await openPage({
      path,
      reducedMotion: 'no-preference',
    });
    try {
      const session = await context.browser()!.newBrowserCDPSession();
      const { processInfo } = await session.send('SystemInfo.getProcessInfo');
      const ids = processInfo
        .filter(({ type }) => type === 'GPU' || type === 'renderer')
        .map(({ id }) => id);
      await page.waitForSelector(path.includes('with=') ? '#other-map canvas' : '#map canvas');
      // Beyond what starting takes.
      await page.waitForTimeout(5000);
      const before = ids.map(megabytesOf);
      let most = before;
      const used = use(page).then(() => true);
      do most = ids.map((id, i) => Math.max(most[i]!, megabytesOf(id)));
      while (!(await Promise.race([used, page.waitForTimeout(500)])));
      const grown = most.map((megabytes, i) => megabytes - before[i]!);
      expect(grown.length).toBeGreaterThan(1);
      expect(Math.max(...grown)).toBeLessThan(MOST);
      expect(problems).toEqual([]);
    } finally {
      await close();
    }
  },
);

async function animate(page: Page, seconds: number): Promise<void> {
  await page.keyboard.press('a');
  await page.waitForTimeout(1000 * seconds);
}

/** To and fro, a step in every frame, for as long as the page is open. */
async function dragLambda(page: Page, seconds: number): Promise<void> {
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
  await page.waitForTimeout(1000 * seconds);
}

/** A map and a flow in each of its frames. */
async function recordSweep(page: Page): Promise<void> {
  page.setDefaultTimeout(280_000);
  await open(page, 'video');
  await pick(page, 'videoWidth', '640');
  await pick(page, 'file', 'webm');
  await page.locator('#save-dialog select[name=over]').selectOption({ label: 'λ' });
  await setVideo(page, { seconds: '0.8', rate: '5' });
  await saved(page, 'Record');
}

/** Of a process, in memory. */
function megabytesOf(id: number): number {
  const status = readFileSync(`/proc/${id}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}
