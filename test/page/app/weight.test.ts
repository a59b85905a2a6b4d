import { gzipSync } from 'node:zlib';
import type { Response } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from '../../support/browser.ts';
import { settled, SMALL } from '../helpers.ts';

/** The bar for the first load, fonts aside, in compressed bytes. */
const MOST = 320_000;

test('the first load is light, and asks nothing of another origin', async () => {
  const responses: Response[] = [];
  const { page, close } = await openPage({
    path: `?${SMALL}`,
    prepare: async (fresh) => {
      fresh.on('response', (response) => responses.push(response));
    },
  });
  await settled(page);
  await page.locator('.formula .katex').first().waitFor();
  const origin = new URL(page.url()).origin;
  const asked = responses.map((response) => response.url());
  const elsewhere = asked.filter((url) => !url.startsWith('data:') && !url.startsWith(origin));
  expect(elsewhere).toEqual([]);

  // What is imported was fetched before, and comes from the browser's cache then.
  const own = new Map(
    responses
      .filter((response) => response.request().resourceType() !== 'font')
      .filter((response) => response.url().startsWith(origin))
      .toReversed()
      .map((response) => [response.url(), response]),
  );
  const bodies = await Promise.all(Array.from(own.values(), (response) => response.body()));
  const bytes = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
  expect(bytes).toBeLessThan(MOST);
  expect(bytes, 'scripts and style sheets were seen').toBeGreaterThan(50_000);
  await close();
});
