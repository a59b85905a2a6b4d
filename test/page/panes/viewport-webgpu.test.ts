import { expect, test } from 'vitest';
import { COLUMNS } from '../../../src/experiment/engine.ts';
import { mapOf } from '../../../src/experiment/pixels.ts';
import { fromQuery } from '../../../src/experiment/format/url.ts';
import { placementOf } from '../../../src/experiment/viewport.ts';
import { colourOf, scaleFor } from '../../../src/figure/colour/colour-scale.ts';
import { cpuEngine } from '../../../src/cpu/engine.ts';
import { openPage } from '../../support/browser.ts';
import { addressed, frames, pixelsOf, settled } from '../helpers.ts';
import { boxOf, pointIn, QUERY, sliceOf, spanOf, wheel } from './gestures.ts';

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
  // The flow sets out anew once the window rests.
  await expect.poll(() => page.locator('#flow .picture').getAttribute('class')).toBe('picture');
  expect(problems).toEqual([]);
  await close();
});
