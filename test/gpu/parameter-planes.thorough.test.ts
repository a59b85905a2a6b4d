import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '../../src/experiment/engine.ts';
import { gpuEngine } from '../../src/gpu/engine.ts';
import { MEASURES } from '../../src/measures/index.ts';
import { mapAndPixels, randomPlane, rowOf } from '../support/random-planes.ts';
import { softwareContext } from '../support/wgsl/context.ts';

let gpu: Engine;
beforeAll(async () => {
  gpu = gpuEngine(await softwareContext());
});
afterAll(() => gpu.destroy());

/** Basins are of equilibria, which move with a parameter: a map over one has none. */
const ALL = MEASURES.map(({ id }) => id).filter((id) => id !== 'basin');

test('40 maps over parameters are what single starts give at these parameters, bit for bit', async () => {
  for (let number = 0; number < 40; number++) {
    const plane = randomPlane(number);
    const measures = number % 8 === 0 ? ALL : ['outcome'];
    const [map, pixels] = await mapAndPixels(gpu, plane, measures);
    const name = `${number}: ${JSON.stringify([plane.model, plane.method, plane.parameterAxes])}`;
    pixels.forEach((pixel, i) => expect(rowOf(map, i), name).toEqual(pixel));
  }
}, 900_000);
