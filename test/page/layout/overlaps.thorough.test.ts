/** Whatever is opened on a small or a zoomed window, no part lies over another. */
import { expect, test } from 'vitest';
import { openPage } from '../../support/browser.ts';
import { frames, overflow, settled, SMALL } from '../helpers.ts';
import { overlaps } from './overlaps.ts';

/** With more probes than fit beside each other. */
const PROBED = `model=wgan-gp&measure=ema&starts=0.5,0.3,1.2,-0.4;0.5,0.3,-1,1.2;0.5,0.3,0.2,-1.6&${SMALL}`;

test.for([
  { what: '360 px', width: 360, height: 740, mobile: true },
  { what: '200% of 1440 x 900', width: 720, height: 450, deviceScaleFactor: 2 },
])('nothing overlaps at $what', async (screen) => {
  const { page, problems, close } = await openPage({
    ...screen,
    webgpu: false,
    path: `?${PROBED}`,
  });
  const found: Record<string, string[]> = {};
  const look = async (what: string) => {
    await page.evaluate(frames, 2);
    found[what] = await page.evaluate(overlaps);
    expect(await page.evaluate(overflow), `horizontal overflow, ${what}`).toBe(0);
  };
  await settled(page);
  await look('page');
  await page.locator('#panel-handle').click();
  await look('sheet');
  await page.locator('#panel-handle').click();
  for (const menu of ['presets', 'more']) {
    await page.locator(`[popovertarget=${menu}]`).click();
    await look(menu);
    await page.keyboard.press('Escape');
  }
  await page.keyboard.press('?');
  await page.locator('#keys-dialog').waitFor();
  await look('keys');
  await page.keyboard.press('Escape');
  await page.keyboard.press('s');
  for (const kind of ['picture', 'figure', 'traces', 'video', 'link']) {
    await page.locator(`#save-dialog input[value=${kind}] + span`).click();
    await look(kind);
  }
  for (const [view, there] of [
    ['guide=4', '#guide .katex'],
    ['with=model%3Dgan-qp', '#compare-key table'],
    ['zoo=models', '.gallery .progress.done'],
    ['embed=both', '.whole a'],
  ] as const) {
    await page.goto(new URL(`?${view}&${PROBED}`, page.url()).href);
    await page.locator(there).first().waitFor({ state: 'attached' });
    await look(view);
  }
  await close();
  expect(Object.keys(found)).toHaveLength(14);
  expect(Object.entries(found).filter(([, lines]) => lines.length > 0)).toEqual([]);
  expect(problems).toEqual([]);
});
