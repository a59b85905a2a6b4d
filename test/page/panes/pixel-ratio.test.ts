import { expect, test } from 'vitest';
import { openPage } from '../../support/browser.ts';
import { settled, SMALL } from '../helpers.ts';

test('a window that moves to a screen of finer pixels is drawn in them', async () => {
  const size = { width: 1280, height: 800 };
  const { page, context, problems, close } = await openPage({ ...size, path: `?${SMALL}` });
  await settled(page);
  const widths = () =>
    page.evaluate(() =>
      ['map', 'flow'].map((pane) => {
        const square = document.querySelector(`#${pane} .square`)!;
        return square.querySelector('canvas')!.width / square.getBoundingClientRect().width;
      }),
    );
  for (const width of await widths()) expect(width).toBeCloseTo(1, 1);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setDeviceMetricsOverride', {
    ...size,
    deviceScaleFactor: 2,
    mobile: false,
  });
  await expect
    .poll(async () => (await widths()).map(Math.round), { timeout: 60_000 })
    .toEqual([2, 2]);
  await settled(page);
  expect(problems).toEqual([]);
  await close();
});
