import { expect, test } from 'vitest';
import { MODELS } from '../../../src/models/index.ts';
import { openPage } from '../../support/browser.ts';
import { frames, SMALL } from '../helpers.ts';
import { cutTexts } from './cut-texts.ts';
import { overlaps } from './overlaps.ts';

/** Of laptops, desks, phones upright and on their side, a strip, and a zoomed window. */
const SIZES = [
  [1280, 720],
  [1366, 768],
  [1440, 820],
  [1440, 900],
  [1680, 950],
  [1920, 970],
  [2560, 1300],
  [1920, 600],
  [720, 450],
  [360, 740],
  [390, 844],
  [740, 360],
  [844, 390],
  [1024, 768],
] as const;

/** The models with the longest sentences, and one with eigenvalues beside its formula. */
const LONG = ['ns-gan', 'wgan', 'gan-qp', 'wgan-gp&c=0'];

const CASES = [
  { lang: 'en', guide: '', games: [...MODELS.map(({ id }) => id), 'wgan-gp&c=0'] },
  { lang: 'en', guide: '&guide=3', games: LONG.slice(2) },
  { lang: 'zh', guide: '', games: LONG },
  { lang: 'zh', guide: '&guide=3', games: LONG.slice(2) },
];

test.for(CASES)('$games fit at every size, $lang $guide', async ({ lang, guide, games }) => {
  const { page, problems, close } = await openPage({ webgpu: false });
  const found: Record<string, string[]> = {};
  for (const game of games) {
    await page.goto(new URL(`?lang=${lang}${guide}&model=${game}&${SMALL}`, page.url()).href);
    await page.locator('.formula .katex').first().waitFor();
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      await page.evaluate(frames, 2);
      const wrong = [...(await page.evaluate(overlaps)), ...(await page.evaluate(cutTexts))];
      if (wrong.length > 0) found[`${game} ${width}x${height}`] = wrong;
    }
  }
  await close();
  expect(found).toEqual({});
  expect(problems).toEqual([]);
});
