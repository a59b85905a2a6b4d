import { decode } from 'fast-png';
import { ALL_FORMATS, BufferSource, Input } from 'mediabunny';
import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { withValues } from '../../../src/experiment/experiment.ts';
import { fromFile } from '../../../src/experiment/format/json.ts';
import { experimentFrom } from '../../../src/experiment/format/saved.ts';
import { fromQuery } from '../../../src/experiment/format/url.ts';
import { openPage } from '../../support/browser.ts';
import { downloaded, queryWith, resting, settled, SMALL } from '../helpers.ts';

/** Opens the dialog at one kind of thing to share. */
async function open(page: Page, kind: string): Promise<void> {
  await page.getByRole('button', { name: 'Share' }).first().click();
  await page.locator(`#save-dialog input[value=${kind}] + span`).click();
}

async function pick(page: Page, name: string, value: string): Promise<void> {
  await page.locator(`#save-dialog input[name="${name}"][value="${value}"] + span`).click();
}

const saved = (page: Page, button: string) =>
  downloaded(page, page.locator('#save-dialog').getByRole('button', { name: button }));

const message = (page: Page) => page.locator('#save-dialog .message');

async function setVideo(page: Page, choices: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(choices)) {
    await page.locator(`#save-dialog input[name="${name}"]`).fill(value);
  }
}

test('without a graphics card: copies, files, and a video of a sweep', async () => {
  const { page, context, problems, close } = await openPage({
    path: `?model=wgan-gp&measure=distance&lambda=0.4&starts=0.5,0.3,1,0.5&${SMALL}`,
    webgpu: false,
    // Small, so that the pictures of the screen are.
    width: 1024,
  });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await settled(page);
  const { experiment } = fromQuery(await queryWith(page, 'lambda=0.4'));

  await open(page, 'picture');
  await pick(page, 'content', 'map');
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await page.locator('.notice', { hasText: 'picture is copied' }).waitFor();
  const size = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const picture = await createImageBitmap(await item!.getType('image/png'));
    return [picture.width, picture.height];
  });
  const { width: side } = (await page.locator('#map .square').boundingBox())!;
  expect(size[0]).toBeGreaterThan(side);
  expect(size[1]).toBeGreaterThan(side);

  // A browser that refuses is quoted; the dialog stays for another try.
  await page.evaluate(() => {
    navigator.clipboard.write = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await open(page, 'picture');
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect.poll(() => message(page).innerText()).toContain('save it as a file instead');

  await page.locator('#save-dialog .checkbox input[name=transparent]').check();
  const { bytes: png } = await saved(page, 'Save PNG');
  const { channels, data, width } = decode(png);
  expect(channels).toBe(4);
  expect(data[3], 'nothing in the corner').toBe(0);
  const middle = 4 * (Math.floor(size[1]! / 2) * width + Math.floor(side / 2));
  expect(data[middle + 3], 'the map is not seen through').toBe(255);

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

  await open(page, 'link');
  const json = await saved(page, 'Save JSON');
  expect(json.name).toBe('ganfield-wgan-gp.json');
  expect(fromFile(JSON.parse(new TextDecoder().decode(json.bytes)))).toEqual(experiment);

  await open(page, 'video');
  await pick(page, 'videoContent', 'map');
  await pick(page, 'videoWidth', '640');
  await pick(page, 'file', 'webm');
  await page.locator('#save-dialog select[name=over]').selectOption({ label: 'λ' });
  await setVideo(page, { from: '0.1', to: '3', seconds: '0.5', rate: '10' });
  const video = await saved(page, 'Record');
  expect(video.name).toBe('ganfield-wgan-gp-lambda-map.webm');
  const track = await trackOf(video.bytes);
  expect(track).toMatchObject({ codec: 'vp9', packets: 5, width: 640 });
  expect(track.height % 2).toBe(0);
  expect(track.seconds).toBeCloseTo(0.5, 2);
  expect(fromFile(JSON.parse(track.comment!))).toEqual(experiment);
  expect(await difference(context, video.bytes), 'the map follows').toBeGreaterThan(0.1);

  await open(page, 'video');
  await pick(page, 'file', 'mp4');
  await setVideo(page, { seconds: '1', rate: '5' });
  const other = await saved(page, 'Record');
  // A browser that encodes none of what goes into an MP4 makes the other file.
  const isMp4 = other.name.endsWith('mp4');
  expect(other.name).toMatch(/^ganfield-wgan-gp-lambda-map\.(mp4|webm)$/);
  const otherTrack = await trackOf(other.bytes);
  expect(otherTrack).toMatchObject({ codec: isMp4 ? 'avc' : 'vp9', packets: 5, width: 640 });
  expect(otherTrack.seconds).toBeCloseTo(1, 2);
  expect(await page.evaluate(() => location.search), 'the page stays').toContain('lambda=0.4');

  await open(page, 'video');
  await setVideo(page, { from: '1,234', to: '3', seconds: '1', rate: '5' });
  await page.getByRole('button', { name: 'Record' }).click();
  await expect.poll(() => message(page).innerText()).toContain('invalid From: 1,234, expected');
  await setVideo(page, { from: '0.1', seconds: '50%' });
  await page.getByRole('button', { name: 'Record' }).click();
  await expect.poll(() => message(page).innerText()).toContain('invalid Seconds: 50%, expected');
  await page.keyboard.press('Escape');
  await page.locator('#save-dialog').waitFor({ state: 'hidden' });

  // Given up, it leaves nothing.
  let downloads = 0;
  page.on('download', () => (downloads += 1));
  await open(page, 'video');
  await setVideo(page, { seconds: '60', rate: '30' });
  await page.getByRole('button', { name: 'Record' }).click();
  await page.locator('#save-dialog progress').waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.locator('#save-dialog').waitFor({ state: 'hidden' });
  await open(page, 'video');
  expect(await page.locator('#save-dialog progress').isVisible()).toBe(false);
  expect(await page.getByRole('button', { name: 'Record' }).isEnabled()).toBe(true);

  await page.evaluate(() => Reflect.deleteProperty(globalThis, 'VideoEncoder'));
  await page.getByRole('button', { name: 'Record' }).click();
  await expect.poll(() => message(page).innerText()).toContain('no WebCodecs');
  expect(downloads).toBe(0);
  expect(problems).toEqual([]);
  await close();
});

test('the flow as a video, and the page’s own flow goes on where it was', async () => {
  const { page, context, problems, close } = await openPage({
    path: `?model=wgan-gp&measure=distance&lambda=0.4&${SMALL}&time=20`,
    reducedMotion: 'no-preference',
  });
  await settled(page);
  await page.keyboard.press(' ');
  const time = () => page.locator('#player .time').getAttribute('aria-valuetext');
  await resting(page);
  const before = await time();
  await open(page, 'video');
  await pick(page, 'videoWidth', '640');
  await pick(page, 'file', 'webm');
  await setVideo(page, { seconds: '0.6', rate: '10' });
  const { name, bytes } = await saved(page, 'Record');
  expect(name).toBe('ganfield-wgan-gp-both.webm');
  const track = await trackOf(bytes);
  expect(track).toMatchObject({ packets: 6, width: 640 });
  expect(track.seconds).toBeCloseTo(0.6, 2);
  expect(await difference(context, bytes), 'particles move').toBeGreaterThan(0.03);
  expect(await time()).toBe(before);
  expect(problems).toEqual([]);
  await close();
});

/** What is in a video file. */
async function trackOf(bytes: Uint8Array) {
  const input = new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS });
  const track = (await input.getPrimaryVideoTrack())!;
  const { packetCount } = await track.computePacketStats();
  return {
    codec: track.codec,
    packets: packetCount,
    width: track.displayWidth,
    height: track.displayHeight,
    seconds: await track.computeDuration(),
    comment: (await input.getMetadataTags()).comment,
  };
}

/** The share of pixels that differ between a video's first and last frame, as a browser plays it. */
async function difference(context: BrowserContext, bytes: Uint8Array): Promise<number> {
  // A page of its own: Ganfield's policy lets it play nothing.
  const viewer = await context.newPage();
  await viewer.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  await viewer.goto('http://viewer.test/');
  const share = await viewer.evaluate(
    async (content) => {
      const video = document.createElement('video');
      video.muted = true;
      video.src = URL.createObjectURL(new Blob([Uint8Array.from(content)]));
      await new Promise((resolve, reject) => {
        video.addEventListener('loadeddata', resolve, { once: true });
        video.addEventListener('error', () => reject(new Error(video.error?.message)));
      });
      const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
      const brush = canvas.getContext('2d', { willReadFrequently: true })!;
      const seen = () => {
        brush.drawImage(video, 0, 0);
        return brush.getImageData(0, 0, canvas.width, canvas.height).data;
      };
      const seek = async (time: number) => {
        const sought = new Promise((resolve) =>
          video.addEventListener('seeked', resolve, { once: true }),
        );
        video.currentTime = time;
        await sought;
      };
      await seek(0.01);
      const first = seen();
      await seek(video.duration - 0.01);
      let different = 0;
      // The element may say that it is there before it shows it.
      for (let time = 0; time < 50 && different === 0; time++) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        const last = seen();
        for (let i = 0; i < first.length; i += 4) {
          if (Math.abs(first[i]! - last[i]!) + Math.abs(first[i + 2]! - last[i + 2]!) > 24)
            different += 1;
        }
      }
      return different / (first.length / 4);
    },
    [...bytes],
  );
  await viewer.close();
  return share;
}
