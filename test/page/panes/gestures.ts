/** Wheel and drag on a pane, and the slice that follows. */
import type { Page } from 'playwright-core';
import type { Axis } from '../../../src/experiment/experiment.ts';
import { fromQuery } from '../../../src/experiment/format/url.ts';
import { addressed, SMALL } from '../helpers.ts';

export const QUERY = `?model=wgan-gp&lambda=0.25&measure=distance&theme=dark&${SMALL}`;

export const sliceOf = async (page: Page) =>
  fromQuery(await page.evaluate(() => location.search)).experiment.slice;
export const spanOf = ({ min, max }: Axis) => max - min;
export const boxOf = async (page: Page, pane = 'map') =>
  (await page.locator(`#${pane} .square`).boundingBox())!;

/** A point of a pane's square, in the page, by fractions from its lower left. */
export async function pointIn(page: Page, x: number, y: number, pane = 'map') {
  const box = await boxOf(page, pane);
  return [box.x + x * box.width, box.y + (1 - y) * box.height] as const;
}

/** One gesture: its turns come in one task, as on a busy machine a pause between them would end it. */
export async function wheel(page: Page, x: number, y: number, ...turns: readonly number[]) {
  const [clientX, clientY] = await pointIn(page, x, y);
  await page.mouse.move(clientX, clientY);
  if (turns.length === 1) await page.mouse.wheel(0, turns[0]!);
  else {
    await page.locator('#map .square').evaluate(
      (square, { deltas, at }) => {
        for (const deltaY of deltas) {
          square.dispatchEvent(new WheelEvent('wheel', { ...at, deltaY, cancelable: true }));
        }
      },
      { deltas: turns, at: { clientX, clientY } },
    );
  }
  await addressed(page);
}

export async function drag(page: Page, right: number, up: number, pane = 'map') {
  const [x, y] = await pointIn(page, 0.5, 0.5, pane);
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (const share of [0.3, 0.7, 1]) await page.mouse.move(x + share * right, y - share * up);
  await page.mouse.up();
  await addressed(page);
}
