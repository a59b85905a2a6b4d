import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPage, type OpenPage } from '../../support/browser.ts';
import { choose, queryWith, row, setNumber, settled, SMALL } from '../helpers.ts';

let opened: OpenPage;
beforeAll(async () => {
  const plane = 'x=l2:0:1&y=step:0.05:0.5';
  opened = await openPage({ path: `?model=ns-gan&method=altgd&${plane}&${SMALL}`, webgpu: false });
  await settled(opened.page);
});
afterAll(() => opened.close());

test('starts a pixel are chosen in the panel, their shares shown, and read with their error', async () => {
  const { page, problems } = opened;
  expect(await row(page, 'box').count()).toBe(0);
  await setNumber(page, 'ensemble', 6);
  await row(page, 'box').waitFor();
  await choose(page, 'measure', 'share converging');
  await settled(page);
  const box = (await page.locator('#map .square').boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const reading = page.locator('#map .reading');
  await expect
    .poll(() => reading.textContent())
    .toMatch(/φ = \(·, ·\).*: [\d.]+ ± [\d.]+, 6 starts$/);
  expect(await queryWith(page, 'ensemble=')).toContain('ensemble=6;phi1:-2:2');
  await choose(page, 'measure', 'outcome (basins of attraction)');
  await expect.poll(() => page.locator('#map .legend').textContent()).toContain('fewer starts');
  await setNumber(page, 'ensemble', 1);
  await settled(page);
  expect(await row(page, 'box').count()).toBe(0);
  expect(problems).toEqual([]);
});
