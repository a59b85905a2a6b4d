import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { choose, settled } from '../helpers.ts';

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
