import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from '../../support/browser.ts';
import { frames, row, settled, SMALL } from '../helpers.ts';
import { overlaps } from './overlaps.ts';

interface Screen {
  readonly width: number;
  readonly height: number;
  readonly mobile?: boolean;
  readonly stacked: boolean;
  /** Panel and status are at their places without scrolling. */
  readonly whole: boolean;
  /** Least share of the viewport's width that a pane takes. */
  readonly share: number;
}

const SCREENS: readonly Screen[] = [
  { width: 360, height: 740, mobile: true, stacked: true, whole: false, share: 0.75 },
  { width: 390, height: 844, mobile: true, stacked: true, whole: false, share: 0.75 },
  { width: 1024, height: 768, stacked: false, whole: false, share: 0.33 },
  { width: 1440, height: 900, stacked: false, whole: true, share: 0.3 },
  { width: 2560, height: 1080, stacked: false, whole: true, share: 0.25 },
  { width: 3840, height: 2160, stacked: false, whole: true, share: 0.25 },
];

/** In the page: by how many pixels it is wider than the viewport. */
const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

/** With more probes than fit beside each other. */
const PROBED = `model=wgan-gp&measure=ema&starts=0.5,0.3,1.2,-0.4;0.5,0.3,-1,1.2;0.5,0.3,0.2,-1.6&${SMALL}`;

test.for(SCREENS)('$width x $height', async (screen) => {
  const { width, height, mobile = false, stacked, whole, share } = screen;
  const { page, problems, close } = await openPage({
    path: `?model=wgan-gp&${SMALL}`,
    width,
    height,
    mobile,
    webgpu: false,
  });
  await settled(page);
  const box = async (selector: string) => (await page.locator(selector).first().boundingBox())!;

  const [map, flow] = [await box('#map .square'), await box('#flow .square')];
  expect(map.width).toBe(map.height);
  expect([flow.width, flow.height]).toEqual([map.width, map.height]);
  expect(map.width / width, 'pane of the width').toBeGreaterThan(share);
  expect(flow.y > map.y + map.height, 'stacked').toBe(stacked);
  expect(flow.y === map.y, 'side by side').toBe(!stacked);

  expect(await page.evaluate(overflow), 'horizontal overflow').toBe(0);

  const status = await box('#status');
  const scrolls = await page
    .locator('main')
    .evaluate((main) => main.scrollHeight - main.clientHeight);
  const fits = scrolls <= 0 && status.y + status.height <= height;
  expect(fits || !whole, `status at ${status.y}, main scrolls by ${scrolls}`).toBe(true);

  for (const name of ['model', 'λ']) {
    const place = (await row(page, name).boundingBox())!;
    expect(place.y + place.height, `${name} is at hand`).toBeLessThanOrEqual(height);
    expect(place.x + place.width).toBeLessThanOrEqual(width);
  }

  if (width < 1180) await expectSheet(page);
  expect(problems).toEqual([]);
  await close();
});

/** The panel is a sheet that opens and closes below the map. */
async function expectSheet(page: Page): Promise<void> {
  const horizon = row(page, 'horizon T');
  expect(await horizon.isVisible()).toBe(false);
  await page.locator('#panel-handle').click();
  await page.evaluate(frames, 2);
  expect(await horizon.isVisible()).toBe(true);
  const panel = (await page.locator('#panel').boundingBox())!;
  const map = (await page.locator('#map .square').boundingBox())!;
  const hidden = Math.max(0, map.y + map.height - panel.y) / map.height;
  expect(hidden, 'share of the map under the sheet').toBeLessThan(0.1);
  await page.locator('#panel-handle').click();
  expect(await horizon.isVisible()).toBe(false);
}

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
  for (const kind of ['picture', 'traces', 'video', 'link']) {
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
  expect(Object.keys(found)).toHaveLength(13);
  expect(Object.entries(found).filter(([, lines]) => lines.length > 0)).toEqual([]);
  expect(problems).toEqual([]);
});

test('dark and light follow the system, and the button turns them', async () => {
  const { page, close } = await openPage({ path: `?${SMALL}`, colorScheme: 'dark', webgpu: false });
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(await ground()).toBe('rgb(13, 16, 23)');
  await page.getByRole('button', { name: 'Dark or light' }).click();
  expect(await ground()).toBe('rgb(255, 255, 255)');
  await page.waitForFunction(() => location.search.includes('theme=light'));
  await close();
});

test('who asked for less motion gets a flow that stands', async () => {
  const { page, close } = await openPage({ path: `?${SMALL}`, reducedMotion: 'reduce' });
  await settled(page);
  expect(await page.locator('#play').getAttribute('aria-label')).toBe('Play');
  await close();
});
