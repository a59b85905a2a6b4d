import { afterAll, beforeAll, expect, test } from 'vitest';
import { cpuEngine } from '../../src/cpu/engine.ts';
import type { Engine } from '../../src/experiment/engine.ts';
import { countsOf, openEngines } from '../support/wgsl/diagrams.ts';

let gpu: Engine;
let oneByOne: Engine;
beforeAll(async () => {
  [gpu, oneByOne] = await openEngines();
});
afterAll(() => {
  gpu.destroy();
  oneByOne.destroy();
});

test('where every number is exact both engines count alike, to the last state', async () => {
  // The bilinear game by altgd at h = 1 takes whole numbers to whole numbers, and is back after six steps.
  const choices = {
    diagram: 'theta1:0.5:7.5;phi1;;0.25',
    starts: '1,0,2,0',
    lambda: 0,
    step: 1,
    time: 100,
  };
  const size = { columns: 7, rows: 41, range: [-20.5, 20.5] } as const;
  const [expected, ...others] = await countsOf(
    [cpuEngine, gpu, oneByOne],
    'wgan-gp',
    'altgd',
    choices,
    size,
  );
  expect(expected!.counts.reduce((a, b) => a + b)).toBe(7 * 25);
  for (const other of others) expect(other).toEqual({ ...expected, x: expected!.x });
});
