import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { COLUMNS, mapOf } from '../../../src/experiment/engine.ts';
import type { Axis } from '../../../src/experiment/experiment.ts';
import { fromQuery } from '../../../src/experiment/format/url.ts';
import { placementOf } from '../../../src/experiment/viewport.ts';
import { colourOf, scaleFor } from '../../../src/figure/colour/colour-scale.ts';
import { cpuEngine } from '../../../src/cpu/engine.ts';
import { openPage, type OpenPage } from '../../support/browser.ts';
import { addressed, clickTwice, frames, pixelsOf, settled, SMALL } from '../helpers.ts';

const QUERY = `?model=wgan-gp&lambda=0.25&measure=distance&theme=dark&${SMALL}`;

const sliceOf = async (page: Page) =>
  fromQuery(await page.evaluate(() => location.search)).experiment.slice;
const spanOf = ({ min, max }: Axis) => max - min;
const boxOf = async (page: Page, pane = 'map') =>
  (await page.locator(`#${pane} .square`).boundingBox())!;

/** A point of a pane's square, in the page, by fractions from its lower left. */
async function pointIn(page: Page, x: number, y: number, pane = 'map') {
  const box = await boxOf(page, pane);
  return [box.x + x * box.width, box.y + (1 - y) * box.height] as const;
}

/** One gesture: its turns come in one task, as on a busy machine a pause between them would end it. */
async function wheel(page: Page, x: number, y: number, ...turns: readonly number[]) {
  const [clientX, clientY] = await pointIn(page, x, y);
  await page.mouse.move(clientX, clientY);
  if (turns.length === 1) await page.mouse.wheel(0, turns[0]!);
  else {
    await page.locator('#map .square').evaluate(
      (square, { deltas, at }) => {
        for (const deltaY of deltas) {
          square.dispatchEvent(new WheelEvent('wheel', { ...at, deltaY, cancelable: true }));
        }
      },
      { deltas: turns, at: { clientX, clientY } },
    );
  }
  await addressed(page);
}

async function drag(page: Page, right: number, up: number, pane = 'map') {
  const [x, y] = await pointIn(page, 0.5, 0.5, pane);
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (const share of [0.3, 0.7, 1]) await page.mouse.move(x + share * right, y - share * up);
  await page.mouse.up();
  await addressed(page);
}

const historyLength = (page: Page) => page.evaluate(() => history.length);

describe('the window', () => {
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
});

describe('with WebGPU', () => {
  test('the picture of a zoomed window is what float64 computes there', async () => {
    const { page, problems, close } = await openPage({ path: QUERY });
    await settled(page);
    await wheel(page, 0.4, 0.6, -500, -500);
    await settled(page);
    const drawn = await pixelsOf(page, 'map');
    const { experiment } = fromQuery(await page.evaluate(() => location.search));
    expect(spanOf(experiment.slice.x)).toBeLessThan(1.1);
    const grid = { width: 64, height: 64 };
    const results = await mapOf(cpuEngine, experiment, grid);
    const scale = scaleFor(experiment, results, 'dark');
    const expected = new Uint8ClampedArray(4);
    let near = 0;
    for (let i = 0; i < 64 * 64; i++) {
      colourOf(scale, results, i * COLUMNS, expected, 0);
      const x = Math.floor((((i % 64) + 0.5) / 64) * drawn.width);
      const y = Math.floor((1 - (Math.floor(i / 64) + 0.5) / 64) * drawn.height);
      const at = 4 * (y * drawn.width + x);
      const apart = [0, 1, 2].map((c) => Math.abs(drawn.rgba[at + c]! - expected[c]!));
      if (Math.max(...apart) <= 24) near += 1;
    }
    expect(near / 64 ** 2).toBeGreaterThan(0.97);
    expect(problems).toEqual([]);
    await close();
  });

  test('until a window is computed the old picture lies where it belongs, dimmed', async () => {
    // Long enough for the software adapter to be seen computing.
    const { page, problems, close } = await openPage({
      path: `?model=wgan-gp&lambda=0.25&measure=turns&theme=dark&resolution=64&particles=1024&time=120`,
    });
    await settled(page);
    const before = await sliceOf(page);
    const old = await pixelsOf(page, 'map');
    await page.mouse.move(...(await pointIn(page, 0.75, 0.25)));
    await page.mouse.wheel(0, -300);
    await page.evaluate(frames, 2);
    const picture = page.locator('#map .picture');
    expect(await picture.getAttribute('class')).toContain('provisional');
    const style = await picture.locator('canvas').evaluate((canvas) => {
      const { transform, opacity } = getComputedStyle(canvas);
      const { a, d, e, f } = new DOMMatrix(transform);
      return { a, d, e, f, opacity: Number(opacity) };
    });
    const dimmed = await pixelsOf(page, 'map');
    await addressed(page);
    const placement = placementOf(before, await sliceOf(page))!;
    const { width, height } = await boxOf(page);
    expect(style.opacity).toBe(0.5);
    expect(style.a).toBeCloseTo(placement.width, 3);
    expect(style.d).toBeCloseTo(placement.height, 3);
    expect(style.e).toBeCloseTo(placement.x * width, 0);
    expect(style.f).toBeCloseTo(placement.y * height, 0);
    // Under the pointer is what was there, with half its light.
    const [x, y] = [Math.floor(0.75 * width), Math.floor(0.75 * height)];
    const light = ({ rgba }: typeof old) =>
      [0, 1, 2].reduce((sum, c) => sum + rgba[4 * (y * old.width + x) + c]!, 0);
    expect(light(dimmed)).toBeLessThan(0.8 * light(old));
    expect(light(dimmed)).toBeGreaterThan(0.3 * light(old));

    await settled(page);
    await expect.poll(() => picture.getAttribute('class')).toBe('picture');
    expect(
      await picture.locator('canvas').evaluate((canvas) => getComputedStyle(canvas).transform),
    ).toBe('none');
    expect(await page.locator('#flow .picture').getAttribute('class')).toBe('picture');
    expect(problems).toEqual([]);
    await close();
  }, 120_000);

  test('where float32 ends the page says so, and takes it back', async () => {
    const { page, problems, close } = await openPage({
      path: `${QUERY}&x=theta1:1.5:1.50002&y=theta2:0.5:0.50002`,
    });
    await settled(page);
    const notice = page.locator('.notice', { hasText: 'float32' });
    // 2e-5 / 64 pixels is 2.6 steps of 2^-23.
    await expect.poll(() => notice.innerText()).toContain('2.6 of its steps apart');
    expect(await page.locator('#map .axes').innerText()).toContain('10');
    await page.locator('#map .square').focus();
    await page.keyboard.press('-');
    await page.keyboard.press('-');
    await expect.poll(() => notice.count()).toBe(0);
    expect(problems).toEqual([]);
    await close();
  });
});

describe('on a phone', () => {
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
});
