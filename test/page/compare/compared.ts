import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { alignedWith } from '../../../src/experiment/comparison.ts';
import { TRAJECTORY_COLUMNS } from '../../../src/experiment/engine.ts';
import type { Experiment } from '../../../src/experiment/experiment.ts';
import { pointOf } from '../../../src/experiment/initial-conditions.ts';
import { fromQuery } from '../../../src/experiment/format/url.ts';
import { cpuEngine } from '../../../src/cpu/engine.ts';
import { settled, SMALL } from '../helpers.ts';

export const SIDE = 64;
export const GRID = { width: SIDE, height: SIDE };
export const QUERY = `model=wgan-gp&lambda=0.4&measure=distance&hold=0.5,0.3,0,0&theme=dark&${SMALL}`;
export const { experiment: A } = fromQuery(QUERY);
export const B = alignedWith(fromQuery('model=gan-qp&lambda=2').experiment, A);
export const COMPARED = `?with=model%3Dgan-qp%26lambda%3D2&${QUERY}`;

/** Waits until both maps and their difference are there. */
export async function compared(page: Page): Promise<void> {
  await page.locator('#other-map').waitFor();
  await settled(page);
  await page.locator('#compare-key .part').first().waitFor();
}

/** The last curve of a pane ends where float64 does. */
export async function expectTrace(page: Page, pane: string, experiment: Experiment): Promise<void> {
  const [trace] = await cpuEngine.trace(experiment, experiment.starts, 2);
  const [phi1, phi2, theta1, theta2] = trace!.samples.subarray(-TRAJECTORY_COLUMNS.length);
  const { x, y } = pointOf(experiment.slice, [phi1!, phi2!, theta1!, theta2!]);
  const { width } = (await page.locator(`#${pane} .square`).boundingBox())!;
  const line = page.locator(`#${pane} .marks path`).last();
  const end = /([\d.]+) ([\d.]+)$/.exec((await line.getAttribute('d'))!)!;
  // A hundredth of a pixel is written, of some 200.
  expect(Number(end[1]) / width, pane).toBeCloseTo(x, 3);
  expect(1 - Number(end[2]) / width, pane).toBeCloseTo(y, 3);
}
