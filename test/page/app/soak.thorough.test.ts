import { expect, test } from 'vitest';
import { act } from '../../../scripts/monkey.js';
import { randomOf } from '../../../scripts/monkey-driver.js';
import { settled } from '../../../scripts/settled.js';
import {
  besideFresh,
  openStart,
  grown,
  holdings,
  START,
  loseDevice,
  SIZE,
  visitAll,
  watch,
} from '../../../scripts/soak-page.js';
import { openPage } from '../../support/browser.ts';

/** Deeds before the first look and after it; `npm run soak` does thousands. */
const ACTIONS = 9;

/** Before this action of the second half the device is taken away. */
const LOSS = 4;

test('random use, a lost device included, leaves the page right and no larger', async () => {
  const { page, problems, close } = await openPage({
    ...SIZE,
    path: START,
    prepare: watch,
  });
  await settled(page);
  const driver = { page, random: randomOf(5) };
  await visitAll(page);
  for (let i = 0; i < ACTIONS; i++) await act(driver);
  await openStart(page);
  const before = await holdings(page);
  for (let i = 0; i < ACTIONS; i++) {
    if (i === LOSS) await loseDevice(page);
    await act(driver);
  }
  const { different, link, again } = await besideFresh(page);
  expect(again).toBe(link);
  // The browser scales a canvas a little differently after some resizes.
  expect(different).toBeLessThan(0.01);
  await openStart(page);
  expect(grown(before, await holdings(page))).toEqual([]);
  expect(problems).toEqual([]);
  await close();
});
