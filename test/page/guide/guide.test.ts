import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { fromQuery } from '../../../src/experiment/format/url.ts';
import { PRESETS } from '../../../src/experiment/presets.ts';
import { presetOfStep, STEPS } from '../../../src/page/guide/guide-steps.ts';
import { english as initial } from '../../../src/page/messages/en/index.ts';
import { later } from '../../../src/page/messages/en/later/index.ts';
import { chinese } from '../../../src/page/messages/zh/index.ts';
import { openPage } from '../../support/browser.ts';
import { choose, numberIn, queryWith, row, setNumber, SMALL } from '../helpers.ts';

const english = { ...initial, ...later };

const card = (page: Page) => page.locator('#guide .card');
const titleOf = (index: number) => english[`guide.steps.${STEPS[index]!.texts}.title`];
const atStep = (page: Page, index: number) =>
  page.locator('#guide h2').getByText(titleOf(index), { exact: true }).waitFor();

/** The guide's own choices are the preset's; what is only drawn stays as small as the test has it. */
async function showsPreset(page: Page, index: number): Promise<void> {
  const query = new URLSearchParams(await queryWith(page, `guide=${index + 1}`));
  query.delete('guide');
  const { experiment: shown } = fromQuery(query.toString());
  const { experiment: wanted } = fromQuery(presetOfStep(PRESETS, index).query);
  const drawn = { resolution: 0, particles: 0 };
  expect({ ...shown, values: { ...shown.values, ...drawn } }).toEqual({
    ...wanted,
    values: { ...wanted.values, ...drawn },
  });
}

const rangeOfX = (page: Page) => row(page, 'θ₁ range').locator('input').inputValue();

test('every step has two sentences in both languages', () => {
  expect(new Set(STEPS.map(({ texts }) => texts)).size).toBe(STEPS.length);
  const ids = Object.keys(english).filter((id) => id.startsWith('guide.steps.'));
  expect(STEPS).toHaveLength(ids.length / 2);
  for (const { texts } of STEPS) {
    expect(english[`guide.steps.${texts}.text`].match(/\.(?= |$)/g), texts).toHaveLength(2);
    expect(chinese.messages[`guide.steps.${texts}.text`]?.match(/。/g), texts).toHaveLength(2);
  }
});

test('walks through its steps, each in the address, and back', async () => {
  const { page, problems, close } = await openPage({
    path: `?model=wgan&${SMALL}`,
    webgpu: false,
  });
  expect(await page.locator('#guide').isVisible()).toBe(false);
  await page.locator('#open-guide').click();
  for (const index of STEPS.keys()) {
    await atStep(page, index);
    await showsPreset(page, index);
    expect(await card(page).locator('.katex').count()).toBe(2);
    expect(await page.locator('#open-guide').textContent()).toBe(
      `Guide ${index + 1} / ${STEPS.length}`,
    );
    // There is nothing after the last step, and its button says so without being disabled.
    await page.locator('#guide-next').click({ force: index === STEPS.length - 1 });
  }
  await atStep(page, STEPS.length - 1);

  await page.goBack();
  await atStep(page, STEPS.length - 2);
  await showsPreset(page, STEPS.length - 2);

  await page.goto(new URL(`?guide=7&${SMALL}`, page.url()).href);
  await atStep(page, 6);
  // A slider is turned: the guide stays, and its step in the address with the new value.
  await setNumber(page, 'L2 on D, μ', 0.3);
  await queryWith(page, 'l2=0.3');
  expect(new URL(page.url()).searchParams.get('guide')).toBe('7');
  expect(await card(page).isVisible()).toBe(true);

  await page.locator('#guide-close').click();
  expect(await page.locator('#guide').isVisible()).toBe(false);
  expect(new URL(page.url()).searchParams.has('guide')).toBe(false);
  expect(await numberIn(page, 'L2 on D, μ')).toBe(0.3);
  // The window was the step's.
  expect(await rangeOfX(page)).toBe('−2 … 2');
  await close();
  expect(problems).toEqual([]);
});

test('a link opens a step, with its experiment or the link’s own; keys walk on', async () => {
  const { page, problems, close } = await openPage({
    path: '?guide=5',
    webgpu: false,
  });
  await atStep(page, 4);
  await showsPreset(page, 4);
  await page.locator('#guide-next').focus();
  await page.keyboard.press('ArrowLeft');
  await atStep(page, 3);
  // The focus stays where it was, so that keys go on.
  await page.keyboard.press('ArrowLeft');
  await atStep(page, 2);
  await page.keyboard.press('ArrowLeft');
  await atStep(page, 1);
  const article = card(page).getByRole('link', { name: 'Su Jianlin’s article' });
  expect(await article.getAttribute('href')).toMatch(/^https:/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await atStep(page, 3);
  await page.keyboard.press('Escape');
  expect(await page.locator('#guide').isVisible()).toBe(false);
  expect(
    await page.locator('#open-guide').evaluate((node) => node === document.activeElement),
  ).toBe(true);

  await page.goto(new URL(`?guide=5&model=wgan-gp&c=0&lambda=0.75&${SMALL}`, page.url()).href);
  await atStep(page, 4);
  expect(await numberIn(page, 'λ')).toBe(0.75);

  // A preset that is a step leads to that step, another model or preset out of the guide.
  await choose(page, 'preset', 'GAN-QP');
  await atStep(page, 5);
  await page.locator('#guide-previous').click();
  await atStep(page, 4);
  await choose(page, 'model', 'LSGAN');
  await page.locator('#guide').waitFor({ state: 'hidden' });
  expect(await rangeOfX(page)).toBe('−2 … 2');
  await close();
  expect(problems).toEqual([]);
});

test('a first visit sees the introduction, once, and can open it again', async () => {
  const { page, problems, close } = await openPage({
    webgpu: false,
    firstVisit: true,
    prepare: (opened) => opened.emulateMedia({ reducedMotion: 'reduce' }),
  });
  const intro = page.locator('.intro');
  await intro.getByText(english['guide.intro.title']).waitFor();
  expect(await intro.locator('canvas').count()).toBe(5);
  // Another language, which loads the page anew, leaves it open.
  await page.locator('#switch-language').click();
  await intro.getByText(chinese.messages['guide.intro.title']!).waitFor();
  await page.locator('#switch-language').click();
  await intro.getByText(english['guide.intro.title']).waitFor();
  expect(new URL(page.url()).searchParams.get('intro')).toBe('1');
  // What lies below takes no focus.
  expect(await page.locator('main').evaluate((node: HTMLElement) => node.inert)).toBe(true);
  await intro.getByRole('button', { name: english['guide.intro.explore'] }).click();
  expect(await intro.isVisible()).toBe(false);
  expect(new URL(page.url()).searchParams.has('intro')).toBe(false);
  // It plays and pauses the flow, and presses no button that has the focus.
  await page.keyboard.press(' ');
  expect(await intro.isVisible()).toBe(false);
  expect(await page.locator('main').evaluate((node: HTMLElement) => node.inert)).toBe(false);

  await page.locator('#show-intro').click();
  await intro.getByRole('button', { name: 'WGAN-GP, c = 0' }).click();
  await queryWith(page, 'c=0');
  expect(await intro.isVisible()).toBe(false);
  await page.locator('#show-intro').click();
  await intro.locator('canvas').first().waitFor();
  await page.keyboard.press('Escape');
  expect(await intro.isVisible()).toBe(false);

  // Opened again without a link it is not shown anew.
  await page.goto(new URL('/?resolution=64', page.url()).href);
  await page.locator('#show-intro').waitFor();
  expect(await intro.isVisible()).toBe(false);
  await close();
  expect(problems).toEqual([]);
});

test('keys walk on from a link, wherever the focus is not needed; the last step leads on', async () => {
  const last = STEPS.length - 1;
  const { page, problems, close } = await openPage({
    path: `?guide=${last}&${SMALL}`,
    webgpu: false,
  });
  await atStep(page, last - 1);
  await page.keyboard.press('ArrowRight');
  await atStep(page, last);
  const { width, height } = (await page.locator('#guide-previous').boundingBox())!;
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(36);
  await card(page).getByRole('button', { name: english['guide.onward.own'] }).click();
  await queryWith(page, 'lambda=0.25');
  expect(await page.locator('#guide').isVisible()).toBe(false);
  // A slider keeps its keys.
  await page.goto(new URL(`?guide=5&${SMALL}`, page.url()).href);
  await atStep(page, 4);
  await page.locator('#panel input[type=range]').first().focus();
  await page.keyboard.press('ArrowRight');
  await atStep(page, 4);
  await close();
  expect(problems).toEqual([]);
});
