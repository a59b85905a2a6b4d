import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPage, type OpenPage } from '../../support/browser.ts';
import {
  addressed,
  difference,
  frames,
  numberIn,
  pixelsOf,
  row,
  setNumber,
  settled,
} from '../helpers.ts';

let opened: OpenPage;
beforeAll(async () => {
  opened = await openPage({
    reducedMotion: 'no-preference',
    path: '?model=wgan-gp&c=0&measure=settle&lambda=0.4&resolution=64&particles=4096&time=40&step=0.5',
  });
  await settled(opened.page);
});
afterAll(() => opened.close());

const line = (page: Page) => page.locator('#player .time');
const timeOf = (page: Page) => line(page).getAttribute('aria-valuetext');

/** Drags the time line to a share of the horizon, as a pointer does. */
async function drag(page: Page, share: number): Promise<void> {
  const box = (await line(page).boundingBox())!;
  // The thumb's middle goes from half its width to half its width before the end.
  const thumb = box.height * 0.4;
  const x = box.x + thumb / 2 + share * (box.width - thumb);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(x, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
}

test('single steps by keys and buttons, on and back', async () => {
  const { page, problems } = opened;
  await page.locator('#play').click();
  await line(page).focus();
  await page.keyboard.press('Home');
  await expect.poll(() => timeOf(page)).toBe('t = 0.0 of 40');
  await page.locator('h1').click();
  for (let i = 0; i < 3; i++) await page.keyboard.press('.');
  await expect.poll(() => timeOf(page)).toBe('t = 1.5 of 40');
  await page.keyboard.press(',');
  await expect.poll(() => timeOf(page)).toBe('t = 1.0 of 40');
  await page.getByRole('button', { name: 'One step on (.)' }).click();
  await expect.poll(() => timeOf(page)).toBe('t = 1.5 of 40');
  expect(await page.locator('#flow .what').innerText()).toContain('t = 1.5');
  const standing = await pixelsOf(page, 'flow');
  await page.evaluate(frames, 20);
  expect(difference(standing, await pixelsOf(page, 'flow')), 'stands').toBe(0);

  // From the line by keys, and a step while it plays lets it stand.
  await line(page).focus();
  await page.keyboard.press('PageUp');
  await expect.poll(() => timeOf(page)).toBe('t = 6.5 of 40');
  await page.keyboard.press('End');
  await expect.poll(() => timeOf(page)).toBe('t = 40.0 of 40');
  await page.locator('#play').click();
  await page.keyboard.press('.');
  expect(await page.locator('#play').getAttribute('aria-label')).toBe('Play');
  expect(problems).toEqual([]);
});

test('the line leads to any time, and the same time is the same picture', async () => {
  const { page, problems } = opened;
  await drag(page, 0.9);
  await expect.poll(() => page.locator('.player.catching-up').count()).toBe(0);
  // A pixel of the line is some 0.2.
  const time = Number(/t = ([\d.]+)/.exec((await timeOf(page))!)![1]);
  expect(Math.abs(time - 36)).toBeLessThan(1);
  const at = async (position: number) => {
    await line(page).fill(String(position));
    await expect.poll(() => timeOf(page)).toBe(`t = ${(40 * position) / 1000}.0 of 40`);
    return pixelsOf(page, 'flow');
  };
  const early = await at(200);
  const late = await at(800);
  expect(difference(early, late)).toBeGreaterThan(0.02);
  expect(difference(early, await at(200))).toBe(0);
  expect(problems).toEqual([]);
});

test('a speed of the list is the parameter', async () => {
  const { page } = opened;
  await page.locator('#player .speed').selectOption('2');
  expect(await numberIn(page, 'speed')).toBe(2);
  await setNumber(page, 'speed', 0.7);
  expect(await page.locator('#player .speed').inputValue()).toBe('0.7');
});

test('a parameter runs through its range, the map following, as one step of undo', async () => {
  const { page, problems } = opened;
  const folder = page.locator('#panel [data-section=animate]');
  await folder.locator('.lil-title').first().click();
  await setNumber(page, 'from', 0.1);
  await setNumber(page, 'to', 2);
  await setNumber(page, 'seconds', 3);
  await setNumber(page, 'λ', 0.4);
  await settled(page);
  await addressed(page);
  const [address, map] = [await page.evaluate(() => location.search), await pixelsOf(page, 'map')];
  const play = folder.getByRole('button', { name: 'Animate λ' });
  await play.click();
  const seen = new Set<number>();
  const moves = async () => seen.add(await numberIn(page, 'λ')).size;
  await expect.poll(moves, { message: 'the slider moves along' }).toBeGreaterThan(3);
  for (const value of seen) expect(value).toBeGreaterThanOrEqual(0.1);
  expect(await page.evaluate(() => location.search), 'the address waits').toBe(address);
  await folder.getByRole('button', { name: 'Pause λ' }).click();
  await settled(page);
  const stopped = await numberIn(page, 'λ');
  expect(stopped).not.toBe(0.4);
  expect(difference(map, await pixelsOf(page, 'map'))).toBeGreaterThan(0.02);
  await page.waitForFunction((value) => location.search.includes(`lambda=${value}`), stopped);
  await page.locator('#undo').click();
  expect(await numberIn(page, 'λ')).toBe(0.4);

  // Whoever takes the slider in hand stops it.
  await play.click();
  await expect.poll(() => numberIn(page, 'λ')).not.toBe(0.4);
  await row(page, 'λ').locator('input[type=range]').click();
  await play.waitFor();
  expect(problems).toEqual([]);
});
