import { expect, test } from 'vitest';
import { openPage } from '../../support/browser.ts';
import { settled, SMALL } from '../helpers.ts';
import { checkChoices, foundOn, SCREENS, violations } from './axe.ts';

test.for(['both', 'map', 'flow'])('axe finds nothing in a frame with %s', async (embed) => {
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
  'axe finds nothing with $part, $width x $height',
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

test('axe finds nothing, light, 390 x 844', async () => {
  const { found, problems } = await foundOn({ ...SCREENS[1]!, colorScheme: 'light' });
  expect(found).toEqual([]);
  expect(problems).toEqual([]);
});

test.for(SCREENS)('axe finds nothing in the other theme, $width x $height', async (screen) => {
  const { page, problems, close } = await openPage({
    ...screen,
    colorScheme: screen.mobile ? 'dark' : 'light',
    path: `?model=wgan-gp&${SMALL}`,
    webgpu: false,
  });
  const found: Record<string, string[]> = {};
  await checkChoices(page, screen.mobile, async (what) => {
    found[what] = await violations(page);
  });
  await close();
  expect(Object.keys(found)).toHaveLength(2);
  expect(Object.entries(found).filter(([, lines]) => lines.length > 0)).toEqual([]);
  expect(problems).toEqual([]);
});
