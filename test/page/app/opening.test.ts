import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPage, type OpenPage } from '../../support/browser.ts';
import {
  choose,
  colourCount,
  difference,
  frames,
  pixelsOf,
  resting,
  setNumber,
  settled,
  SMALL,
} from '../helpers.ts';

describe('with WebGPU', () => {
  let opened: OpenPage;
  beforeAll(async () => {
    opened = await openPage({ path: `?model=wgan-gp&measure=distance&${SMALL}` });
  });
  afterAll(() => opened.close());

  test('the page opens without an error, with map, flow, formula and status', async () => {
    const { page, problems } = opened;
    await settled(page);
    expect(await page.title()).toContain('Ganfield');
    expect(await page.locator('.formula .katex').count()).toBeGreaterThanOrEqual(4);
    expect(await page.locator('#status').innerText()).toMatch(/float32/);
    // The map's side is known once its numbers have been read back.
    await expect.poll(() => page.locator('#status').innerText()).toMatch(/map 64² 100%/);
    expect(await page.locator('#flow .what').innerText()).toMatch(/^4096 particles, t = \d/);
    await page.locator('#flow .marks path').first().waitFor({ state: 'attached' });
    await expect.poll(() => page.locator('.series .plot > svg').count()).toBe(2);
    expect(problems).toEqual([]);
  });

  test('lambda changes the map, its formula stays', async () => {
    const { page, problems } = opened;
    await choose(page, 'model', 'WGAN-GP');
    await settled(page);
    const before = await pixelsOf(page, 'map');
    await setNumber(page, 'λ', 2.5);
    await settled(page);
    expect(difference(before, await pixelsOf(page, 'map'))).toBeGreaterThan(0.1);
    expect(problems).toEqual([]);
  });

  test('the flow moves, pauses, and restarts', async () => {
    const { page, problems } = opened;
    const timeOf = async () =>
      Number((await page.locator('#flow .what').innerText()).split('t = ')[1]);
    // The time shown ends at the horizon, so the horizon has to be far.
    await setNumber(page, 'horizon T', 100);
    await page.locator('#restart').click();
    await page.locator('h1').click();
    await page.keyboard.press('Space');
    // The map of so far a horizon comes first on a shared processor.
    await expect.poll(timeOf).toBeGreaterThan(0.2);
    const before = await pixelsOf(page, 'flow');
    expect(colourCount(before), 'not blank').toBeGreaterThan(16);
    await expect
      .poll(async () => difference(before, await pixelsOf(page, 'flow')))
      .toBeGreaterThan(0.002);

    await page.keyboard.press('Space');
    await resting(page);
    const standing = await pixelsOf(page, 'flow');
    const paused = await timeOf();
    await page.evaluate(frames, 20);
    expect(await timeOf()).toBe(paused);
    expect(difference(standing, await pixelsOf(page, 'flow')), 'stands').toBe(0);
    await page.keyboard.press('Space');
    await expect.poll(timeOf).not.toBe(paused);
    expect(problems).toEqual([]);
  });
});
