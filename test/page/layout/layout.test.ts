import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from '../../support/browser.ts';
import { frames, overflow, row, settled, SMALL } from '../helpers.ts';

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
  { width: 1024, height: 768, stacked: false, whole: false, share: 0.33 },
  { width: 1440, height: 900, stacked: false, whole: true, share: 0.3 },
  { width: 3840, height: 2160, stacked: false, whole: true, share: 0.25 },
];

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
