import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromQuery } from '../../../src/experiment/format/url.ts';
import { openPage, type OpenPage } from '../../support/browser.ts';
import { addressed, numberIn, queryWith, row, setNumber, SMALL } from '../helpers.ts';

describe.each([
  ['with a mouse', {}],
  ['on a touch screen', { mobile: true, width: 390, height: 844 }],
])('numbers typed into the panel, %s', (_, options) => {
  let opened: OpenPage;
  beforeAll(async () => {
    opened = await openPage({
      path: `?model=wgan-gp&lambda=0.3&c=0&${SMALL}`,
      webgpu: false,
      ...options,
    });
    const more = opened.page.getByRole('button', { name: 'All settings' });
    if (await more.isVisible()) await more.click();
  });
  afterAll(() => opened.close());

  test.each([
    ['λ', '0,5', 0.5],
    ['λ', '1/3', 1 / 3],
    ['λ', '2.5 × 10⁻³', 0.0025],
    ['φ₁\\(0\\)', '−0.5', -0.5],
    ['φ₁\\(0\\)', '−1/4', -0.25],
    ['ε', '10⁻³', 0.001],
  ])('%s as %s', async (name, text, value) => {
    await setNumber(opened.page, name, text);
    expect(await numberIn(opened.page, name)).toBe(value);
  });

  test.each([
    ['λ', '50%', 'invalid λ: 50%, expected a number from 0 to 100; write 50/100'],
    ['λ', '1,2,3', 'invalid λ: 1,2,3, expected a number from 0 to 100'],
    ['λ', '1,234', 'invalid λ: 1,234, expected a number from 0 to 100; write 1.234 or 1234'],
    ['λ', '1e99', 'invalid λ: 1e99, expected a number from 0 to 100'],
    ['λ', '120', 'invalid λ: 120, expected a number from 0 to 100'],
    ['λ', '', 'invalid λ: (empty), expected a number from 0 to 100'],
    ['horizon T', '0.1', 'invalid time: 0.1, expected at least four steps'],
    ['φ₁\\(0\\)', '2000', 'expected a number from -1000 to 1000'],
    ['θ₁ range', '1,2,3', 'invalid x: theta1:1,2,3, expected component=min:max'],
  ])('%s as %s is refused in words, and stays what it was', async (name, text, says) => {
    const { page } = opened;
    await setNumber(page, 'λ', 0.7);
    const field = row(page, name).locator('input:not([type=range])');
    const before = await field.inputValue();
    await setNumber(page, name, text);
    await page.locator('.notice', { hasText: says }).waitFor();
    expect(await field.inputValue()).toBe(before);
    expect(await numberIn(page, 'λ')).toBe(0.7);
  });

  test('what is being typed is given up where another model takes the row away', async () => {
    const { page, problems } = opened;
    await setNumber(page, 'λ', 0.7);
    await row(page, 'λ').locator('input:not([type=range])').fill('0.2');
    await page.evaluate((query) => {
      history.replaceState(history.state, '', query);
      dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
    }, `?model=gan-qp&lambda=0.9&${SMALL}`);
    await expect.poll(() => numberIn(page, 'λ')).toBe(0.9);
    expect(problems).toEqual([]);
  });

  test('a range', async () => {
    await setNumber(opened.page, 'θ₁ range', '−0,5 … 1/2');
    const query = await queryWith(opened.page, 'x=theta1:-0.5:0.5');
    expect(fromQuery(query).ignored).toEqual([]);
    expect(opened.problems).toEqual([]);
  });
});

test('what is typed is taken before an arrow key moves on from it', async () => {
  const { page, close } = await openPage({ path: `?model=wgan-gp&c=0&${SMALL}`, webgpu: false });
  const field = row(page, 'λ').locator('input:not([type=range])');
  await field.fill('0,5');
  await addressed(page);
  const query = await page.evaluate(() => location.search);
  expect(query, 'nothing before it is finished').not.toContain('lambda');
  await field.press('ArrowUp');
  // lil-gui goes ten steps of 0.01.
  expect(await numberIn(page, 'λ')).toBe(0.6);
  await field.fill('1/0');
  await field.press('ArrowDown');
  expect(await numberIn(page, 'λ'), 'what is refused is as if it had not been typed').toBe(0.5);
  await close();
});
