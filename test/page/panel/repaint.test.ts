import { expect, test } from 'vitest';
import { openPage } from '../../support/browser.ts';
import { settled, SMALL } from '../helpers.ts';

test('under a dragged slider the page changes no other row of the panel', async () => {
  const { page, problems, close } = await openPage({
    path: `?model=wgan-gp&${SMALL}`,
    webgpu: false,
  });
  await settled(page);
  const changed = await page.evaluate(async () => {
    const rows: (string | null)[] = [];
    const observer = new MutationObserver((changes) => {
      for (const { target } of changes) {
        const node = target instanceof Element ? target : target.parentElement;
        const row = node?.closest<HTMLElement>('.lil-controller');
        // The buttons above the rows know of the first change.
        if (row) rows.push(row.dataset['name'] ?? row.textContent);
      }
    });
    observer.observe(document.querySelector('#panel')!, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    const slider = document.querySelector<HTMLInputElement>(
      '[data-name=lambda] input[type=range]',
    )!;
    for (const value of [300, 310, 320]) {
      slider.value = String(value);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    observer.disconnect();
    return [...new Set(rows)];
  });
  expect(changed).toEqual(['lambda']);
  await close();
  expect(problems).toEqual([]);
});
