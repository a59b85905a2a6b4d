import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromOtherQuery } from '../../../src/experiment/comparison.ts';
import { COLUMNS, type Results } from '../../../src/experiment/engine.ts';
import { mapOf } from '../../../src/experiment/pixels.ts';
import { numberOf, type Experiment } from '../../../src/experiment/experiment.ts';
import { savedFrom } from '../../../src/experiment/format/saved.ts';
import { fromQuery } from '../../../src/experiment/format/url.ts';
import { columnOf } from '../../../src/figure/colour/colour-scale.ts';
import { cpuEngine } from '../../../src/cpu/engine.ts';
import { openPage, type OpenPage } from '../../support/browser.ts';
import { addressed, downloaded, drop, numberIn, setNumber, settled } from '../helpers.ts';
import { A, B, compared, COMPARED, expectTrace, GRID, QUERY, SIDE } from './compared.ts';

const read = async (page: Page) => {
  const query = new URLSearchParams(await page.evaluate(() => location.search));
  const [other, edits] = [query.get('with'), query.get('edits')];
  query.delete('with');
  query.delete('edits');
  const { experiment } = fromQuery(query.toString());
  return {
    experiment,
    edits,
    other: other === null ? undefined : fromOtherQuery(other, experiment).experiment,
  };
};

const edit = (page: Page, side: 'a' | 'b') =>
  page.locator(`#compare-bar label:has(input[value=${side}])`).click();

/** What the three maps tell of the start at a pixel. */
async function readingsAt(page: Page, pane: string, column: number, row: number) {
  const box = (await page.locator(`#${pane} .square`).boundingBox())!;
  await page.mouse.move(
    box.x + ((column + 0.5) / SIDE) * box.width,
    box.y + (1 - (row + 0.5) / SIDE) * box.height,
  );
  const text = (id: string) => page.locator(`#${id} .reading`).innerText();
  return {
    own: await text('map'),
    other: await text('other-map'),
    difference: await text('difference'),
  };
}

const PIXELS = [
  [3, 60],
  [20, 20],
  [40, 17],
  [61, 33],
] as const;

const numeric = (text: string) => Number(text.replace('−', '-').replace(/[^\d.e-]/g, ''));

let opened: OpenPage;
let results: readonly [Results, Results];
const distance = (which: 0 | 1, column: number, row: number) =>
  results[which][(row * SIDE + column) * COLUMNS + columnOf('distance')]!;
beforeAll(async () => {
  results = [await mapOf(cpuEngine, A, GRID), await mapOf(cpuEngine, B, GRID)];
  opened = await openPage({ path: COMPARED, webgpu: false, width: 1440, height: 900 });
  await compared(opened.page);
});
afterAll(() => opened.close());

test.each(['map', 'other-map', 'difference'])(
  'the pointer on #%s reads both values and A − B',
  async (pane) => {
    const { page } = opened;
    for (const [column, row] of PIXELS) {
      const [a, b] = [distance(0, column, row), distance(1, column, row)];
      const texts = await readingsAt(page, pane, column, row);
      // Three digits are shown.
      expect(numeric(texts.own) / a).toBeCloseTo(1, 2);
      expect(numeric(texts.other) / b).toBeCloseTo(1, 2);
      expect(numeric(texts.difference)).toBe(Number((a - b).toPrecision(3)));
    }
  },
);

test('the panel edits B as well, and A − B stays A − B', async () => {
  const { page, problems } = opened;
  expect(await numberIn(page, 'λ')).toBe(0.4);
  await edit(page, 'b');
  await compared(page);
  expect(await numberIn(page, 'λ')).toBe(2);
  expect((await read(page)).edits).toBe('b');
  const [column, row] = PIXELS[1];
  const texts = await readingsAt(page, 'map', column, row);
  const [a, b] = [distance(0, column, row), distance(1, column, row)];
  expect(numeric(texts.own) / b).toBeCloseTo(1, 2);
  expect(numeric(texts.difference)).toBe(Number((a - b).toPrecision(3)));
  const [own, other] = await Promise.all(
    ['map', 'other-map'].map((id) => page.locator(`#${id} .square`).boundingBox()),
  );
  expect(own!.x, 'B stays on the right').toBeGreaterThan(other!.x);

  await setNumber(page, 'λ', 5);
  await page.waitForFunction(() => location.search.includes('lambda=5'));
  await edit(page, 'a');
  await compared(page);
  const { experiment, edits, other: second } = await read(page);
  expect(edits).toBe(null);
  expect(experiment).toEqual(A);
  expect(numberOf(second!, 'lambda')).toBe(5);
  expect(problems).toEqual([]);
});

test('zoom and horizon are linked, and a reload restores the comparison', async () => {
  const { page, problems } = opened;
  await page.goto(new URL(COMPARED, page.url()).href);
  await compared(page);
  const box = (await page.locator('#other-map .square').boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.wheel(0, -385);
  await addressed(page);
  await setNumber(page, 'horizon T', 2);
  await page.waitForFunction(() => location.search.includes('time=2'));
  const { experiment, other } = await read(page);
  // exp(-0.0018 * 385) is a half.
  expect(experiment.slice.x.max - experiment.slice.x.min).toBeCloseTo(2, 2);
  expect(other!.slice).toEqual(experiment.slice);
  await page.reload();
  await compared(page);
  expect(await read(page)).toEqual({ experiment, other, edits: null });
  const [column, row] = PIXELS[2];
  const [a, b] = await valuesOf([experiment, other!], column, row);
  const texts = await readingsAt(page, 'difference', column, row);
  expect(numeric(texts.difference)).toBe(Number((a! - b!).toPrecision(3)));
  expect(problems).toEqual([]);
});

test('B has the same probes with its own traces', async () => {
  const { page, problems } = opened;
  await page.goto(new URL(COMPARED, page.url()).href);
  await compared(page);
  for (const [pane, experiment] of [
    ['map', A],
    ['other-map', B],
  ] as const) {
    await expectTrace(page, pane, experiment);
  }
  const handle = page.locator('#other-map .probe').first();
  await handle.press('ArrowRight');
  await page.waitForFunction(() => location.search.includes('starts='));
  expect((await read(page)).other!.starts).not.toEqual(A.starts);
  expect(problems).toEqual([]);
});

test('both have the tools of the phase plane, their difference none', async () => {
  const { page, problems } = opened;
  const plane = 'x=theta1:-2:2&y=phi1:-2:2&nullclines=true';
  await page.goto(new URL(`${COMPARED}&${plane}`, page.url()).href);
  await compared(page);
  for (const pane of ['map', 'other-map', 'other-flow']) {
    await expect
      .poll(() => page.locator(`#${pane} .marks`).textContent(), { message: pane })
      .toContain('′ = 0');
  }
  expect(await page.locator('#difference .marks').textContent()).not.toContain('′ = 0');
  expect(problems).toEqual([]);
});

test('its picture and its JSON bring both experiments back', async () => {
  const { page, problems } = opened;
  await page.goto(new URL(`${COMPARED}&edits=b`, page.url()).href);
  await compared(page);
  const before = await read(page);
  await page.getByRole('button', { name: 'Save comparison' }).click();
  const picture = await downloaded(page, page.locator('#compare-backgrounds button').first());
  await page.getByRole('button', { name: 'Save and share' }).first().click();
  await page.locator('#save-dialog input[value=link] + span').click();
  const json = await downloaded(page, page.getByRole('button', { name: 'Save JSON' }));
  const { experiment, other } = before;
  expect(savedFrom(json.name, json.bytes)).toEqual({ experiment, other, edited: 'b' });
  await page.goto(new URL('?model=ns-gan&time=4&resolution=64', page.url()).href);
  await drop(page, picture.name, picture.bytes);
  await compared(page);
  expect(await page.locator('#compare-bar input[value=b]').isChecked()).toBe(true);
  expect(await read(page)).toEqual(before);
  expect(problems).toEqual([]);
});

test('it begins with the present experiment as B, and the way back ends it', async () => {
  const { page, problems } = opened;
  await page.goto(new URL(`?${QUERY}`, page.url()).href);
  await settled(page);
  const door = page.getByRole('button', { name: 'Compare', exact: true });
  expect(await door.getAttribute('aria-pressed')).toBe('false');
  await door.click();
  await compared(page);
  expect(await door.getAttribute('aria-pressed')).toBe('true');
  expect((await read(page)).other).toEqual(A);
  expect(await page.locator('#compare-key').innerText()).toContain('alike so far');
  await page.goBack();
  await page.locator('#difference').waitFor({ state: 'hidden' });
  expect(await door.getAttribute('aria-pressed')).toBe('false');
  expect(await page.locator('.info-bar').isVisible()).toBe(true);
  expect((await read(page)).other).toBe(undefined);
  expect(problems).toEqual([]);
});

test('it is undone and redone like everything else, its edited side included', async () => {
  const { page, problems } = opened;
  const state = async () => ({
    side: await page.evaluate(() => document.documentElement.dataset['compare']),
    lambda: await numberIn(page, 'λ'),
    compares: (await read(page)).other !== undefined,
  });
  await page.goto(new URL(`?${QUERY}`, page.url()).href);
  await settled(page);
  const states = [await state()];
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await compared(page);
  states.push(await state());
  await setNumber(page, 'λ', 0.9);
  states.push(await state());
  await edit(page, 'b');
  states.push(await state());
  expect(states.map(({ lambda }) => lambda)).toEqual([0.4, 0.4, 0.9, 0.4]);
  for (const before of states.slice(0, -1).toReversed()) {
    await page.locator('#undo').click();
    expect(await state()).toEqual(before);
  }
  for (const after of states.slice(1)) {
    await page.locator('#redo').click();
    expect(await state()).toEqual(after);
  }
  expect(problems).toEqual([]);
});

async function valuesOf(experiments: readonly Experiment[], column: number, row: number) {
  const maps = await Promise.all(experiments.map((one) => mapOf(cpuEngine, one, GRID)));
  return maps.map((map) => map[(row * SIDE + column) * COLUMNS + columnOf('distance')]!);
}
