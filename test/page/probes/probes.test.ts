import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { TRAJECTORY_COLUMNS } from '../../../src/experiment/engine.ts';
import { fromQuery } from '../../../src/experiment/format/url.ts';
import { cpuEngine } from '../../../src/cpu/engine.ts';
import { openPage, type OpenPage } from '../../support/browser.ts';
import { settled, SMALL } from '../helpers.ts';

const QUERY = `?model=gan-qp&hold=0.5,0.3,0,0&starts=0.5,0.3,1.2,-0.4&theme=dark&${SMALL}`;

const experimentOf = async (page: Page) =>
  fromQuery(await page.evaluate(() => location.search)).experiment;
const startsOf = async (page: Page) => (await experimentOf(page)).starts;

async function pointIn(page: Page, x: number, y: number, pane = 'map') {
  const box = (await page.locator(`#${pane} .square`).boundingBox())!;
  return [box.x + x * box.width, box.y + (1 - y) * box.height] as const;
}

/** Clicks that follow each other have to be 24 pixels apart, not to be a double click. */
async function click(page: Page, x: number, y: number, pane = 'map') {
  await page.mouse.click(...(await pointIn(page, x, y, pane)));
}

/** The points of the first path of a colour in a plot. */
async function lineIn(page: Page, plot: string, colour: string): Promise<[number, number][]> {
  const path = page
    .locator(`${plot} svg svg path[stroke="${colour}"]:not([stroke-opacity])`)
    .first();
  const data = (await path.getAttribute('d'))!;
  return [...data.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
}

async function csvOf(page: Page, chip: number) {
  await page.locator('.chip .who').nth(chip).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('.chip').nth(chip).getByText('CSV').click(),
  ]);
  const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\n');
  const rows = lines.slice(1).map((line) => line.split(',').map(Number));
  return { name: download.suggestedFilename(), header: lines[0], rows };
}

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

test('a click on either pane sets one, with a trace of its own in both', async () => {
  const { page, problems } = opened;
  await click(page, 0.75, 0.25);
  await click(page, 0.25, 0.5, 'flow');
  await expect.poll(() => startsOf(page)).toHaveLength(3);
  const starts = await startsOf(page);
  expect(starts[0]).toEqual([0.5, 0.3, 1.2, -0.4]);
  // Within a pixel of where the pointer was.
  expect(Math.abs(starts[1]![2] - 1)).toBeLessThan(0.02);
  expect(Math.abs(starts[1]![3] - -1)).toBeLessThan(0.02);
  expect(Math.abs(starts[2]![2] - -1)).toBeLessThan(0.02);
  expect(Math.abs(starts[2]![3])).toBeLessThan(0.02);
  expect(starts.every(([a, b]) => a === 0.5 && b === 0.3)).toBe(true);

  const colours = await page
    .locator('.chip')
    .evaluateAll((chips) =>
      chips.map((chip) => getComputedStyle(chip).getPropertyValue('--probe')),
    );
  expect(new Set(colours).size).toBe(3);
  for (const colour of colours) {
    for (const place of ['#flow .marks', '#map .marks', '#series-1', '#series-2']) {
      const line = page.locator(`${place} path[stroke="${colour}"]`).first();
      await line.waitFor({ state: 'attached' });
    }
  }
  expect(problems).toEqual([]);
});

test('a ninth takes the place of the oldest', async () => {
  const { page } = opened;
  for (let i = 1; i <= 8; i++) await click(page, 0.1 * i, 0.9);
  await expect.poll(async () => (await startsOf(page)).at(-1)![2]).toBeCloseTo(1.2, 1);
  const starts = await startsOf(page);
  expect(starts).toHaveLength(8);
  expect(starts[0]![2]).toBeCloseTo(-1.6, 1);
  expect(await page.locator('.chip').count()).toBe(8);
  expect(await page.locator('#map .probe:not([hidden])').count()).toBe(8);
});

test('a probe is dragged by hand and moved by keys, and keeps its colour', async () => {
  const { page } = opened;
  const handle = page.locator('#map .probe').first();
  const colourOf = () => handle.evaluate((node) => node.style.getPropertyValue('--probe'));
  const colour = await colourOf();
  await page.mouse.move(...(await pointIn(page, 0.8, 0.4)));
  await page.mouse.down();
  await page.mouse.move(...(await pointIn(page, 0.5, 0.5)));
  await page.mouse.move(...(await pointIn(page, 0.25, 0.75)));
  await page.mouse.up();
  const isAt = (x: number, y: number) => async () => {
    const [, , a, b] = (await startsOf(page))[0]!;
    return Math.max(Math.abs(a - x), Math.abs(b - y));
  };
  await expect.poll(isAt(-1, 1)).toBeLessThan(0.02);
  expect(await startsOf(page)).toHaveLength(1);
  expect((await experimentOf(page)).slice.x, 'the window stays').toMatchObject({
    min: -2,
    max: 2,
  });
  expect(await colourOf()).toBe(colour);

  const before = (await startsOf(page))[0]![2];
  await handle.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await startsOf(page))[0]![2]).toBeCloseTo(before + 0.04, 6);
  await page.keyboard.press('Shift+ArrowDown');
  await expect.poll(isAt(-0.96, 0.6)).toBeLessThan(0.02);
});

test('a probe goes by its key and by its cross, and the others keep their colours', async () => {
  const { page, problems } = opened;
  await click(page, 0.3, 0.3);
  await click(page, 0.6, 0.7);
  const colours = () =>
    page
      .locator('.chip')
      .evaluateAll((chips) =>
        chips.map((chip) => getComputedStyle(chip).getPropertyValue('--probe')),
      );
  const [first, , third] = await colours();
  await page.locator('#map .probe').nth(1).focus();
  await page.keyboard.press('Delete');
  await expect.poll(() => startsOf(page)).toHaveLength(2);
  expect(await colours()).toEqual([first, third]);
  await page.locator('.chip').nth(1).locator('.who').click();
  await page.locator('.chip').nth(1).getByRole('button', { name: 'Remove' }).click();
  await page.locator('.chip').getByRole('button', { name: 'Remove' }).click();
  await expect.poll(() => page.locator('.chip').count()).toBe(0);
  await expect.poll(() => startsOf(page)).toEqual([]);
  expect(await page.locator('.marks path').count(), 'no trace is left').toBe(0);
  await page.getByRole('button', { name: 'Add a probe' }).click();
  await expect.poll(() => startsOf(page)).toEqual([[0.5, 0.3, 0, 0]]);
  expect(problems).toEqual([]);
});

test('its file has the numbers of the command line’s engine', async () => {
  const { page } = opened;
  const { name, header, rows } = await csvOf(page, 0);
  expect(name).toBe('ganfield-gan-qp-probe-1.csv');
  expect(header).toBe(`t,${TRAJECTORY_COLUMNS.join(',')}`);
  const experiment = await experimentOf(page);
  const [trace] = await cpuEngine.trace(experiment, experiment.starts, rows.length);
  rows.forEach(([time, ...state], i) => {
    expect(time).toBe(trace!.times[i]);
    expect(state).toEqual([...trace!.samples.subarray(8 * i, 8 * i + 8)]);
  });
});

test('the plots show what is chosen, on the axis that is chosen', async () => {
  const { page, problems } = opened;
  const [first] = await startsOf(page);
  const colour = '#e8ecf4';
  await page.getByLabel('Plot 2 shows').selectOption('momentum');
  await expect.poll(async () => (await experimentOf(page)).values['plot2']).toBe('momentum');
  // GAN-QP conserves L = 0.5 (−0.4) − 0.3 1.2: a level line.
  const flat = await lineIn(page, '#series-2', colour);
  expect(flat.length).toBeGreaterThan(100);
  const heights = flat.map(([, y]) => y);
  expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(1);
  expect(first![0] * first![3] - first![1] * first![2]).toBeCloseTo(-0.56, 12);
  expect(await page.locator('#series-2 .log').isDisabled()).toBe(true);

  await page.getByLabel('Plot 2 shows').selectOption('output');
  const output = await lineIn(page, '#series-2', colour);
  const experiment = await experimentOf(page);
  const [trace] = await cpuEngine.trace(experiment, [first!], output.length);
  const sigma = output.map((_, i) => {
    const s = trace!.samples.subarray(8 * i, 8 * i + 4);
    return 1 / (1 + Math.exp(-(s[0]! * s[2]! + s[1]! * s[3]!)));
  });
  // Heights in pixels are σ(u) turned over and stretched: they correlate perfectly.
  expect(
    correlation(
      output.map(([, y]) => y),
      sigma,
    ),
  ).toBeLessThan(-0.9999);

  await page.getByLabel('Plot 1 shows').selectOption('energy');
  const linear = await lineIn(page, '#series-1', colour);
  await page.locator('#series-1 .log').click();
  await expect.poll(() => lineIn(page, '#series-1', colour)).not.toEqual(linear);
  const energy = linear.map((_, i) => {
    const s = trace!.samples.subarray(8 * i, 8 * i + 4);
    return Math.log(s.reduce((sum, value) => sum + value * value, 0) / 2);
  });
  const logarithmic = await lineIn(page, '#series-1', colour);
  expect(
    correlation(
      logarithmic.map(([, y]) => y),
      energy,
    ),
  ).toBeLessThan(-0.9999);
  expect(problems).toEqual([]);
});

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (list: readonly number[]) =>
    list.reduce((sum, value) => sum + value, 0) / list.length;
  const [ma, mb] = [mean(a), mean(b)];
  const product = (p: readonly number[], pm: number, q: readonly number[], qm: number) =>
    p.reduce((sum, value, i) => sum + (value - pm) * (q[i]! - qm), 0);
  return product(a, ma, b, mb) / Math.sqrt(product(a, ma, a, ma) * product(b, mb, b, mb));
}

test('float64 stands beside float32, with the largest difference between them', async () => {
  const { page, problems, close } = await openPage({ path: `${QUERY}&time=40` });
  await settled(page);
  const error = page.locator('.chip .error').first();
  await expect.poll(() => error.innerText()).toMatch(/^Δ \de−\d+$/);
  const told = Number((await error.innerText()).slice(2).replace('−', '-'));

  const { rows } = await csvOf(page, 0);
  const experiment = await experimentOf(page);
  const [exact] = await cpuEngine.trace(experiment, experiment.starts, rows.length);
  const largest = Math.max(
    ...rows.map(([, ...state], i) =>
      Math.hypot(...[0, 1, 2, 3].map((part) => state[part]! - exact!.samples[8 * i + part]!)),
    ),
  );
  expect(largest).toBeGreaterThan(0);
  expect(largest).toBeLessThan(1e-3);
  expect(Math.abs(told - largest) / largest).toBeLessThan(0.5);

  // Both are drawn: a band under the line, in the plots and in the flow.
  for (const place of ['#flow .marks', '#series-1', '#series-2']) {
    expect(await page.locator(`${place} path[stroke-opacity="0.3"]`).count()).toBeGreaterThan(0);
  }
  await page.getByLabel('Plot 1 shows').selectOption('difference');
  const line = await lineIn(
    page,
    '#series-1',
    await page
      .locator('.chip')
      .evaluate((chip) => getComputedStyle(chip).getPropertyValue('--probe')),
  );
  expect(line.length).toBeGreaterThan(20);
  expect(problems).toEqual([]);
  await close();
});
