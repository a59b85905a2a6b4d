import { expect, test } from 'vitest';
import { cpuEngine } from '../../src/cpu/engine.ts';
import { mapAndPixels, randomPlane, rowOf } from '../support/random-planes.ts';

test('maps over parameters are what single starts give at these parameters, bit for bit', async () => {
  for (let number = 0; number < 40; number++) {
    const plane = randomPlane(number);
    const [map, pixels] = await mapAndPixels(cpuEngine, plane, ['outcome', 'rate', 'settle']);
    const name = `${number}: ${JSON.stringify([plane.model, plane.method, plane.parameterAxes])}`;
    pixels.forEach((pixel, i) => expect(rowOf(map, i), name).toEqual(pixel));
  }
});
