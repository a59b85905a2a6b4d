import { beforeAll, expect, test } from 'vitest';
import { withValues } from '../../src/experiment/experiment.ts';
import { cpuEngine } from '../../src/cpu/engine.ts';
import { mapOf } from '../../src/experiment/pixels.ts';
import { paint, type ColourScale } from '../../src/figure/colour/colour-scale.ts';
import type { GpuContext } from '../../src/gpu/context.ts';
import type { GpuMapView } from '../../src/gpu/map/map-view.ts';
import { readFloats } from '../../src/gpu/pipelines.ts';
import { readPixels } from '../../src/gpu/surface.ts';
import { MEASURES } from '../../src/measures/index.ts';
import { OUTCOMES } from '../../src/measures/outcomes.ts';
import { softwareContext } from '../support/wgsl/context.ts';
import {
  base,
  differingShare,
  finishedMap,
  largestDifference,
  near,
  SIDE,
} from '../support/wgsl/views.ts';

let context: GpuContext;
beforeAll(async () => {
  context = await softwareContext();
});

/** Colours of `paint`, with the lowest y at the bottom as in a picture. */
async function painted(map: GpuMapView, scale: ColourScale) {
  const { results } = (await map.results())!;
  const rows = paint(scale, results, SIDE * SIDE);
  const flipped = new Uint8ClampedArray(rows.length);
  for (let y = 0; y < SIDE; y++) {
    flipped.set(rows.subarray(4 * SIDE * y, 4 * SIDE * (y + 1)), 4 * SIDE * (SIDE - 1 - y));
  }
  return flipped;
}

// A logarithm, what may be infinite, two hues, labels: every kind of scale.
test.each(['distance', 'settle', 'turns', 'outcome'])(
  'shows %s in the colours of the figures',
  async (measure) => {
    const { map, pixels, scales } = await finishedMap(context, withValues(base, { measure }));
    const [drawn, expected] = [await pixels(), await painted(map, scales.at(-1)!)];
    // Eight bits round once in either; logarithms in float32 may cross half a step.
    expect(largestDifference(drawn, expected)).toBeLessThanOrEqual(2);
    map.destroy();
  },
);

test('shades what converged by its settling time', async () => {
  const converging = withValues(base, { lambda: 0.5, c: 0, time: 40, eps: 0.05 });
  const { map, pixels, scales } = await finishedMap(context, converging);
  const { results } = (await map.results())!;
  const column = (id: string) => MEASURES.findIndex((measure) => measure.id === id);
  const converged = results.filter(
    (value, i) =>
      i % MEASURES.length === column('outcome') && value === OUTCOMES.indexOf('converged'),
  );
  expect(converged.length).toBeGreaterThan(0.5 * SIDE * SIDE);
  const [drawn, expected] = [await pixels(), await painted(map, scales.at(-1)!)];
  expect(largestDifference(drawn, expected)).toBeLessThanOrEqual(2);
  map.destroy();
});

test('recolours without computing, and computes when the dynamics change', async () => {
  const { map, compute, pixels, scales } = await finishedMap(context, base);
  const before = { results: (await map.results())!.results, pixels: await pixels() };
  const scalesBefore = scales.length;
  map.setExperiment(withValues(base, { measure: 'turns', palette: 'magma' }));
  expect(map.progress).toBe(1);
  expect(scales.length).toBe(scalesBefore + 1);
  expect(differingShare(await pixels(), before.pixels)).toBeGreaterThan(0.2);
  expect((await map.results())!.results).toEqual(before.results);

  await compute(withValues(base, { lambda: 0.5 }));
  expect((await map.results())!.results).not.toEqual(before.results);
  map.destroy();
});

test('says which slice it shows, and cuts to another window', async () => {
  const { map, compute, pixels, surface } = await finishedMap(context, base);
  await pixels();
  const computing = compute({ ...base, slice: near });
  expect(map.shown, 'the old one until there is a new one').toEqual(base.slice);
  await computing;
  expect(map.shown).toEqual(near);
  // One frame is enough: nothing of the old window is left in it.
  map.frame();
  const first = await readPixels(context, surface.texture());
  expect(largestDifference(first, await pixels())).toBe(0);
  map.destroy();
});

test('keeps what it shows while the next window is computed', async () => {
  // With one level the picture that is shown and the one that is computed are both the coarsest.
  const coarse = withValues(base, { resolution: 64 });
  const { map, compute } = await finishedMap(context, coarse);
  const shown = map.level!.results;
  const before = await readFloats(context, shown, shown.size);
  await compute({ ...coarse, slice: near });
  expect(map.level!.results).not.toBe(shown);
  expect(await readFloats(context, shown, shown.size)).toEqual(before);
  map.destroy();
});

test('ends at the newest of many changes', async () => {
  const { map, compute, pixels } = await finishedMap(context, base);
  for (let i = 1; i < 20; i++) map.setExperiment(withValues(base, { lambda: 0.25 + i / 100 }));
  await compute(withValues(base, { lambda: 1 }));
  const many = await pixels();
  const { map: alone, pixels: pixelsAlone } = await finishedMap(
    context,
    withValues(base, { lambda: 1 }),
  );
  expect(largestDifference(many, await pixelsAlone())).toBe(0);
  map.destroy();
  alone.destroy();
});

test('a first picture that would take long makes room for a newer map', async () => {
  const { map, compute } = await finishedMap(context, base);
  // A hundred billion steps, and an ensemble of millions of starts.
  map.setExperiment(withValues(base, { time: 10_000, step: 2 ** -10 }));
  await compute(withValues(base, { lambda: 0.5 }));
  expect(map.isCurrent).toBe(true);
  const box = [{ component: 'phi1', min: -1, max: 1 }] as const;
  map.setExperiment({ ...base, ensemble: { starts: 1024, box } });
  await compute(base);
  expect(map.isCurrent).toBe(true);
  map.destroy();
});

test('below what float32 resolves the map is that of the engine that does, coarser', async () => {
  const middle = { ...base.slice, x: { ...base.slice.x, min: 1, max: 1 + 1e-6 } };
  const deep = withValues({ ...base, slice: middle }, { resolution: 256, time: 1 });
  const { map, compute } = await finishedMap(context, deep, () => Promise.resolve(cpuEngine));
  const { grid, results } = (await map.results())!;
  expect(grid.width).toBe(192);
  // The level's buffer holds float32.
  expect(Array.from(results)).toEqual(Array.from(await mapOf(cpuEngine, deep, grid), Math.fround));
  await compute(base);
  expect((await map.results())!.grid.width, 'the graphics card goes on').toBe(SIDE);
  map.destroy();
});
