import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPage, type OpenPage } from '../../support/browser.ts';
import { fromQuery } from '../../../src/experiment/format/url.ts';
import { addressed, clickTwice, settled } from '../helpers.ts';
import { pointIn, QUERY, sliceOf, spanOf } from './gestures.ts';

let opened: OpenPage;
beforeAll(async () => {
  opened = await openPage({ path: QUERY, width: 390, height: 844, mobile: true, webgpu: false });
  await settled(opened.page);
});
afterAll(() => opened.close());

/** Fingers move in steps from their first places to their last. */
async function touch(...fingers: readonly (readonly (readonly [number, number])[])[]) {
  const session = await opened.context.newCDPSession(opened.page);
  const at = (share: number) =>
    fingers.map(([from, to], id) => ({
      id,
      x: from![0] + share * (to![0] - from![0]),
      y: from![1] + share * (to![1] - from![1]),
    }));
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: object[]) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: touchPoints as { x: number; y: number }[],
    });
  await send('touchStart', at(0));
  for (let i = 1; i <= 8; i++) await send('touchMove', at(i / 8));
  await send('touchEnd', []);
  await addressed(opened.page);
  // A page that was thrown goes on for a while.
  await opened.page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let still = 0, last = NaN; still < 5; last = scrollY) {
      await frame();
      still = scrollY === last ? still + 1 : 0;
    }
  });
}
const scrollOf = () => opened.page.evaluate(() => scrollY);

test('one finger scrolls the page and not the picture', async () => {
  const { page } = opened;
  const [x, y] = await pointIn(page, 0.5, 0.4);
  await touch([
    [x, y],
    [x + 30, y - 200],
  ]);
  expect(await scrollOf()).toBeGreaterThan(100);
  expect(await sliceOf(page)).toMatchObject({ x: { min: -2, max: 2 }, y: { min: -2, max: 2 } });
  expect(await page.locator('.chip').count()).toBe(1);
  await page.evaluate(() => scrollTo(0, 0));
});

test('two fingers pinch the picture and not the page', async () => {
  const { page } = opened;
  const [x, y] = await pointIn(page, 0.5, 0.5);
  await touch(
    [
      [x - 30, y],
      [x - 90, y],
    ],
    [
      [x + 30, y],
      [x + 90, y],
    ],
  );
  const { x: axis } = await sliceOf(page);
  expect(spanOf(axis)).toBeCloseTo(4 / 3, 1);
  expect((axis.min + axis.max) / 2).toBeCloseTo(0, 1);
  expect(await scrollOf()).toBe(0);
  expect(await page.evaluate(() => visualViewport!.scale)).toBe(1);
});

test('a tap sets a probe, a double tap resets', async () => {
  const { page, problems } = opened;
  await page.touchscreen.tap(...(await pointIn(page, 0.25, 0.25)));
  await expect.poll(() => page.locator('.chip').count()).toBe(2);
  // Too far from the first tap to be the second of a double one.
  await clickTwice(page, ...(await pointIn(page, 0.7, 0.7)), 'touch');
  await expect.poll(() => sliceOf(page)).toMatchObject({ x: { min: -2, max: 2 } });
  expect(await page.locator('.chip').count()).toBe(2);
  expect(problems).toEqual([]);
});

test('two fingers pinch a diagram as the wheel zooms it, also where one is on its line', async () => {
  const { page, problems } = opened;
  const query =
    '?model=wgan-gp&lambda=1&l2=0.25&time=8&resolution=64&ensemble=4;phi1:-2:2,theta1:-2:2&diagram=lambda:0:2;theta-length';
  const experimentOf = async () => fromQuery(await page.evaluate(() => location.search)).experiment;
  await page.goto(new URL(query, page.url()).href);
  await page.locator('#diagram .square[aria-busy=false]').waitFor({ state: 'attached' });
  await page.locator('#diagram').scrollIntoViewIfNeeded();
  const scrolled = await scrollOf();
  const [x, y] = await pointIn(page, 0.5, 0.5, 'diagram');
  let span = 2;
  // The line stands in the middle: in the second round a finger is on it.
  for (const apart of [30, 0]) {
    await touch(
      [
        [x - apart, y],
        [x - apart - 60, y],
      ],
      [
        [x + 60 - apart, y],
        [x + 120 - apart, y],
      ],
    );
    const { diagram, values } = await experimentOf();
    expect(spanOf(diagram!.x) / span).toBeCloseTo(1 / 3, 1);
    expect(diagram!.range).toBeDefined();
    expect(values['lambda']).toBe(1);
    expect(await scrollOf()).toBe(scrolled);
    span = spanOf(diagram!.x);
  }
  expect(problems).toEqual([]);
});
