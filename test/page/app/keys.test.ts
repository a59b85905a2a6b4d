import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MODELS } from '../../../src/models/index.ts';
import { SHORTCUTS } from '../../../src/page/app/shortcuts.ts';
import { later as english } from '../../../src/page/messages/en/later/index.ts';
import { openPage, type OpenPage } from '../../support/browser.ts';
import { choose, numberIn, row, setNumber, SMALL } from '../helpers.ts';

const START = `?model=wgan-gp&lambda=0.3&${SMALL}`;

let opened: OpenPage;
let page: Page;
beforeAll(async () => {
  opened = await openPage({ path: START, webgpu: false });
  ({ page } = opened);
});
afterAll(() => opened.close());
beforeEach(async () => {
  // A worker that is still being loaded would fail to.
  await page.locator('.progress.done').waitFor({ state: 'attached' });
  await page.goto(new URL(START, page.url()).href);
});

const modelNow = () =>
  row(page, 'model')
    .locator('select')
    .evaluate((select: HTMLSelectElement) => select.selectedOptions[0]!.text);
const titleAt = (steps: number) => {
  const present = MODELS.findIndex(({ id }) => id === 'wgan-gp');
  return MODELS.at((present + steps) % MODELS.length)!.title;
};
const slider = (name: string) => row(page, name).locator('input[type=range]');

describe('on the page', () => {
  test('m goes through the models and Shift+m back, and says where it is', async () => {
    await page.keyboard.press('m');
    expect(await modelNow()).toBe(titleAt(1));
    expect(await page.locator('#live-region').textContent()).toBe(titleAt(1));
    await page.keyboard.press('Shift+M');
    await page.keyboard.press('Shift+M');
    expect(await modelNow()).toBe(titleAt(-1));
    for (let i = 0; i < MODELS.length; i++) await page.keyboard.press('m');
    expect(await modelNow(), 'round').toBe(titleAt(-1));
  });

  test('b says of the boundary on the map what this map can tell', async () => {
    const told = async () => {
      await page.keyboard.press('b');
      return page.locator('.notice').allInnerTexts();
    };
    await expect.poll(async () => (await told()).join()).toContain('starts along each side');
    expect((await told()).length).toBe(1);
    await page.locator('.notice').getByRole('button', { name: 'Dismiss' }).click();
  });

  test('? lists every key once, and keys rest until the list is closed', async () => {
    await page.keyboard.press('?');
    const dialog = page.locator('#keys-dialog');
    await dialog.waitFor();
    const told = await dialog.locator('dd').allInnerTexts();
    for (const { action } of SHORTCUTS) {
      expect(told.filter((line) => line === english[`keys.actions.${action}`])).toHaveLength(1);
    }
    expect(await dialog.innerText()).toMatch(/Ctrl Z\s+undo/);
    expect(await dialog.innerText()).toMatch(/Home\s+minimum/);
    await page.keyboard.press('m');
    expect(await modelNow()).toBe(titleAt(0));
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.keyboard.press('m');
    expect(await modelNow()).toBe(titleAt(1));
  });

  test('s opens the sharing', async () => {
    await page.keyboard.press('s');
    await expect.poll(() => page.locator('#save-dialog').isVisible()).toBe(true);
  });

  test('letters that are typed are letters', async () => {
    const range = row(page, 'θ₁ range').locator('input');
    await range.focus();
    await page.keyboard.press('m');
    expect(await modelNow()).toBe(titleAt(0));
    await row(page, 'measure').locator('select').focus();
    await page.keyboard.press('m');
    expect(await modelNow()).toBe(titleAt(0));
    await slider('λ').focus();
    await page.keyboard.press('m');
    expect(await modelNow(), 'sliders take no letters').toBe(titleAt(1));
  });
});

describe('on a slider', () => {
  test('arrows, page keys, Home and End go by the parameter’s steps', async () => {
    const lambda = slider('λ');
    await lambda.focus();
    const before = 0.3;
    await page.keyboard.press('ArrowRight');
    const step = (await numberIn(page, 'λ')) - before;
    expect(step).toBeGreaterThan(0);
    await page.keyboard.press('ArrowDown');
    expect(await numberIn(page, 'λ')).toBe(before);
    await page.keyboard.press('End');
    const most = await numberIn(page, 'λ');
    await page.keyboard.press('PageDown');
    expect(await numberIn(page, 'λ')).toBeLessThan(most);
    await page.keyboard.press('Home');
    expect(await numberIn(page, 'λ')).toBe(0);
    expect(await lambda.getAttribute('aria-valuetext')).toBe('0');
    expect(await lambda.evaluate((node) => node === document.activeElement)).toBe(true);
  });

  test('a step that is coarser than a pixel is a step', async () => {
    await slider('resolution').focus();
    await page.keyboard.press('ArrowRight');
    expect(await numberIn(page, 'resolution')).toBe(128);
  });

  test('assistive technology finds a slider by its name', async () => {
    await page.getByRole('slider', { name: 'λ', exact: true }).focus();
    await page.keyboard.press('Home');
    expect(await numberIn(page, 'λ')).toBe(0);
  });
});

describe('undo', () => {
  const undo = () => page.keyboard.press('Control+z');
  const disabled = (id: string) => page.locator(id).getAttribute('aria-disabled');

  test('takes back a drag as one step, and brings it again', async () => {
    const box = (await slider('λ').boundingBox())!;
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + 0.1 * box.width, y);
    await page.mouse.down();
    for (const share of [0.2, 0.4, 0.6, 0.8]) await page.mouse.move(box.x + share * box.width, y);
    await page.mouse.up();
    const dragged = await numberIn(page, 'λ');
    expect(dragged).not.toBe(0.3);
    await undo();
    expect(await numberIn(page, 'λ')).toBe(0.3);
    await page.locator('#notices').getByText('Undone: λ = 0.3').waitFor();
    expect(await disabled('#undo')).toBe('true');
    await page.keyboard.press('Control+Shift+Z');
    expect(await numberIn(page, 'λ')).toBe(dragged);
    expect(await disabled('#redo')).toBe('true');
    await undo();
    await page.keyboard.press('Control+y');
    expect(await numberIn(page, 'λ')).toBe(dragged);
  });

  test('goes back over model, measure and preset by its buttons', async () => {
    await choose(page, 'measure', 'time to stay within ε');
    await choose(page, 'model', 'LSGAN');
    await page.getByRole('button', { name: 'Presets' }).click();
    await page.locator('.preset', { hasText: 'GAN-QP with EMA' }).click();
    expect(await modelNow()).toBe('GAN-QP');
    const button = page.locator('#undo');
    expect(await button.getAttribute('title')).toBe('Undo (Ctrl+Z)');
    await button.click();
    expect(await modelNow()).toBe('LSGAN');
    await button.click();
    expect(await modelNow()).toBe('WGAN-GP');
    expect(await numberIn(page, 'λ'), 'with its parameters').toBe(0.3);
    await button.click();
    expect(await disabled('#undo')).toBe('true');
    await page.locator('#redo').click();
    const measure = row(page, 'measure').locator('select');
    expect(await measure.evaluate((node: HTMLSelectElement) => node.selectedOptions[0]!.text)).toBe(
      'time to stay within ε',
    );
  });

  test('and the address agree, and the back button leads to what the address said', async () => {
    await setNumber(page, 'λ', 0.7);
    await page.waitForFunction(() => location.search.includes('lambda=0.7'));
    await page.getByRole('button', { name: 'Presets' }).click();
    await page.locator('.preset', { hasText: 'LSGAN' }).click();
    await page.waitForFunction(() => location.search.includes('model=lsgan'));
    await page.goBack();
    await page.waitForFunction(() => location.search.includes('lambda=0.7'));
    expect(await modelNow()).toBe('WGAN-GP');
    await page.locator('h1').click();
    await undo();
    expect(await modelNow(), 'the way back is undone').toBe('LSGAN');
    await undo();
    await undo();
    await page.waitForFunction(() => location.search.includes('lambda=0.3'));
    expect(await numberIn(page, 'λ')).toBe(0.3);
  });

  test('leaves what is typed to the text', async () => {
    await setNumber(page, 'λ', 0.7);
    await row(page, 'θ₁ range').locator('input').focus();
    await page.keyboard.type('5');
    await undo();
    expect(await numberIn(page, 'λ')).toBe(0.7);
    await row(page, 'measure').locator('select').focus();
    await undo();
    expect(await numberIn(page, 'λ')).toBe(0.3);
  });
});

test('none of this made an error', () => {
  expect(opened.problems).toEqual([]);
});
