import { expect, test } from 'vitest';
import { openPage } from '../../support/browser.ts';
import { settled, SMALL } from '../helpers.ts';
import { SCREENS, violations } from './axe.ts';

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
