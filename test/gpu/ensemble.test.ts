import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '../../src/experiment/engine.ts';
import { defaultExperiment } from '../../src/experiment/experiment.ts';
import { assign } from '../../src/experiment/schema.ts';
import { gpuEngine } from '../../src/gpu/engine.ts';
import { ensembleMap, reducedMap } from '../experiment/ensemble/reduction.ts';
import { softwareContext } from '../support/wgsl/context.ts';

let gpu: Engine;
beforeAll(async () => {
  gpu = gpuEngine(await softwareContext());
});
afterAll(() => gpu.destroy());

test('every statistic is that of the same starts measured one by one, bit for bit', async () => {
  const base = assign(defaultExperiment('wgan-gp', 'altgd'), 'time', 5);
  const drawn = assign(base, 'ensemble', '6;phi1:-2:2,theta1:-1:1');
  const grid = { width: 3, height: 2 };
  const ids = ['outcome', 'share.growing', 'mean.distance', 'median.turns', 'max.amplitude'];
  for (const axes of [
    { x: 'lambda=0.1:1', y: 'step=0.05:0.5:log' },
    { x: 'theta2=-1:1', y: 'phi2=-1:1' },
  ]) {
    const plane = Object.entries(axes).reduce((own, [key, axis]) => assign(own, key, axis), drawn);
    expect(await ensembleMap(gpu, plane, grid, ids)).toEqual(
      await reducedMap(gpu, plane, grid, ids),
    );
  }
});
