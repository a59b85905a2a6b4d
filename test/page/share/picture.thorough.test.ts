import { expect, test } from 'vitest';
import { openPage } from '../../support/browser.ts';
import { message } from './dialog.ts';

test('a picture can be given up', async () => {
  const { page, problems, close } = await openPage({
    path: '?model=ns-gan&time=40',
    webgpu: false,
  });
  await page.locator('.legend svg').waitFor();
  await page.keyboard.press('s');
  await page.getByRole('button', { name: 'Save PNG' }).click();
  await page.locator('#save-dialog progress').waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await message(page).filter({ hasText: 'Cancelled' }).waitFor();
  expect(problems).toEqual([]);
  await close();
});
