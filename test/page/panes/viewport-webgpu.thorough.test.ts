import { expect, test } from 'vitest';
import { openPage } from '../../support/browser.ts';
import { settled } from '../helpers.ts';
import { QUERY } from './gestures.ts';

test('where float32 ends the page says so, and takes it back', async () => {
  const { page, problems, close } = await openPage({
    path: `${QUERY}&x=theta1:1.5:1.50002&y=theta2:0.5:0.50002`,
  });
  await settled(page);
  const notice = page.locator('.notice', { hasText: 'float32' });
  // 2e-5 / 64 pixels is 2.6 steps of 2^-23.
  await expect.poll(() => notice.innerText()).toContain('2.6 of its steps apart');
  expect(await page.locator('#map .axes').innerText()).toContain('10');
  await page.locator('#map .square').focus();
  await page.keyboard.press('-');
  await page.keyboard.press('-');
  await expect.poll(() => notice.count()).toBe(0);
  expect(problems).toEqual([]);
  await close();
});
