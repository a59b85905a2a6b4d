import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fromQuery } from '../../../src/experiment/format/url.ts';
import { openPage, type OpenPage } from '../../support/browser.ts';
import { addressed, settled, SMALL } from '../helpers.ts';
import { pointIn, wheel } from './gestures.ts';

// Simultaneous steps with L2 are stable below h = 4 mu, critically damped at mu = 1.
const QUERY = `?model=ns-gan&method=simgd&step=0.2&l2=0.5&x=l2:0:2&y=step:0.05:2:log&measure=outcome&theme=dark&hold=0.2,0.1,0.1,0.2&${SMALL.replace('time=4', 'time=60')}`;

const experimentOf = async (page: Page) =>
  fromQuery(await page.evaluate(() => location.search)).experiment;
const axesOf = async (page: Page) => (await experimentOf(page)).parameterAxes;

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

test('a pointer on a map over parameters reads their values and what is measured there', async () => {
  const { page, problems } = opened;
  const reading = page.locator('#map .reading');
  // mu = 1, h = sqrt(0.05 * 2) = 0.316; then mu = 0.02, h = 1.66.
  await page.mouse.move(...(await pointIn(page, 0.5, 0.5)));
  await expect.poll(() => reading.textContent()).toMatch(/= 1\b.*= 0\.31\d*.*converged/);
  await page.mouse.move(...(await pointIn(page, 0.02, 0.95)));
  await expect.poll(() => reading.textContent()).not.toMatch(/converg/);
  // Theory lies over it.
  const drawn = page.locator('#map');
  await expect.poll(() => drawn.textContent()).toContain('Neimark–Sacker');
  await expect.poll(() => drawn.textContent()).toContain('critical damping');
  expect(problems).toEqual([]);
});

test('it zooms towards the pointer, on a logarithmic axis too, and back', async () => {
  const { page } = opened;
  const before = (await axesOf(page))!;
  await wheel(page, 0.5, 0.5, -240);
  const { x, y } = (await axesOf(page))!;
  const left = Math.exp(-0.0018 * 240);
  expect(x!.max - x!.min).toBeCloseTo(2 * left, 2);
  expect((x!.max + x!.min) / 2).toBeCloseTo(1, 2);
  expect(Math.log(y!.max / y!.min)).toBeCloseTo(Math.log(40) * left, 2);
  await page.getByRole('button', { name: 'Back' }).click();
  await expect.poll(() => axesOf(page)).toEqual(before);
});

test('the cross-hair sets the parameters of flow and formula, and a swap leads there', async () => {
  const { page } = opened;
  const handle = page.locator('.cross-hair-handle');
  const box = (await handle.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(...(await pointIn(page, 0.75, 0.5)));
  await page.mouse.up();
  await addressed(page);
  const { values } = await experimentOf(page);
  // Within a pixel of the map.
  expect(Number(values['l2'])).toBeCloseTo(1.5, 1);
  expect(Number(values['step'])).toBeCloseTo(Math.sqrt(0.1), 1);
  await page.getByRole('button', { name: /^Swap:/ }).click();
  await addressed(page);
  expect(await axesOf(page)).toBeUndefined();
  expect((await experimentOf(page)).values['l2']).toBe(values['l2']);
  await page.getByRole('button', { name: /^Swap:/ }).click();
  await addressed(page);
  expect(await axesOf(page)).toMatchObject({ x: { parameter: 'l2' }, y: { parameter: 'step' } });
});

test('beside another experiment its map has the theory of that one', async () => {
  const { page, problems } = opened;
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  const other = page.locator('#other-map');
  await expect.poll(() => other.textContent()).toContain('Neimark–Sacker');
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  expect(problems).toEqual([]);
});
