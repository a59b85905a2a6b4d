import { expect, test } from 'vitest';
import { openPage } from '../../support/browser.ts';
import { settled, SMALL } from '../helpers.ts';
import { open, pick, saved, setVideo, trackOf } from './dialog.ts';

test('a video is saved as MP4, where the browser encodes it', async () => {
  const { page, problems, close } = await openPage({
    path: `?model=wgan-gp&measure=distance&lambda=0.4&${SMALL}&time=1`,
    webgpu: false,
  });
  await settled(page);
  await open(page, 'video');
  await pick(page, 'videoContent', 'map');
  await pick(page, 'videoWidth', '640');
  await pick(page, 'file', 'mp4');
  await page.locator('#save-dialog select[name=over]').selectOption({ label: 'λ' });
  await setVideo(page, { seconds: '0.6', rate: '5' });
  const other = await saved(page, 'Record');
  // A browser that encodes none of what goes into an MP4 makes the other file.
  const isMp4 = other.name.endsWith('mp4');
  expect(other.name).toMatch(/^ganfield-wgan-gp-lambda-map\.(mp4|webm)$/);
  const otherTrack = await trackOf(other.bytes);
  expect(otherTrack).toMatchObject({ codec: isMp4 ? 'avc' : 'vp9', packets: 3, width: 640 });
  expect(otherTrack.seconds).toBeCloseTo(0.6, 2);
  expect(await page.evaluate(() => location.search), 'the page stays').toContain('lambda=0.4');
  expect(problems).toEqual([]);
  await close();
});
