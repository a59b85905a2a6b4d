import { expect, test } from 'vitest';
import { COLUMNS } from '../../../src/experiment/engine.ts';
import { mapOf } from '../../../src/experiment/pixels.ts';
import { fromQuery } from '../../../src/experiment/format/url.ts';
import { colourOf, scaleFor } from '../../../src/figure/colour/colour-scale.ts';
import { cpuEngine } from '../../../src/cpu/engine.ts';
import { openPage } from '../../support/browser.ts';
import { pixelsOf, settled } from '../helpers.ts';
import { QUERY, spanOf, wheel } from './gestures.ts';

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
