import { expect, test } from 'vitest';
import { openPage } from '../../support/browser.ts';
import { resting, settled, SMALL } from '../helpers.ts';
import { difference, open, pick, saved, setVideo, trackOf } from './dialog.ts';

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
