import { expect, test } from 'vitest';
import { fromQuery } from '../../../src/experiment/format/url.ts';
import { compileGame } from '../../../src/game/compile-game.ts';
import { openPage } from '../../support/browser.ts';
import { queryWith, settled, SMALL } from '../helpers.ts';

test('presets have thumbnails and are found by their words; the first one found is opened', async () => {
  const { page, problems, close } = await openPage({ path: `?${SMALL}`, webgpu: false });
  await settled(page);
  const menu = page.locator('#presets');
  const shown = menu.locator('.preset:visible');
  await page.getByRole('button', { name: 'Presets' }).click();
  // Games are loaded with the first opening.
  await menu.getByRole('heading', { name: 'Games of papers' }).waitFor();
  const all = await shown.count();
  await menu.locator('.preset:nth-of-type(2) canvas[data-theme=light]').first().waitFor();
  const colours = await menu
    .locator('canvas')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => {
      const { width, height } = canvas;
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, width, height);
      return new Set(new Uint32Array(data.buffer)).size;
    });
  expect(colours, 'in its thumbnail').toBeGreaterThan(16);
  const search = menu.getByRole('searchbox', { name: 'Search presets' });
  await search.fill('ema QP');
  expect(await shown.locator('strong').allInnerTexts()).toEqual(['GAN-QP with EMA']);
  expect(await menu.locator('h2:visible').count()).toBe(1);
  await search.fill('nothing at all');
  expect(await shown.count()).toBe(0);
  expect(await menu.locator('[role=status]').innerText()).toBe('No preset has these words.');
  await search.fill('with ema');
  await search.press('Enter');
  expect(fromQuery(await queryWith(page, 'model=gan-qp')).experiment.model).toBe('gan-qp');
  expect(await menu.isVisible()).toBe(false);

  // The next time all are there again.
  await page.getByRole('button', { name: 'Presets' }).click();
  expect(await shown.count()).toBe(all);
  await search.fill('forsaken 2021');
  await search.press('Enter');
  const { game } = fromQuery(await queryWith(page, 'title'), compileGame).experiment;
  expect(game?.source.title).toBe('Forsaken');
  expect(await page.locator('.info-bar .source a').getAttribute('href')).toBe(
    'https://arxiv.org/abs/2006.09065',
  );
  expect(problems).toEqual([]);
  await close();
});

test('on paper is what is shown, without what only a hand can use', async () => {
  const { page, close } = await openPage({ path: `?${SMALL}`, webgpu: false });
  await settled(page);
  await page.emulateMedia({ media: 'print' });
  for (const kept of ['#map canvas', '#map .legend', '.formula', '#series-1 svg'])
    expect(await page.locator(kept).first().isVisible(), kept).toBe(true);
  for (const left of ['#panel', '#status', '.header nav', '#player'])
    expect(await page.locator(left).isVisible(), left).toBe(false);
  await close();
});
