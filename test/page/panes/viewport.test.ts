import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openPage, type OpenPage } from '../../support/browser.ts';
import { clickTwice, settled } from '../helpers.ts';
import { boxOf, drag, pointIn, QUERY, sliceOf, spanOf, wheel } from './gestures.ts';

const historyLength = (page: Page) => page.evaluate(() => history.length);

let opened: OpenPage;
beforeAll(async () => {
  opened = await openPage({ path: QUERY, webgpu: false });
  await settled(opened.page);
});
afterAll(() => opened.close());
beforeEach(async () => {
  await opened.page.goto(new URL(QUERY, opened.page.url()).href);
  await settled(opened.page);
});

test('a turned wheel zooms towards the pointer, as one step of the history', async () => {
  const { page, problems } = opened;
  const places = await historyLength(page);
  await wheel(page, 0.75, 0.5, -120, -120, -120, -120);
  const near = await sliceOf(page);
  // exp(-0.0018 * 480) of the viewport is left, around x = 1.
  expect(spanOf(near.x)).toBeCloseTo(4 * Math.exp(-0.864), 2);
  expect(spanOf(near.y)).toBeCloseTo(spanOf(near.x), 4);
  expect((1 - near.x.min) / spanOf(near.x)).toBeCloseTo(0.75, 2);
  expect(-near.y.min / spanOf(near.y)).toBeCloseTo(0.5, 2);
  expect(await historyLength(page)).toBe(places + 1);

  await wheel(page, 0.25, 0.25, -120);
  const nearer = await sliceOf(page);
  expect(await historyLength(page)).toBe(places + 2);
  await page.getByRole('button', { name: 'Back' }).click();
  await expect.poll(() => sliceOf(page)).toEqual(near);
  await page.goBack();
  await expect.poll(async () => (await sliceOf(page)).x).toMatchObject({ min: -2, max: 2 });
  expect(await page.getByRole('button', { name: 'Back' }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Forward' }).click();
  await page.getByRole('button', { name: 'Forward' }).click();
  await expect.poll(() => sliceOf(page)).toEqual(nearer);
  expect(await page.getByRole('button', { name: 'Forward' }).isDisabled()).toBe(true);
  expect(problems).toEqual([]);
});

test.for(['map', 'flow'])('a drag on the %s pans by what it moved', async (pane) => {
  const { page } = opened;
  const { width } = await boxOf(page, pane);
  await drag(page, 0.25 * width, 0.1 * width, pane);
  const { x, y } = await sliceOf(page);
  // Within a pixel of 4 / width.
  expect(Math.abs(x.min - -3)).toBeLessThan(4 / width);
  expect(Math.abs(x.max - 1)).toBeLessThan(4 / width);
  expect(Math.abs(y.min - -2.4)).toBeLessThan(4 / width);
  expect(await page.locator('.chip').count(), 'no probe was set').toBe(1);
});

test('a hand that trembles still clicks', async () => {
  const { page } = opened;
  await drag(page, 2, 2);
  expect(await sliceOf(page)).toMatchObject({ x: { min: -2, max: 2 } });
  expect(await page.locator('.chip').count()).toBe(2);
});

test('keys zoom, pan and reset a pane that has the focus, and it shows', async () => {
  const { page } = opened;
  const square = page.locator('#flow .square');
  await square.focus();
  await page.keyboard.press('+');
  await page.keyboard.press('ArrowRight');
  await expect
    .poll(() => sliceOf(page))
    .toMatchObject({
      x: { min: -1.0667, max: 1.6 },
      y: { min: -1.3333, max: 1.3334 },
    });
  expect(await square.getAttribute('aria-label')).toMatch(/^Flow: θ₁ from −1.0667 to 1.6,/);
  const ring = await square.evaluate((node) => getComputedStyle(node).outlineWidth);
  expect(parseFloat(ring)).toBeGreaterThanOrEqual(2);
  await page.keyboard.press('Home');
  await expect.poll(() => sliceOf(page)).toMatchObject({ x: { min: -2, max: 2 } });
});

test('a double click resets the window, and leaves no probe behind', async () => {
  const { page } = opened;
  await wheel(page, 0.9, 0.9, -240);
  expect(spanOf((await sliceOf(page)).x)).toBeLessThan(3);
  await clickTwice(page, ...(await pointIn(page, 0.3, 0.3)));
  await expect.poll(() => sliceOf(page)).toMatchObject({ x: { min: -2, max: 2 } });
  expect(await page.locator('.chip').count()).toBe(1);
});

test('a preset comes home to its own window', async () => {
  const { page } = opened;
  await page.getByRole('button', { name: 'Presets' }).click();
  await page.locator('.preset', { hasText: 'c = 1' }).click();
  await settled(page);
  await wheel(page, 0.5, 0.5, 300);
  await page.getByRole('button', { name: 'Reset the view' }).click();
  await expect.poll(() => sliceOf(page)).toMatchObject({ x: { min: -1.2, max: 1.2 } });
  expect(await page.getByRole('button', { name: 'Reset the view' }).isDisabled()).toBe(true);
});

test('no wheel turns further out than a link may say', async () => {
  const { page } = opened;
  await wheel(page, 0.1, 0.8, ...Array.from({ length: 14 }, () => 2000));
  await expect
    .poll(() => sliceOf(page))
    .toMatchObject({
      x: { min: -1000, max: 1000 },
      y: { min: -1000, max: 1000 },
    });
  await page.reload({ waitUntil: 'load' });
  expect(await page.locator('.notice').count()).toBe(0);
  expect(await sliceOf(page)).toMatchObject({ x: { min: -1000, max: 1000 } });
});
