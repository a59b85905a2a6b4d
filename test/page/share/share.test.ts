import { decode } from 'fast-png';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withValues, type Experiment } from '../../../src/experiment/experiment.ts';
import { fromFile } from '../../../src/experiment/format/json.ts';
import { experimentFrom } from '../../../src/experiment/format/saved.ts';
import { fromQuery } from '../../../src/experiment/format/url.ts';
import { openPage, type OpenPage } from '../../support/browser.ts';
import { queryWith, settled, SMALL } from '../helpers.ts';
import { message, open, pick, saved, setVideo } from './dialog.ts';

let opened: OpenPage;
let experiment: Experiment;

// Without a graphics card, one page after another kind of thing.
beforeAll(async () => {
  opened = await openPage({
    path: `?model=wgan-gp&measure=distance&lambda=0.4&starts=0.5,0.3,1,0.5&${SMALL}`,
    webgpu: false,
    // Small, so that the pictures of the screen are.
    width: 1024,
  });
  const { page, context } = opened;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await settled(page);
  ({ experiment } = fromQuery(await queryWith(page, 'lambda=0.4')));
});
afterAll(() => opened.close());

test('a picture is copied', async () => {
  const { page } = opened;
  await open(page, 'picture');
  await pick(page, 'content', 'map');
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await message(page).filter({ hasText: 'picture is copied' }).waitFor();
  const size = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const picture = await createImageBitmap(await item!.getType('image/png'));
    return [picture.width, picture.height];
  });
  const { width: side } = (await page.locator('#map .square').boundingBox())!;
  expect(size[0]).toBeGreaterThan(side);
  expect(size[1]).toBeGreaterThan(side);
});

test('a figure for a paper is a PDF of one column, and its caption is there before it', async () => {
  const { page } = opened;
  await open(page, 'figure');
  const dialog = page.locator('#save-dialog');
  const caption = dialog.locator('textarea');
  expect(await caption.inputValue()).toMatch(
    /^Map: final distance, θ₁\(0\) from −2 to 2 across, .*\. WGAN-GP, λ = 0.4, .* · L = φ₁θ₂ − φ₂θ₁ · line: training from φ\(0\) = \(0.5, 0.3\), θ\(0\) = \(1, 0.5\)\.$/,
  );
  await dialog.getByRole('button', { name: 'Copy caption' }).click();
  await message(page).filter({ hasText: 'caption is copied' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    await caption.inputValue(),
  );
  await dialog.locator('input[name=engine]').check();
  expect(await caption.inputValue()).toMatch(/ · float64\.$/);
  await dialog.locator('input[name=engine]').uncheck();
  await dialog.locator('input[name=traces]').uncheck();
  expect(await caption.inputValue()).not.toContain('training from');
  await dialog.locator('input[name=traces]').check();
  await dialog.locator('input[name=title]').uncheck();
  const { name, bytes } = await saved(page, 'Save figure');
  expect(name).toBe('ganfield-wgan-gp-distance-map-85mm.pdf');
  await message(page)
    .filter({ hasText: `Saved: ${name}` })
    .waitFor();
  const text = new TextDecoder('latin1').decode(bytes);
  expect(text).toMatch(/^%PDF-/);
  expect(new Set(text.match(/Inter-\w+|KaTeX_Math-Italic/g))).toEqual(
    new Set(['Inter-Regular', 'Inter-SemiBold', 'KaTeX_Math-Italic']),
  );
  expect(experimentFrom(name, bytes)).toEqual(withValues(experiment, { theme: 'light' }));

  await open(page, 'figure');
  await pick(page, 'figureFile', 'svg');
  const { bytes: svg } = await saved(page, 'Save figure');
  const markup = new TextDecoder().decode(svg);
  expect(markup).toMatch(/^<svg [^>]*width="240.94pt".*<image .*<text /s);
  // The caption inside is the one to copy, broken into lines, which end without a dot, and typeset.
  const words = (line: string) => line.normalize('NFKC').replaceAll(' ·', '');
  const texts = await page.evaluate((figure) => {
    const plain = figure.replace(/<style>.*?<\/style>/s, '');
    const { documentElement } = new DOMParser().parseFromString(plain, 'image/svg+xml');
    return [...documentElement.querySelectorAll('text')].map((node) => node.textContent);
  }, markup);
  expect(words(texts.join(' '))).toContain(words(await caption.inputValue()));
});

test('a browser that refuses to copy is quoted, and the picture is saved instead', async () => {
  const { page } = opened;
  await page.evaluate(() => {
    navigator.clipboard.write = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await open(page, 'picture');
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect.poll(() => message(page).innerText()).toContain('save it as a file instead');

  await page.locator('#save-dialog .checkbox input[name=transparent]').check();
  const { bytes: png } = await saved(page, 'Save PNG');
  const { channels, data, width, height } = decode(png);
  expect(channels).toBe(4);
  expect(data[3], 'nothing in the corner').toBe(0);
  const { width: side } = (await page.locator('#map .square').boundingBox())!;
  const middle = 4 * (Math.floor(height / 2) * width + Math.floor(side / 2));
  expect(data[middle + 3], 'the map is not seen through').toBe(255);
});

test('traces are saved as a vector figure', async () => {
  const { page } = opened;
  await open(page, 'traces');
  await pick(page, 'trajectoryBackground', 'light');
  const svg = await saved(page, 'Save SVG');
  expect(svg.name).toBe('ganfield-wgan-gp-traces.svg');
  const text = new TextDecoder().decode(svg.bytes);
  expect(experimentFrom(svg.name, svg.bytes)).toEqual(withValues(experiment, { theme: 'light' }));
  const drawn = await page.evaluate(async (markup) => {
    // The page's policy refuses the style in a document of its own.
    const plain = markup.replace(/<style>.*?<\/style>/s, '');
    const figure = new DOMParser().parseFromString(plain, 'image/svg+xml');
    const picture = new Image();
    picture.src = URL.createObjectURL(new Blob([markup], { type: 'image/svg+xml' }));
    await picture.decode();
    return {
      errors: figure.querySelectorAll('parsererror').length,
      words: [...figure.querySelectorAll('text')].map((node) => node.textContent),
      // Curves: paths of many corners.
      curves: [...figure.querySelectorAll('path')].filter(
        (node) => node.getAttribute('d')!.split('L').length > 50,
      ).length,
      width: picture.width,
    };
  }, text);
  expect(drawn.errors).toBe(0);
  // In the plane a line and its rim, in the plots |θ| and both components of θ.
  expect(drawn.curves).toBe(5);
  expect(drawn.width).toBeGreaterThan(900);
  for (const word of ['WGAN-GP', 'θ1', 't', 'distance of θ over time'])
    expect(drawn.words).toContain(word);
  expect(drawn.words.join(' ')).toMatch(/λ = 0\.4, c = 1/);
});

test('an experiment is saved as JSON', async () => {
  const { page } = opened;
  await open(page, 'link');
  const json = await saved(page, 'Save JSON');
  expect(json.name).toBe('ganfield-wgan-gp.json');
  expect(fromFile(JSON.parse(new TextDecoder().decode(json.bytes)))).toEqual(experiment);
});

test('what is no number is refused in words', async () => {
  const { page } = opened;
  await open(page, 'video');
  await setVideo(page, { from: '1,234', to: '3', seconds: '1', rate: '5' });
  await page.getByRole('button', { name: 'Record' }).click();
  await expect.poll(() => message(page).innerText()).toContain('invalid From: 1,234, expected');
  await setVideo(page, { from: '0.1', seconds: '50%' });
  await page.getByRole('button', { name: 'Record' }).click();
  await expect.poll(() => message(page).innerText()).toContain('invalid Seconds: 50%, expected');
  await page.keyboard.press('Escape');
  await page.locator('#save-dialog').waitFor({ state: 'hidden' });
});

test('a video that is given up leaves nothing', async () => {
  const { page, problems } = opened;
  let downloads = 0;
  page.on('download', () => (downloads += 1));
  await open(page, 'video');
  await setVideo(page, { seconds: '60', rate: '30' });
  await page.getByRole('button', { name: 'Record' }).click();
  await page.locator('#save-dialog .making', { hasText: /Recording the video: \d+%/ }).waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await message(page).filter({ hasText: 'Cancelled' }).waitFor();
  expect(await page.locator('#save-dialog progress').isVisible()).toBe(false);
  expect(await page.getByRole('button', { name: 'Record' }).isEnabled()).toBe(true);

  await page.evaluate(() => Reflect.deleteProperty(globalThis, 'VideoEncoder'));
  await page.getByRole('button', { name: 'Record' }).click();
  await expect.poll(() => message(page).innerText()).toContain('no WebCodecs');
  expect(downloads).toBe(0);
  expect(problems).toEqual([]);
});
