import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { openPage } from '../../support/browser.ts';
import { choose, settled, SMALL } from '../helpers.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** All rules, best practices too. */
const OPTIONS: RunOptions = { resultTypes: ['violations'] };

/** What axe finds wrong with the page, or with a part of it, as it is now, each in a line. */
export async function violations(page: Page, part = 'html'): Promise<string[]> {
  // As a program of the browser's own: the page's policy lets no inline script in.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const results = await page.evaluate(
    ([within, options]) =>
      (
        globalThis as unknown as { axe: { run(part: string, o: RunOptions): Promise<AxeResults> } }
      ).axe.run(within, options),
    [part, OPTIONS] as const,
  );
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any }) => `${id} (${help}): ${target.join(' ')} ${any[0]?.message ?? ''}`),
  );
}

export const SCREENS = [
  { width: 1440, height: 900, mobile: false },
  { width: 390, height: 844, mobile: true },
];

/** Checks the page as it opens, then with all choices, a bar of colours and a notice. */
export async function checkChoices(
  page: Page,
  mobile: boolean,
  check: (what: string) => Promise<void>,
): Promise<void> {
  await settled(page);
  await page.locator('.formula .katex').first().waitFor();
  await check('as it opens');
  if (mobile) await page.locator('#panel-handle').click();
  await choose(page, 'measure', 'time to stay within ε');
  await page.getByRole('button', { name: 'Copy' }).first().click();
  await page.locator('.notice').first().waitFor();
  await check('all choices, a bar of colours, a notice');
}

/** Opens the guide, the presets and every dialog, one after the other. */
async function checkParts(
  page: Page,
  mobile: boolean,
  check: (what: string, part?: string) => Promise<void>,
): Promise<void> {
  if (mobile) {
    await page.locator('#open-more').click();
    await page.locator('#more').getByRole('button', { name: 'Guide' }).click();
  } else await page.locator('#open-guide').click();
  await page.locator('#guide .katex').first().waitFor();
  await check('guide', '#guide');
  await page.locator('#guide-close').click();

  for (const [name, dialog] of [
    ['Glossary', '#glossary'],
    ['Introduction', '.intro'],
  ] as const) {
    if (mobile) await page.locator('#open-more').click();
    const around = page.locator(mobile ? '#more' : '#status');
    await around.getByRole('button', { name }).filter({ visible: true }).click();
    await page.locator(dialog).waitFor();
    await check(name, dialog);
    await page.keyboard.press('Escape');
    await page.locator(dialog).waitFor({ state: 'hidden' });
  }

  await page.getByRole('button', { name: 'Presets' }).click();
  await check('presets', '#presets');
  await page.keyboard.press('Escape');

  for (const [key, dialog] of [
    ['s', '#save-dialog'],
    ['?', '#keys-dialog'],
  ] as const) {
    await page.locator('h1').click();
    await page.keyboard.press(key);
    await page.locator(dialog).waitFor();
    await check(dialog, dialog);
    if (key === 's') {
      await page.locator(`${dialog} input[value=video] + span`).click();
      await check('a video', dialog);
    }
    await page.keyboard.press('Escape');
    await page.locator(dialog).waitFor({ state: 'hidden' });
  }
}

/** What axe finds on a screen in one theme: page, guide, presets and dialogs. */
export async function foundOn(
  screen: (typeof SCREENS)[number] & { readonly colorScheme: 'light' | 'dark' },
): Promise<{ found: readonly string[]; problems: readonly string[] }> {
  const { page, problems, close } = await openPage({ ...screen, path: `?model=wgan-gp&${SMALL}` });
  const found: string[] = [];
  let looks = 0;
  /** The page around an open part is checked once. */
  const check = async (what: string, part?: string) => {
    looks += 1;
    for (const line of await violations(page, part)) found.push(`${what}: ${line}`);
  };
  await checkChoices(page, screen.mobile, check);
  await checkParts(page, screen.mobile, check);
  await close();
  if (looks !== 9) found.push(`${looks} looks, expected 9`);
  return { found, problems };
}
