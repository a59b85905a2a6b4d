/** What the tests do with the dialog that shares, and what they read in its files. */
import { ALL_FORMATS, BufferSource, Input } from 'mediabunny';
import type { BrowserContext, Page } from 'playwright-core';
import { downloaded, type Downloaded } from '../helpers.ts';

/** Opens the dialog, where it is not open still, at one kind of thing to share. */
export async function open(page: Page, kind: string): Promise<void> {
  if (!(await page.locator('#save-dialog').isVisible())) {
    await page.getByRole('button', { name: 'Save and share' }).first().click();
  }
  await page.locator(`#save-dialog input[value=${kind}] + span`).click();
}

export async function pick(page: Page, name: string, value: string): Promise<void> {
  await page.locator(`#save-dialog input[name="${name}"][value="${value}"] + span`).click();
}

/** Presses a button of the dialog that makes a file; what the dialog tells of a failure then is thrown. */
export async function saved(page: Page, button: string): Promise<Downloaded> {
  const before = await message(page).textContent();
  const failed = message(page)
    .filter({ hasText: 'failed', hasNotText: before || /^$/ })
    .textContent()
    .then((text) => Promise.reject(new Error(text!)));
  const file = downloaded(page, page.locator('#save-dialog').getByRole('button', { name: button }));
  // Whichever comes first; the page may be closed before the other has been waited for.
  for (const one of [failed, file]) one.catch(() => {});
  return Promise.race([failed, file]);
}

export const message = (page: Page) => page.locator('#save-dialog .message');

export async function setVideo(
  page: Page,
  choices: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [name, value] of Object.entries(choices)) {
    await page.locator(`#save-dialog input[name="${name}"]`).fill(value);
  }
}

/** What is in a video file. */
export async function trackOf(bytes: Uint8Array) {
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
export async function difference(context: BrowserContext, bytes: Uint8Array): Promise<number> {
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
