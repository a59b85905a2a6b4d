import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '../../src/experiment/engine.ts';
import { gpuEngine } from '../../src/gpu/engine.ts';
import { mapAndPixels, randomPlane, rowOf } from '../support/random-planes.ts';
import { softwareContext } from '../support/wgsl/context.ts';

let gpu: Engine;
beforeAll(async () => {
  gpu = gpuEngine(await softwareContext());
});
afterAll(() => gpu.destroy());

test('40 maps over parameters are what single starts give at these parameters, bit for bit', async () => {
  for (let number = 0; number < 40; number++) {
    const plane = randomPlane(number);
    const measures = number % 8 === 0 ? undefined : ['outcome'];
    const [map, pixels] = await mapAndPixels(gpu, plane, measures);
    const name = `${number}: ${JSON.stringify([plane.model, plane.method, plane.parameterAxes])}`;
    pixels.forEach((pixel, i) => expect(rowOf(map, i), name).toEqual(pixel));
  }
}, 900_000);
