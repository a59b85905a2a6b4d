import { afterAll, beforeAll, expect, test } from 'vitest';
import { theoryLinesOf } from '../../src/cpu/theory-lines.ts';
import { COLUMNS, type Engine } from '../../src/experiment/engine.ts';
import { mapOf } from '../../src/experiment/pixels.ts';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { startsOfPixels } from '../../src/experiment/grid.ts';
import { atParameters, fractionOn, mapPlane } from '../../src/experiment/plane.ts';
import { assign } from '../../src/experiment/schema.ts';
import { spectrumOf } from '../../src/cpu/linearisation.ts';
import { gpuEngine } from '../../src/gpu/engine.ts';
import { MEASURES } from '../../src/measures/index.ts';
import { OUTCOMES } from '../../src/measures/outcomes.ts';
import { softwareContext } from '../support/wgsl/context.ts';

const SIDE = 48;
const HOME = ['converged', 'converging'];

let gpu: Engine;
beforeAll(async () => {
  gpu = gpuEngine(await softwareContext());
});
afterAll(() => gpu.destroy());

test('altgd with L2: the measured boundary is the theoretical one, but for two pixels', async () => {
  const base = withValues(defaultExperiment('ns-gan', 'altgd'), { time: 2000, eps: 1e-6 });
  const small = {
    ...base,
    // From there the field is linear to 1e-4.
    slice: { ...base.slice, hold: [6e-3, 2e-3, 3e-3, 7e-3] as const },
  };
  const plane = assign(assign(small, 'x', 'step=0.2:4'), 'y', 'l2=0.02:1.5');
  const grid = { width: SIDE, height: SIDE };
  const rows = await mapOf(gpu, plane, grid, { measures: ['outcome'] });
  const { names, values } = startsOfPixels(plane, grid).varied!;
  const { x, y } = mapPlane(plane);
  const line = theoryLinesOf(plane)
    .filter(({ kind }) => kind === 'stability')
    .flatMap(({ lines }) => lines.flat())
    .map(([step, l2]) => [SIDE * fractionOn(x, step), SIDE * fractionOn(y, l2)] as const);
  expect(line.length).toBeGreaterThan(20);
  const outcome = MEASURES.findIndex(({ id }) => id === 'outcome');
  let [far, right, home] = [0, 0, 0];
  for (let i = 0; i < SIDE ** 2; i++) {
    const [column, row] = [(i % SIDE) + 0.5, Math.floor(i / SIDE) + 0.5];
    if (line.some(([a, b]) => Math.hypot(a - column, b - row) <= 2)) continue;
    const own = atParameters(plane, names, values.subarray(2 * i, 2 * i + 2));
    const radius = Math.max(...spectrumOf(own)!.map(({ re, im }) => Math.hypot(re, im)));
    const comesHome = HOME.includes(OUTCOMES[rows[COLUMNS * i + outcome]!]!);
    far += 1;
    right += Number(comesHome === radius < 1);
    home += Number(comesHome);
  }
  expect(right / far).toBeGreaterThanOrEqual(0.99);
  // Both sides are there.
  expect(home / far).toBeGreaterThan(0.2);
  expect(home / far).toBeLessThan(0.8);
}, 600_000);
