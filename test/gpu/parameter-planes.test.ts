import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '../../src/experiment/engine.ts';
import { defaultExperiment } from '../../src/experiment/experiment.ts';
import { assign } from '../../src/experiment/schema.ts';
import { gpuEngine } from '../../src/gpu/engine.ts';
import { mapAndPixels, randomPlane, rowOf } from '../support/random-planes.ts';
import { softwareContext } from '../support/wgsl/context.ts';

let gpu: Engine;
beforeAll(async () => {
  gpu = gpuEngine(await softwareContext());
});
afterAll(() => gpu.destroy());

test('maps over parameters are what single starts give at these parameters, bit for bit', async () => {
  // By altgd and dopri5; the thorough test has one by each model and method.
  for (const number of [3, 33]) {
    const plane = randomPlane(number);
    const [map, pixels] = await mapAndPixels(gpu, plane, ['outcome']);
    const name = `${number}: ${JSON.stringify([plane.model, plane.method, plane.parameterAxes])}`;
    pixels.forEach((pixel, i) => expect(rowOf(map, i), name).toEqual(pixel));
  }
});

test('steps of their own length, and a number of steps of their own, two alike side by side', async () => {
  // Four starts of each length in a row; three in a column, where one has no partner.
  for (const [steps, other] of [
    ['y', 'x'],
    ['x', 'y'],
  ] as const) {
    const overSteps = assign(defaultExperiment('wgan-gp', 'rk4'), steps, 'step=0.03:0.2:log');
    const plane = assign(assign(overSteps, other, 'lambda=0.1:1'), 'time', 5);
    const [map, pixels] = await mapAndPixels(gpu, plane, ['outcome']);
    pixels.forEach((pixel, i) => expect(rowOf(map, i), steps).toEqual(pixel));
  }
});
