import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FIRST_PRESET, PRESETS } from '../../../src/experiment/presets.ts';
import { fromQuery } from '../../../src/experiment/format/url.ts';
import { openPage, type OpenPage } from '../../support/browser.ts';
import { addressed, choose, numberIn, queryWith, row, setNumber, SMALL } from '../helpers.ts';

const queryOf = (id: string) => PRESETS.find((preset) => preset.id === id)!.query;

describe('address', () => {
  let opened: OpenPage;
  beforeAll(async () => {
    opened = await openPage({ webgpu: false });
  });
  afterAll(() => opened.close());

  test('without a query the first preset opens, and the address says so', async () => {
    const { page } = opened;
    const query = await queryWith(page, 'model=');
    expect(fromQuery(query).experiment).toEqual(fromQuery(queryOf(FIRST_PRESET)).experiment);
    const preset = row(page, 'preset').locator('select');
    expect(
      await preset.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]!.text),
    ).toBe(PRESETS.find(({ id }) => id === FIRST_PRESET)!.title);
  });

  test('what the panel says is in the address, and a reload says it again', async () => {
    const { page } = opened;
    await choose(page, 'model', 'GAN-QP');
    await setNumber(page, 'λ', 0.73);
    await setNumber(page, 'L2 on D, μ', 0.31);
    await setNumber(page, 'horizon T', 12);
    await choose(page, 'measure', 'time to stay within ε');
    await choose(page, 'plane', 'θ₁ × φ₁');
    const range = row(page, 'θ₁ range').locator('input');
    await range.fill('-1.5 … 3');
    await range.press('Enter');
    const query = await queryWith(page, 'x=theta1:-1.5:3');
    const { experiment, ignored } = fromQuery(query);
    expect(ignored).toEqual([]);
    expect(experiment.model).toBe('gan-qp');
    expect(experiment.values).toMatchObject({
      lambda: 0.73,
      l2: 0.31,
      time: 12,
      measure: 'settle',
    });
    expect(experiment.slice.x).toEqual({ component: 'theta1', min: -1.5, max: 3 });
    expect(experiment.slice.y.component).toBe('phi1');

    await page.reload({ waitUntil: 'load' });
    expect(await page.evaluate(() => location.search)).toBe(query);
    expect(await numberIn(page, 'λ')).toBe(0.73);
    expect(await row(page, 'θ₁ range').locator('input').inputValue()).toBe('−1.5 … 3');
  });

  test('one dimension is a choice, and its held components go', async () => {
    const { page } = opened;
    await choose(page, 'plane', 'θ₁ × φ₁, one dimension');
    const query = await queryWith(page, 'hold=0.5,0,0,0');
    const { slice, starts } = fromQuery(query).experiment;
    expect([slice.hold[1], slice.hold[3]]).toEqual([0, 0]);
    expect(starts.every((start) => start[1] === 0 && start[3] === 0)).toBe(true);
    expect(await row(page, 'φ₂\\(0\\)').count()).toBe(0);
  });

  test('the copied link is the experiment', async () => {
    const { page, context } = opened;
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy link' }).first().click();
    await page.locator('.notice', { hasText: 'copied' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await page.evaluate(() => location.href));
  });

  test('a preset opens, and the way back leads to what was before it', async () => {
    const { page } = opened;
    const before = await page.evaluate(() => location.search);
    await page.getByRole('button', { name: 'Presets' }).click();
    await page.locator('.preset', { hasText: 'LSGAN' }).click();
    const query = await queryWith(page, 'model=lsgan');
    expect(fromQuery(query).experiment).toEqual(fromQuery(queryOf('lsgan-labels')).experiment);
    await page.goBack();
    await queryWith(page, before);
    expect(await numberIn(page, 'λ')).toBe(0.73);
  });
});

test('a choice that is refused is told and changes nothing', async () => {
  const { page, problems, close } = await openPage({ path: `?${SMALL}`, webgpu: false });
  await setNumber(page, 'horizon T', 0.1);
  await page.locator('.notice', { hasText: 'invalid time' }).waitFor();
  expect(await numberIn(page, 'horizon T')).toBe(4);
  expect(problems).toEqual([]);
  await close();
});

test('a hostile link falls back, says so in a line, and stays in the address', async () => {
  const script = encodeURIComponent('<img src=x onerror="document.title=\'broken\'">');
  const { page, problems, close } = await openPage({
    path: `?model=${script}&lambda=1e999&x=theta1:5:-5&starts=;;;NaN&time=nan&${script}=1&resolution=64`,
    webgpu: false,
  });
  const link = page.url();
  const notice = page.locator('.notice');
  await notice.waitFor();
  expect(await notice.innerText()).toMatch(/^6 parts of the link are left out\s*×$/);
  const height = await notice.evaluate((node) => node.getBoundingClientRect().height);
  expect(height, 'one line').toBeLessThan(60);
  await notice.locator('summary').click();
  const text = await notice.innerText();
  for (const part of [
    'unknown model: <img',
    'invalid x',
    'invalid time',
    'unknown parameter: <img',
  ]) {
    expect(text).toContain(part);
  }
  expect(await page.title()).not.toBe('broken');
  expect(await page.locator('.notice img').count()).toBe(0);
  await addressed(page);
  expect(page.url(), 'nobody has changed anything yet').toBe(link);
  await page.reload({ waitUntil: 'load' });
  expect(page.url(), 'nor by leaving').toBe(link);
  await setNumber(page, 'horizon T', 7);
  expect(fromQuery(await queryWith(page, 'time=7')).experiment.model).toBe('ns-gan');
  await notice.getByRole('button', { name: 'Dismiss' }).click();
  expect(await notice.count()).toBe(0);
  expect(problems).toEqual([]);
  await close();
});

test('a link that mail and chat have changed opens as it was meant, and its address is mended', async () => {
  const { page, problems, close } = await openPage({
    path: '?utm_source=mail&model=wgan-gp&amp;lambda=0,37%26time=4&resolution=64&fbclid=x).',
    webgpu: false,
  });
  const query = await queryWith(page, 'lambda=0.37');
  expect(query).toBe('?model=wgan-gp&lambda=0.37&time=4&resolution=64');
  expect(await page.locator('.notice').count()).toBe(0);
  expect(problems).toEqual([]);
  await close();
});

test('mistakes in what is compared and in the page’s own keys are told', async () => {
  const other = encodeURIComponent('model=gan-qp&lambda=99');
  const { page, close } = await openPage({
    path: `?with=${other}&edits=c&${SMALL}&model=wgan`,
    webgpu: false,
  });
  const notice = page.locator('.notice');
  await notice.locator('summary').click();
  const text = await notice.innerText();
  expect(text).toContain('with: invalid lambda: 99, expected a number from 0.05 to 10');
  expect(text).toContain('invalid edits: c, expected one of a, b');
  await close();
});
