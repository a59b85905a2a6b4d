import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { cpuEngine } from '../../../src/cpu/engine.ts';
import { visitedRange } from '../../../src/experiment/diagram/diagram-range.ts';
import { measureDiagram } from '../../../src/experiment/diagram/measure-diagram.ts';
import { numberOf } from '../../../src/experiment/experiment.ts';
import { experimentFrom } from '../../../src/experiment/format/saved.ts';
import { fromQuery } from '../../../src/experiment/format/url.ts';
import { paintDensity } from '../../../src/figure/diagram/density.ts';
import { openPage, type OpenPage } from '../../support/browser.ts';
import { addressed, row } from '../helpers.ts';
import { violations } from '../layout/axe.ts';

const QUERY =
  '?model=wgan-gp&lambda=0.5&c=1&l2=0.25&time=8&theme=dark&resolution=64&ensemble=4;phi1:-2:2,theta1:-2:2&diagram=lambda:0:2;theta-length';

const experimentOf = async (page: Page) =>
  fromQuery(await page.evaluate(() => location.search)).experiment;

/** Waits until the diagram is whole. */
const measured = (page: Page) =>
  page.locator('#diagram .square[aria-busy=false]').waitFor({ state: 'attached' });

/** Numbers of columns and bins of the drawn density, and its colours from the upper left. */
const density = (page: Page) =>
  page.locator('#diagram canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { width, height } = canvas;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, width, height);
    return { width, height, text: data.join() };
  });

/** A place of the diagram's pane on the page, in fractions from its upper left. */
async function placeOf(page: Page, x: number, y: number): Promise<[number, number]> {
  const box = (await page.locator('#diagram .square').boundingBox())!;
  return [box.x + x * box.width, box.y + y * box.height];
}

let opened: OpenPage;
beforeAll(async () => {
  opened = await openPage({ path: QUERY, webgpu: false });
  await measured(opened.page);
});
afterAll(() => opened.close());
beforeEach(async () => {
  await opened.page.goto(new URL(QUERY, opened.page.url()).href);
  await measured(opened.page);
});

/** What the engine counts, in the colours of the page. */
async function expectedDensity(columns: number, rows: number): Promise<string> {
  const { experiment } = fromQuery(QUERY);
  const diagram = { ...experiment.diagram!, of: 'theta-length' } as const;
  const range = await visitedRange(cpuEngine, experiment, diagram);
  const results = await measureDiagram(cpuEngine, experiment, diagram, { columns, rows, range });
  const data = new Uint8ClampedArray(4 * columns * rows);
  paintDensity(results, 'dark', { width: columns, height: rows, channels: 4, data });
  return data.join();
}

test('a link opens the diagram in the place of the map, with the counts of the engine', async () => {
  const { page, problems } = opened;
  expect(await page.locator('#map').isVisible()).toBe(false);
  const { width: columns, height: rows, text } = await density(page);
  expect(columns).toBe(64);
  expect(text).toBe(await expectedDensity(columns, rows));
  // Theory comes from its own worker.
  await expect.poll(() => page.locator('#diagram .axes').textContent()).toContain('circle');
  expect(await violations(page)).toEqual([]);
  expect(problems).toEqual([]);
});

test('the line is dragged, by mouse and keys, and sets the parameter; undo takes it back', async () => {
  const { page } = opened;
  const before = await density(page);
  const line = page.getByRole('slider', { name: /^λ/ }).first();
  await page.mouse.move(...(await placeOf(page, 0.25, 0.5)));
  await page.mouse.down();
  await page.mouse.move(...(await placeOf(page, 0.75, 0.5)), { steps: 3 });
  await page.mouse.up();
  await addressed(page);
  // Within a pixel.
  expect(numberOf(await experimentOf(page), 'lambda')).toBeCloseTo(1.5, 1);
  const shown = await row(page, 'λ').locator('input[type=text], input[type=number]').inputValue();
  expect(Number(shown)).toBeCloseTo(1.5, 1);
  await line.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowRight');
  await addressed(page);
  expect(numberOf(await experimentOf(page), 'lambda')).toBeCloseTo(0.2, 2);
  expect(await line.getAttribute('aria-valuetext')).toContain('0.2');
  // The counts are those of all values: nothing was measured anew.
  expect(await density(page)).toEqual(before);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect
    .poll(async () => numberOf(await experimentOf(page), 'lambda'))
    .not.toBeCloseTo(0.2, 2);
});

test('in a pane of another size it has a bin for each of its pixels again', async () => {
  const { page } = opened;
  const heightOf = () =>
    page.locator('#diagram .square').evaluate((square) => Math.round(square.clientHeight));
  const [before, { height }] = [await heightOf(), await density(page)];
  expect(height).toBe(before);
  try {
    await page.setViewportSize({ width: 1800, height: 1100 });
    await expect.poll(heightOf).toBeGreaterThan(before + 50);
    const after = await heightOf();
    await expect.poll(async () => (await density(page)).height).toBe(after);
    expect((await density(page)).text).toBe(await expectedDensity(64, after));
  } finally {
    await page.setViewportSize({ width: 1280, height: 800 });
  }
});

test('it zooms in both directions by wheel, whole again by 0, and over another axis by choice', async () => {
  const { page } = opened;
  await page.mouse.move(...(await placeOf(page, 0.5, 0.5)));
  await page.mouse.wheel(0, -240);
  await expect.poll(async () => (await experimentOf(page)).diagram?.range).toBeDefined();
  await addressed(page);
  await measured(page);
  const { x, range } = (await experimentOf(page)).diagram!;
  expect(x.max - x.min).toBeCloseTo(2 * Math.exp(-0.0018 * 240), 2);
  expect((x.max + x.min) / 2).toBeCloseTo(1, 1);
  expect(range![0]).toBeGreaterThan(0);
  await page.locator('#diagram .square').focus();
  await page.keyboard.press('0');
  await addressed(page);
  expect((await experimentOf(page)).diagram).toEqual(fromQuery(QUERY).experiment.diagram);
  // A part that the browser's history leads back to is not the whole.
  await page.goBack();
  await addressed(page);
  expect((await experimentOf(page)).diagram).toMatchObject({ x: { min: x.min, max: x.max } });
  await page.locator('#diagram .square').focus();
  await page.keyboard.press('0');
  await addressed(page);
  expect((await experimentOf(page)).diagram).toEqual(fromQuery(QUERY).experiment.diagram);
  const choices = page.locator('#diagram .choices');
  await choices.getByLabel('Across').selectOption('c');
  await choices.getByLabel('Up').selectOption('outcome');
  await addressed(page);
  await measured(page);
  expect((await experimentOf(page)).diagram).toMatchObject({
    x: { parameter: 'c' },
    of: 'outcome',
  });
});

test('it is saved with its experiment, closed by its key, and opened again', async () => {
  const { page } = opened;
  await page.getByRole('button', { name: 'Save figure' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'White, for print' }).filter({ visible: true }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('ganfield-diagram-wgan-gp-theta-length-lambda.png');
  const { experiment } = fromQuery(QUERY);
  const saved = experimentFrom(file.suggestedFilename(), await readFile(await file.path()));
  expect(saved.diagram).toMatchObject(experiment.diagram!);
  expect(saved.diagram!.range).toBeDefined();
  await page.keyboard.press('d');
  await page.locator('#diagram').waitFor({ state: 'hidden' });
  await addressed(page);
  expect((await experimentOf(page)).diagram).toBeUndefined();
  expect(await page.locator('#map').isVisible()).toBe(true);
  await page.getByRole('button', { name: 'Diagram', exact: true }).click();
  await measured(page);
  await addressed(page);
  expect((await experimentOf(page)).diagram).toEqual(experiment.diagram);
});
