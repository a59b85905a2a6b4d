import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from '../../support/browser.ts';
import { choose, settled, SMALL } from '../helpers.ts';
import { checkChoices, SCREENS, violations } from './axe.ts';

// All parts are looked at once on each screen and in each theme; `npm run test:thorough` does the rest.
const CASES = SCREENS.map((screen) => ({
  ...screen,
  colorScheme: screen.mobile ? ('light' as const) : ('dark' as const),
}));

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

test.for(CASES)('axe finds nothing, $colorScheme, $width x $height', async (screen) => {
  const { page, problems, close } = await openPage({
    ...screen,
    path: `?model=wgan-gp&${SMALL}`,
  });
  const found: Record<string, string[]> = {};
  /** The page around an open part is checked once. */
  const check = async (what: string, part?: string) => {
    found[what] = await violations(page, part);
  };
  await checkChoices(page, screen.mobile, check);
  await checkParts(page, screen.mobile, check);
  await close();
  expect(Object.keys(found)).toHaveLength(9);
  expect(Object.entries(found).filter(([, lines]) => lines.length > 0)).toEqual([]);
  expect(problems).toEqual([]);
});

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
    /^θ₁\(0\) from −2 to 2 across, θ₂\(0\) from −2 to 2 up\. Of 4096 initial conditions: .*orbiting >?\d+%/,
  );
  await choose(page, 'measure', 'final distance');
  await settled(page);
  expect(await page.locator('#map .words').textContent()).toMatch(/final distance from \d/);
  await close();
});
