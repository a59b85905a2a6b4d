import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from '../../support/browser.ts';
import { choose, settled, SMALL } from '../helpers.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** All rules, best practices too. */
const OPTIONS: RunOptions = { resultTypes: ['violations'] };

/** What axe finds wrong with the page, or with a part of it, as it is now, each in a line. */
async function violations(page: Page, part = 'html'): Promise<string[]> {
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

const SCREENS = [
  { width: 1440, height: 900, mobile: false },
  { width: 390, height: 844, mobile: true },
];
// Each screen and each theme has all its parts looked at once.
const CASES = SCREENS.flatMap((screen) =>
  (['dark', 'light'] as const).map((colorScheme) => ({
    ...screen,
    colorScheme,
    parts: screen.mobile === (colorScheme === 'light'),
  })),
);

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

test.for(CASES)(
  'axe finds nothing, $colorScheme, $width x $height',
  async ({ parts, ...screen }) => {
    const { page, problems, close } = await openPage({
      ...screen,
      webgpu: parts,
      path: `?model=wgan-gp&${SMALL}`,
    });
    await settled(page);
    await page.locator('.formula .katex').first().waitFor();
    const found: Record<string, string[]> = {};
    /** The page around an open part is checked once. */
    const check = async (what: string, part?: string) => {
      found[what] = await violations(page, part);
    };
    await check('as it opens');

    if (screen.mobile) await page.locator('#panel-handle').click();
    await choose(page, 'measure', 'time to stay within ε');
    await page.getByRole('button', { name: 'Copy' }).first().click();
    await page.locator('.notice').first().waitFor();
    await check('all choices, a bar of colours, a notice');

    if (parts) await checkParts(page, screen.mobile, check);
    await close();
    expect(Object.keys(found)).toHaveLength(parts ? 7 : 2);
    expect(Object.entries(found).filter(([, lines]) => lines.length > 0)).toEqual([]);
    expect(problems).toEqual([]);
  },
);

test.for(['dark', 'light'] as const)('texts in drawings have contrast, %s', async (scheme) => {
  const { page, close } = await openPage({
    path: `?model=wgan-gp&measure=ema&starts=0.5,0.3,1.2,-0.4;0.1,0.2,0.2,0.1&${SMALL}`,
    colorScheme: scheme,
    webgpu: false,
  });
  await settled(page);
  const ratios = await page.evaluate(() => {
    const channels = (colour: string) => colour.match(/[\d.]+/g)!.map(Number);
    const luminance = (colour: number[]) => {
      const linear = colour.slice(0, 3).map((byte) => {
        const share = byte / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * linear[0]! + 0.7152 * linear[1]! + 0.0722 * linear[2]!;
    };
    const ground = luminance(channels(getComputedStyle(document.body).backgroundColor));
    return [...document.querySelectorAll(':is(.axes, .legend, .series) svg text')].map((text) => {
      const ink = luminance(channels(getComputedStyle(text).fill));
      const [light, dark] = ink > ground ? [ink, ground] : [ground, ink];
      return { text: text.textContent, ratio: (light + 0.05) / (dark + 0.05) };
    });
  });
  await close();
  expect(ratios.length).toBeGreaterThan(20);
  expect(ratios.filter(({ ratio }) => ratio < 4.5)).toEqual([]);
});

test('the map is told in words', async () => {
  const { page, close } = await openPage({
    path: `?model=wgan-gp&time=40&resolution=64`,
    webgpu: false,
  });
  await settled(page);
  const words = await page.locator('#map .words').textContent();
  expect(words).toMatch(
    /^θ₁\(0\) from −2 to 2 across, θ₂\(0\) from −2 to 2 up\. Of 4096 initial conditions: .*orbiting >?\d\d%/,
  );
  await choose(page, 'measure', 'final distance');
  await settled(page);
  expect(await page.locator('#map .words').textContent()).toMatch(/final distance from \d/);
  await close();
});

test.for(['both', 'map', 'flow'])('nor in a frame with %s', async (embed) => {
  const { page, close } = await openPage({
    path: `?embed=${embed}&model=wgan-gp&${SMALL}`,
    width: 720,
    height: 400,
    webgpu: embed === 'both',
  });
  await settled(page);
  const found = await violations(page);
  await close();
  expect(found).toEqual([]);
});

const PARTS = [
  { part: 'zoo=models', there: '.gallery .progress.done' },
  { part: 'with=model%3Dgan-qp&measure=distance', there: '#compare-key table' },
  { part: 'with=model%3Dgan-qp', there: '#compare-key table' },
];

test.for(PARTS.map((part, i) => ({ ...part, ...SCREENS[i % SCREENS.length]!, dark: i % 2 === 0 })))(
  'nor with $part, $width x $height',
  async ({ part, there, dark, ...screen }) => {
    const { page, problems, close } = await openPage({
      ...screen,
      colorScheme: dark ? 'dark' : 'light',
      path: `?${part}&model=wgan-gp&${SMALL}`,
      webgpu: false,
    });
    await page.locator(there).waitFor({ state: 'attached' });
    await settled(page);
    const found = await violations(page);
    await close();
    expect(found).toEqual([]);
    expect(problems).toEqual([]);
  },
);
