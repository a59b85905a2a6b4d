import { expect, test } from 'vitest';
import { openPage } from '../../support/browser.ts';
import { settled, SMALL } from '../helpers.ts';

const GAME = {
  title: 'One-sided penalty',
  lossD: 'softplus(u) + lam*max(0, p-1)^2',
  lossG: 'softplus(-u)',
  parameters: { lam: { default: 0.5, min: 0, max: 2 } },
};

const linkTo = (game: unknown) =>
  `?game=${encodeURIComponent(JSON.stringify(game))}&model=custom&${SMALL}`;

test('a link with a game opens it: title, formula, slider and map', async () => {
  const { page, close } = await openPage({ path: linkTo(GAME) });
  await settled(page);
  await page.locator('.formula .katex').first().waitFor();
  expect(await page.locator('.info-bar h2').textContent()).toBe(GAME.title);
  expect(await page.locator('.formula').textContent()).toContain('max');
  expect(await page.locator('#panel').textContent()).toContain('lam');
  expect(page.url()).toContain('One-sided');
  await close();
});

test('a link with a game that is wrong says where, and opens the rest', async () => {
  const { page, close } = await openPage({ path: linkTo({ minMax: 'x*yy*sin(' }) });
  await settled(page);
  await expect
    .poll(() => page.locator('body').textContent())
    .toContain('invalid minMax: at 10: the end');
  await close();
});
