import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from '../../support/browser.ts';
import { frames, settled, SMALL } from '../helpers.ts';

const SCREENS = [
  { width: 360, height: 740, mobile: true },
  // A viewport of 1440 x 900 at 200%.
  { width: 720, height: 450, mobile: false },
  { width: 844, height: 390, mobile: true },
  { width: 1440, height: 900, mobile: false },
];

/** Side of the smallest target in CSS pixels: WCAG 2.2 AA, and what a finger hits. */
const SMALLEST = 24;

interface Places {
  /** Targets that are too small, or that something else lies over. */
  readonly targets: readonly string[];
  /** Texts that lie over each other, and what sticks out at the side. */
  readonly texts: readonly string[];
  readonly count: number;
}

/** Looks at everything that can be pressed and at every text, in the page. */
function placesIn(smallest: number): Places {
  const name = (node: Element) =>
    `${node.localName}#${node.id} ${(node.getAttribute('aria-label') ?? node.textContent).trim().slice(0, 24)}`;
  const visible = (node: Element) => {
    const { width, height } = node.getBoundingClientRect();
    return width > 1 && height > 1 && node.checkVisibility({ visibilityProperty: true });
  };
  /** The part of a box that no ancestor cuts off. */
  const boxOf = (node: Element) => {
    let { left, right, top, bottom } = node.getBoundingClientRect();
    let fixed = false;
    for (let at: Element | null = node; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      fixed ||= style.position === 'fixed';
      if (at === node || style.overflow === 'visible') continue;
      const cut = at.getBoundingClientRect();
      [left, right] = [Math.max(left, cut.left), Math.min(right, cut.right)];
      [top, bottom] = [Math.max(top, cut.top), Math.min(bottom, cut.bottom)];
    }
    return { node, left, right, top, bottom, fixed };
  };

  const texts: string[] = [];
  const leaves = [...document.querySelectorAll('body *:not(script, svg *, .katex *, option)')]
    .filter(visible)
    .filter((node) => node.closest('.unseen, dialog, .explanation') === null)
    .filter((node) =>
      [...node.childNodes].some(({ nodeType, nodeValue }) => nodeType === 3 && nodeValue!.trim()),
    )
    .map(boxOf);
  for (const [i, a] of leaves.entries()) {
    if (a.left < -0.5 || a.right > innerWidth + 0.5) texts.push(`${name(a.node)} sticks out`);
    for (const b of leaves.slice(i + 1)) {
      if (a.fixed !== b.fixed || a.node.contains(b.node)) continue;
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > 1 && down > 1) texts.push(`${name(a.node)} over ${name(b.node)}`);
    }
  }

  const targets: string[] = [];
  const pressable = [...document.querySelectorAll('button, a[href], input, select, summary')]
    .filter(visible)
    .filter((node) => node.closest('dialog, [popover]') === null);
  for (const node of pressable) {
    const target = node.closest('label') ?? node;
    target.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = target.getBoundingClientRect();
    if (Math.min(width, height) < smallest - 0.01) {
      targets.push(`${name(node)} has ${width.toFixed(1)} x ${height.toFixed(1)}`);
    }
    const there = document.elementFromPoint(x + width / 2, y + height / 2);
    if (!there || !(target.contains(there) || there.contains(target))) {
      targets.push(`${name(node)} lies under ${there ? name(there) : 'nothing'}`);
    }
  }
  for (const node of document.querySelectorAll('main, .lil-children, html')) node.scrollTop = 0;
  return { targets, texts, count: pressable.length + leaves.length };
}

async function expectOrder(page: Page, what: string, least: number): Promise<void> {
  const { targets, texts, count } = await page.evaluate(placesIn, SMALLEST);
  expect({ what, targets, texts }).toEqual({ what, targets: [], texts: [] });
  expect(count).toBeGreaterThan(least);
}

test.for(SCREENS)('nothing overlaps at $width x $height', async (screen) => {
  const { page, problems, close } = await openPage({
    ...screen,
    // Where all of the page is seen at once, with what only an adapter has.
    webgpu: !screen.mobile && screen.height > 500,
    path: `?model=wgan-gp&${SMALL}`,
  });
  await settled(page);
  await page.locator('.formula .katex').first().waitFor();
  await expectOrder(page, 'as it opens', 20);

  const handle = page.locator('#panel-handle');
  if (await handle.isVisible()) {
    const sheet = (await page.locator('#panel').boundingBox())!;
    expect(sheet.height / screen.height, 'the closed sheet is low').toBeLessThan(0.3);
    await handle.click();
    await page.evaluate(frames, 2);
    await expectOrder(page, 'sheet open', 40);
    const open = (await page.locator('#panel').boundingBox())!;
    const map = (await page.locator('#map .square').boundingBox())!;
    const seen = (Math.min(open.y, map.y + map.height) - map.y) / map.height;
    expect(seen, 'share of the map above the sheet').toBeGreaterThan(0.5);
  }
  expect(problems).toEqual([]);
  await close();
});
