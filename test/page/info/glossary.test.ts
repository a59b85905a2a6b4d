import { expect, test } from 'vitest';
import { MEASURES } from '../../../src/measures/index.ts';
import { OUTCOMES } from '../../../src/measures/outcomes.ts';
import { openPage } from '../../support/browser.ts';
import { SMALL } from '../helpers.ts';

test('the glossary has every symbol, measure and label, and opens where a press asks', async () => {
  const { page, problems, close } = await openPage({
    path: `?lang=zh&model=gan-qp&${SMALL}`,
    webgpu: false,
  });
  await page.locator('#show-glossary').click();
  const glossary = page.locator('#glossary');
  await glossary.waitFor();
  const group = (name: string) => glossary.locator(`[data-group=${name}] dt`);
  expect(await group('measures').count()).toBe(MEASURES.length);
  expect(await group('labels').count()).toBe(OUTCOMES.length);
  for (const text of await glossary.locator('dd').allInnerTexts()) {
    expect(text).toMatch(/\p{Script=Han}/u);
  }
  await page.keyboard.press('Escape');
  expect(await glossary.isVisible()).toBe(false);
  await page.locator('#map .what').click();
  expect(await glossary.isVisible()).toBe(true);
  // At the word that was pressed: of the map its measure, of the formula a letter.
  const measure = page.locator('#map .what');
  const sought = glossary.locator('dt.sought');
  await sought.waitFor({ timeout: 5000 });
  expect((await measure.innerText()).startsWith(await sought.innerText())).toBe(true);
  await page.keyboard.press('Escape');
  const letter = page.locator('.info-bar .formula .mord', { hasText: /^λ$/ }).first();
  const { x, y, width, height } = (await letter.boundingBox())!;
  await page.mouse.click(x + width / 2, y + height / 2);
  await expect.poll(() => sought.innerText({ timeout: 5000 }), { timeout: 5000 }).toBe('λ');
  await close();
  expect(problems).toEqual([]);
});
