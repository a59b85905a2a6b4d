import { expect, test } from 'vitest';
import { fromFile } from '../../../src/experiment/format/json.ts';
import { fromQuery } from '../../../src/experiment/format/url.ts';
import { openPage } from '../../support/browser.ts';
import { queryWith, settled, SMALL } from '../helpers.ts';
import { difference, open, pick, saved, setVideo, trackOf } from './dialog.ts';

test('a video of a sweep is saved as WebM', async () => {
  const { page, context, close } = await openPage({
    path: `?model=wgan-gp&measure=distance&lambda=0.4&${SMALL}`,
    webgpu: false,
    width: 1024,
  });
  await settled(page);
  const { experiment } = fromQuery(await queryWith(page, 'lambda=0.4'));
  await open(page, 'video');
  await pick(page, 'videoContent', 'map');
  await pick(page, 'videoWidth', '640');
  await pick(page, 'file', 'webm');
  await page.locator('#save-dialog select[name=over]').selectOption({ label: 'λ' });
  await setVideo(page, { from: '0.1', to: '3', seconds: '0.5', rate: '6' });
  const video = await saved(page, 'Record');
  expect(video.name).toBe('ganfield-wgan-gp-lambda-map.webm');
  const track = await trackOf(video.bytes);
  expect(track).toMatchObject({ codec: 'vp9', packets: 3, width: 640 });
  expect(track.height % 2).toBe(0);
  expect(track.seconds).toBeCloseTo(0.5, 2);
  expect(fromFile(JSON.parse(track.comment!))).toEqual(experiment);
  expect(await difference(context, video.bytes), 'the map follows').toBeGreaterThan(0.1);
  await close();
});
