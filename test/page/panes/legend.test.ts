import { expect, test } from 'vitest';
import { openPage } from '../../support/browser.ts';
import { setNumber, settled } from '../helpers.ts';

test('while a map computes its legend names nothing that is not there', async () => {
  const { page, problems, close } = await openPage({
    path: '?model=ns-gan&measure=distance&resolution=128&time=4',
    webgpu: false,
    prepare: async (fresh) => {
      await fresh.addInitScript(() => {
        const seen = new Set<string>();
        Object.assign(globalThis, { seen });
        new MutationObserver(() => {
          for (const text of document.querySelectorAll('#map .legend text'))
            seen.add(text.textContent);
        }).observe(document, { childList: true, subtree: true });
      });
    },
  });
  await settled(page);
  await setNumber(page, 'horizon T', 6);
  await settled(page);
  const texts = await page.evaluate(() => [
    ...(globalThis as unknown as { seen: Set<string> }).seen,
  ]);
  expect(texts.length).toBeGreaterThan(3);
  expect(texts.filter((text) => /diverged|no value/.test(text))).toEqual([]);
  expect(problems).toEqual([]);
  await close();
});
