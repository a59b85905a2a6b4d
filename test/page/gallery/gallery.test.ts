import { readFile } from 'node:fs/promises';
import { decode } from 'fast-png';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SINGLE } from '../../../src/experiment/ensemble/rows.ts';
import { mapOf } from '../../../src/experiment/pixels.ts';
import { numberOf, withValues } from '../../../src/experiment/experiment.ts';
import { RULES } from '../../../src/experiment/editing/games-by-rules.ts';
import { modelVariants, type Variant } from '../../../src/experiment/sweep.ts';
import { experimentFrom } from '../../../src/experiment/format/saved.ts';
import { fromFile } from '../../../src/experiment/format/json.ts';
import { fromQuery } from '../../../src/experiment/format/url.ts';
import { paint, scaleFor } from '../../../src/figure/colour/colour-scale.ts';
import { sampleOfMaps } from '../../../src/figure/sheet.ts';
import { compileGame } from '../../../src/game/compile-game.ts';
import { PAPER_GAMES } from '../../../src/game/papers.ts';
import { cpuEngine } from '../../../src/cpu/engine.ts';
import { openPage, type OpenPage } from '../../support/browser.ts';
import { decodePicture } from '../../support/picture.ts';
import { colourCount } from '../helpers.ts';
import { englishOf } from '../../../src/models/message.ts';

const titleOf = ({ title }: Variant) => title.map(englishOf).join(', ');

const QUERY = `model=wgan-gp&lambda=0.4&measure=distance&hold=0.5,0.3,0,0&theme=dark&resolution=64&particles=4096&time=1`;
const { experiment: BASE } = fromQuery(QUERY);
const GRID = { width: 64, height: 64 };

const titles = (page: Page) => page.locator('.tile b').allInnerTexts();
const computed = (page: Page) =>
  page.waitForFunction(() => document.querySelector('.gallery .progress')?.matches('.done'));

/** The bytes of a tile's colours, row by row from the lowest y, as text: long arrays take long. */
function coloursOf(page: Page, index: number): Promise<string> {
  return page
    .locator('.tile canvas')
    .nth(index)
    .evaluate((canvas: HTMLCanvasElement) => {
      const { width, height } = canvas;
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, width, height);
      const rows = Array.from({ length: height }, (_, row) => {
        const from = 4 * width * (height - 1 - row);
        return data.subarray(from, from + 4 * width).join();
      });
      return rows.join();
    });
}

/** The gallery as a PDF. */
async function savedPdf(page: Page): Promise<{ name: string; pdf: Uint8Array }> {
  await page.getByRole('button', { name: 'Save picture' }).last().click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'PDF', exact: true }).last().click(),
  ]);
  return { name: file.suggestedFilename(), pdf: await readFile(await file.path()) };
}

async function expectGamesByRules({ page, problems }: OpenPage): Promise<void> {
  await page.getByRole('button', { name: 'Gallery', exact: true }).click();
  await page.getByLabel('Maps of').selectOption({ label: 'games of papers by rule' });
  const rows = page.locator('.gallery-grid .row');
  await rows.nth(PAPER_GAMES.length - 1).waitFor({ state: 'attached' });
  expect(await rows.allInnerTexts()).toEqual(PAPER_GAMES.map(({ game }) => game.title));
  expect((await titles(page)).slice(0, RULES.length)).toEqual(RULES.map(({ title }) => title));
  await page.getByRole('button', { name: 'Open Forsaken, ' }).nth(2).click();
  await page.locator('.gallery').waitFor({ state: 'hidden' });
  const search = () => page.evaluate(() => location.search);
  await expect.poll(search).toContain('Forsaken');
  const { experiment } = fromQuery(await search(), compileGame);
  expect(experiment.method).toBe(RULES[2]!.id);
  expect(problems).toEqual([]);
}

describe('all models, by the processor', () => {
  let opened: OpenPage;
  beforeAll(async () => {
    opened = await openPage({ path: `?${QUERY}`, webgpu: false });
    await opened.page.getByRole('button', { name: 'Gallery', exact: true }).click();
    await opened.page.locator('.gallery .progress.done').waitFor({ state: 'attached' });
  });
  afterAll(() => opened.close());

  test('each has its own map, in order and in one scale of colours', async () => {
    const { page, problems } = opened;
    const family = modelVariants(BASE);
    expect(await titles(page)).toEqual(family.map(titleOf));
    const maps = [];
    for (const { experiment } of family) maps.push(await mapOf(cpuEngine, experiment, GRID));
    const scale = scaleFor(BASE, sampleOfMaps(SINGLE, maps), 'dark');
    for (const [i, results] of maps.entries()) {
      const expected = paint(scale, results, GRID.width * GRID.height).join();
      expect(await coloursOf(page, i), titleOf(family[i]!)).toBe(expected);
    }
    expect(problems).toEqual([]);
  });

  test('the pointer on one map reads the same start on all', async () => {
    const { page } = opened;
    const frame = (await page.locator('.tile .frame').first().boundingBox())!;
    const [x, y] = [0.25, 0.75];
    await page.mouse.move(frame.x + x * frame.width, frame.y + (1 - y) * frame.height);
    const values = await page.locator('.tile .value').allInnerTexts();
    const family = modelVariants(BASE);
    const results = await mapOf(cpuEngine, family[3]!.experiment, GRID);
    const value = results[(48 * GRID.width + 16) * (results.length / GRID.width / GRID.height)]!;
    expect(Number(values[3])).toBeCloseTo(value, 2);
    expect(values.every((text) => text !== '')).toBe(true);
    expect(await page.locator('.gallery .reading').innerText()).toMatch(
      /^φ = \(0.5, 0.3\), θ = \(−1.00?\d*, 1.00?\d*\)$/,
    );
  });

  test('all are saved in one picture that carries the experiment', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: 'Save picture' }).last().click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'White, for print' }).last().click(),
    ]);
    expect(file.suggestedFilename()).toBe('ganfield-gallery-models-distance.png');
    const png = new Uint8Array(await readFile(await file.path()));
    const restored = fromFile(JSON.parse(decode(png).text['ganfield']!));
    expect(restored).toEqual(withValues(BASE, { theme: 'light' }));
    const picture = decodePicture(png);
    expect(picture.width).toBeGreaterThan(5 * 256);
    expect([...picture.rgba.subarray(0, 3)], 'white paper').toEqual([255, 255, 255]);
    expect(colourCount(picture)).toBeGreaterThan(64);

    const { name, pdf } = await savedPdf(page);
    expect(name).toBe('ganfield-gallery-models-distance.pdf');
    expect(experimentFrom(name, pdf)).toEqual(restored);
    const text = new TextDecoder('latin1').decode(pdf);
    expect(text.match(/\/Subtype \/Image/g)).toHaveLength(await page.locator('.tile').count());
    // As wide as two columns, up to a point for each map and margin.
    const width = Number(/\/MediaBox \[0 0 ([\d.]+)/.exec(text)![1]);
    expect(Math.abs((25.4 * width) / 72 - 172)).toBeLessThan(3);
  });

  test('a map opens its experiment, and the way back leads to the gallery and out of it', async () => {
    const { page, problems } = opened;
    await page.locator('.tile', { hasText: 'GAN-QP' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.gallery').waitFor({ state: 'hidden' });
    const search = () => page.evaluate(() => location.search);
    await expect.poll(search).toMatch(/^\?model=gan-qp/);
    const { experiment } = fromQuery(await search());
    expect(experiment).toEqual(
      modelVariants(BASE).find((member) => member.experiment.model === 'gan-qp')!.experiment,
    );
    await page.goBack();
    await page.locator('.gallery').waitFor();
    expect(fromQuery((await search()).replace('zoo=models&', '')).experiment).toEqual(BASE);
    await page.keyboard.press('Escape');
    await page.locator('.gallery').waitFor({ state: 'hidden' });
    expect(await search()).not.toContain('zoo');
    expect(problems).toEqual([]);
  });

  test('games stand in rows, rules in columns, each opens', () => expectGamesByRules(opened));
});

test('one model over a parameter, by the graphics card, from a link', async () => {
  const { page, problems, close } = await openPage({
    path: `?zoo=lambda:0:1.1&${QUERY}&x=theta1:-2:2&y=phi1:-2:2&nullclines=true`,
  });
  await page.locator('.gallery .progress.done').waitFor({ state: 'attached' });
  // Each tile has the nullclines of its own map.
  const marked = page.locator('.tile .marks', { has: page.locator('path') });
  await expect.poll(() => marked.count()).toBe(12);
  expect(await titles(page)).toEqual(
    Array.from({ length: 12 }, (_, i) => `λ = ${Number((i / 10).toFixed(1))}`),
  );
  const to = page.locator('.gallery').getByLabel('to', { exact: true });
  for (const [text, says] of [
    ['999', 'invalid lambda: 999, expected a number from 0 to 100'],
    ['1,1,1', 'invalid lambda: 1,1,1, expected a number from 0 to 100'],
  ] as const) {
    await to.fill(text);
    await page.keyboard.press('Enter');
    expect(await page.locator('.gallery .message').innerText()).toContain(says);
    expect(await to.inputValue()).toBe('1.1');
  }
  await to.fill('2,2');
  await page.keyboard.press('Enter');
  await computed(page);
  await expect.poll(() => titles(page)).toContain('λ = 2.2');
  expect(await page.evaluate(() => location.search)).toContain('zoo=lambda%3A0%3A2.2');
  await page.locator('.tile', { hasText: 'λ = 1.4' }).click();
  await page.locator('.gallery').waitFor({ state: 'hidden' });
  await page.waitForFunction(() => location.search.includes('lambda=1.4'));
  const { experiment } = fromQuery(await page.evaluate(() => location.search));
  expect(numberOf(experiment, 'lambda')).toBe(1.4);
  expect(problems).toEqual([]);
  await close();
});

test('a link to a gallery that cannot be says why it shows another one', async () => {
  const { page, close } = await openPage({ path: `?zoo=lambda:0:999&${QUERY}`, webgpu: false });
  const message = () => page.locator('.gallery .message').innerText();
  await expect.poll(message).toContain('invalid lambda: 999, expected a number from 0 to 100');
  await page.goto(page.url().replace(/zoo=[^&]*/, 'zoo=colour'));
  await expect.poll(message).toContain('invalid gallery: colour, expected one of models, ');
  await close();
});
