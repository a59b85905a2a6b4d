/**
 * The page as it looks. The tests' browser brings its fonts and draws text and map on the processor,
 * always alike but for some pixels at the rims of what lies above a canvas. Another browser has other
 * fonts, and its pictures say nothing.
 */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { openPage } from '../../support/browser.ts';
import { decodePicture, expectPicture } from '../../support/picture.ts';
import { settled } from '../helpers.ts';

// The line L = 0 lies level: an aslant one over a canvas is smoothed in tiles, not always alike.
const QUERY = `model=wgan-gp&c=0&lambda=0.25&measure=turns&hold=0.5,0,0,0&starts=0.5,0,1.2,-0.4;0.5,0,-1,1.2&resolution=64&particles=1024&time=4`;

/** Waits until all of the page is there and nothing on it moves. */
async function still(page: Page): Promise<void> {
  await settled(page);
  await page.locator('.formula .katex').first().waitFor();
  await page.locator('.complex-plane').waitFor();
  await page.locator('.chip .error').nth(1).getByText(/Δ \d/).waitFor();
  await expect.poll(() => page.locator('.series .plot > svg').count()).toBe(2);
  await page.waitForFunction(() => document.documentElement.dataset['loop'] === 'resting');
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (const animation of document.getAnimations()) animation.finish();
    // The status names the adapter and how fast it is. Particles set out by when the page was measured
    // first; the flow has pictures of its own, of so many steps.
    for (const node of document.querySelectorAll<HTMLElement>('#status, #flow canvas')) {
      node.style.visibility = 'hidden';
    }
  });
}

/** Four pixels of 329,160 were seen to differ; the smallest letter has more than this allows. */
const TOLERANCE = { share: 5e-5 };

const SCREENS = {
  desk: { width: 1200, height: 780, mobile: false },
  phone: { width: 390, height: 844, mobile: true },
};

/** Expects the page on a screen to look as its kept picture does. */
export async function expectPage(
  name: keyof typeof SCREENS,
  theme: 'dark' | 'light',
): Promise<void> {
  const path = `?theme=${theme}&${QUERY}`;
  const screen = SCREENS[name];
  const { page, problems, close } = await openPage({ ...screen, colorScheme: theme, path });
  await still(page);
  const picture = decodePicture(await page.screenshot());
  expect(problems).toEqual([]);
  await close();
  expectPicture(`page/${name}-${theme}`, picture, TOLERANCE);
}

/** Expects the panel to look as its kept picture does, with all its sections open. */
export async function expectPanel(): Promise<void> {
  const { page, close } = await openPage({ path: `?theme=dark&${QUERY}`, height: 1100 });
  await still(page);
  for (const title of await page.locator('#panel .closed > .lil-title').all()) await title.click();
  await still(page);
  const picture = decodePicture(await page.locator('#panel').screenshot());
  await close();
  expectPicture('page/panel-dark', picture, TOLERANCE);
}
