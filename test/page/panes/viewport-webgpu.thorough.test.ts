import { expect, test } from 'vitest';
import { placementOf } from '../../../src/experiment/viewport.ts';
import { openPage } from '../../support/browser.ts';
import { addressed, frames, pixelsOf, settled } from '../helpers.ts';
import { boxOf, pointIn, QUERY, sliceOf } from './gestures.ts';

test('where float32 ends the map goes on in float64, the page says so, and takes it back', async () => {
  const { page, problems, close } = await openPage({
    path: `${QUERY}&x=theta1:1.5:1.50002&y=theta2:0.5:0.50002`,
  });
  await settled(page);
  const notice = page.locator('.notice', { hasText: 'float32' });
  // 2e-5 / 64 pixels is 2.6 steps of 2^-23.
  await expect.poll(() => notice.innerText()).toContain('in float64 and coarser');
  expect(await page.locator('#map .axes').innerText()).toContain('10');
  await page.locator('#map .square').focus();
  await page.keyboard.press('-');
  await page.keyboard.press('-');
  await expect.poll(() => notice.count()).toBe(0);
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
  // The flow sets out anew once the window rests.
  await expect.poll(() => page.locator('#flow .picture').getAttribute('class')).toBe('picture');
  expect(problems).toEqual([]);
  await close();
});
