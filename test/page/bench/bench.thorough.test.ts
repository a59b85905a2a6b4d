import { expect, test } from 'vitest';
import { openPage } from '../../support/browser.ts';

test('?bench measures engines, kernels and frames, and hands out the numbers', async () => {
  const { page, context, problems, close } = await openPage({ path: '?bench=quick', width: 390 });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const main = page.locator('main.bench');
  await main.getByRole('button', { name: 'Copy as JSON' }).click();
  await main.getByText('Copied.').waitFor();
  const report = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
  expect(report.adapter).toMatch(/swiftshader/i);
  const [row] = report.rows;
  expect(row.ratio).toBeCloseTo(row.gpu / row.cpu, 10);
  expect(report.kernels[0].overNaive).toBeGreaterThan(0);
  expect(report.frames[0].whole).toBeGreaterThan(0);
  // The table shows the same numbers.
  const cells = await main.locator('tbody').first().locator('th, td').allInnerTexts();
  expect(cells.slice(0, 2)).toEqual(['ns-gan', 'rk4']);
  expect(Number(cells[4])).toBeCloseTo(row.gpu / 1e6, 1);
  expect(await main.locator('.bench-table').count()).toBe(3);
  // Nothing is wider than the phone, though a table may scroll in itself.
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(problems).toEqual([]);
  await close();
});

test('?bench without WebGPU says so and shows the cpu engine, in Chinese as well', async () => {
  const { page, problems, close } = await openPage({
    path: '?lang=zh&bench=quick',
    webgpu: false,
  });
  const main = page.locator('main.bench');
  await main.getByText('仅测量 float64 引擎').waitFor();
  const cells = await main.locator('tbody th, tbody td').allInnerTexts();
  expect(cells.slice(0, 5)).toEqual(['ns-gan', 'rk4', '', '', '']);
  expect(Number(cells[5])).toBeGreaterThan(0);
  expect(problems).toEqual([]);
  await close();
});
