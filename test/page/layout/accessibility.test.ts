import { expect, test } from 'vitest';
import { openPage } from '../../support/browser.ts';
import { choose, settled, SMALL } from '../helpers.ts';
import { foundOn, SCREENS } from './axe.ts';

// `npm run test:thorough` looks at all parts on the other screen and in the other theme.
test('axe finds nothing, dark, 1440 x 900', async () => {
  const { found, problems } = await foundOn({ ...SCREENS[0]!, colorScheme: 'dark' });
  expect(found).toEqual([]);
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
