import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from '../../support/browser.ts';
import { addressed, queryWith, settled, SMALL } from '../helpers.ts';

const GAME = {
  title: 'One-sided penalty',
  lossD: 'softplus(u) + lam*max(0, p-1)^2',
  lossG: 'softplus(-u)',
  parameters: { lam: { default: 0.5, min: 0, max: 2 } },
};

const linkTo = (game: unknown) =>
  `?game=${encodeURIComponent(JSON.stringify(game))}&model=custom&${SMALL}`;

test('a link with a game opens it, and its editor runs what is typed', async () => {
  const { page, problems, close } = await openPage({ path: linkTo(GAME) });
  await settled(page);
  await page.locator('.formula .katex').first().waitFor();
  expect(await page.locator('.info-bar h2').textContent()).toBe(GAME.title);
  expect(await page.locator('.formula').textContent()).toContain('max');
  expect(await page.locator('#panel').textContent()).toContain('lam');
  expect(page.url()).toContain('One-sided');

  await page.getByRole('button', { name: 'Edit the game' }).click();
  const lossD = page.locator('#game-lossD');
  const said = page.locator('.game-editor .witness');
  const agreed = page.locator('.witness[data-kind=good]');
  await agreed.waitFor();
  expect(await said.textContent()).toContain('agree with numeric derivatives at 32 states');

  // A wrong name is marked and another one offered; the last good game runs on.
  await lossD.fill('softplus(u) + lam*q + k*sigmod(p)');
  const fault = page.locator('#game-lossD-fault');
  expect(await fault.textContent()).toContain('at 25: "sigmod", expected a function');
  expect(await page.locator('.game-editor mark').textContent()).toBe('sigmod');
  expect(await said.textContent()).toBe('The last game without a mistake is running.');
  expect(page.url()).not.toContain('sigmod');
  await fault.getByRole('button', { name: 'Use sigmoid' }).click();
  await agreed.waitFor();
  const corrected = 'softplus(u) + lam*q + k*sigmoid(p)';
  expect(await lossD.inputValue()).toBe(corrected);
  expect(await page.locator('.game-editor .preview').first().textContent()).toContain('σ');

  // The new name has a slider, whose range can be edited.
  await page.getByLabel('k from').fill('-3');
  await page.getByLabel('k to').fill('0.5');
  await page.getByLabel('k to').press('Enter');
  await agreed.waitFor();
  await expect.poll(() => numberOf(page, 'k').inputValue()).toBe('0.5');
  await addressed(page);
  const game = JSON.parse(new URL(page.url()).searchParams.get('game')!);
  expect(game.lossD).toBe(corrected);
  expect(game.parameters).toEqual({ ...GAME.parameters, k: { default: 0.5, min: -3, max: 0.5 } });

  // In another form it is the same game, and undo brings the losses back.
  const form = page.locator('#game-form');
  await form.selectOption('field');
  await said.filter({ hasText: 'The Jacobian agrees' }).waitFor();
  expect(await page.locator('[data-place="field.theta1"]').inputValue()).toContain('sigmoid(-u)');
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await form.inputValue()).toBe('losses');
  expect(await lossD.inputValue()).toBe(corrected);

  // A built-in model opens as a game of the same losses at the same values.
  const model = page.locator('[data-section=model] select').first();
  await model.selectOption({ label: 'WGAN-GP' });
  await numberOf(page, 'lambda').fill('0.25');
  await numberOf(page, 'lambda').press('Enter');
  await model.selectOption({ label: 'Your game …' });
  await lossD.waitFor();
  expect(await lossD.inputValue()).toBe('u + lambda*(p - c)^2');
  expect(await numberOf(page, 'lambda').inputValue()).toBe('0.25');

  // The equilibria of a game are listed; a press makes one the target.
  await page.getByLabel('start from').selectOption({ label: 'Cubic game' });
  const centres = page.locator('.equilibrium', { hasText: 'centre' });
  await centres.nth(1).waitFor();
  expect(await centres.allInnerTexts()).toEqual([
    expect.stringMatching(/^1 \(−1, 0\)/),
    expect.stringMatching(/^2 \(0, 0\)/),
  ]);
  expect(await centres.last().getAttribute('aria-pressed')).toBe('true');
  await centres.first().click();
  await page.locator('.equilibrium:first-of-type[aria-pressed=true]').waitFor();
  const cubic = JSON.parse((await urlWith(page, 'target')).searchParams.get('game')!);
  expect(cubic).toMatchObject({ title: 'Cubic game', target: [0, 0, -1, 0] });
  // So does a press on its mark, which sets no probe.
  const marks = page.locator('#map .equilibrium-buttons button');
  const probes = page.locator('#map .probe:not([hidden])');
  const before = await probes.count();
  await marks.click();
  await page.locator('.equilibrium:last-of-type[aria-pressed=true]').waitFor();
  expect(await probes.count()).toBe(before);
  await settled(page);
  expect(problems).toEqual([]);
  await close();
});

async function urlWith(page: Page, part: string): Promise<URL> {
  return new URL(await queryWith(page, part), page.url());
}

/** The field of a parameter in the panel. */
function numberOf(page: Page, name: string): Locator {
  return page.locator(`.lil-controller[data-name=${name}] input[type=text]`);
}

test('a link with a game that is wrong says where, and opens the rest', async () => {
  const { page, close } = await openPage({
    path: linkTo({ minMax: 'x*yy*sin(' }),
    webgpu: false,
  });
  await settled(page);
  await expect
    .poll(() => page.locator('body').textContent())
    .toContain('invalid minMax: at 10: the end');
  await close();
});
