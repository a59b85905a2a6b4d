import { beforeAll, expect, test, vi } from 'vitest';
import { withValues } from '../../../src/experiment/experiment.ts';
import type { GpuContext } from '../../../src/gpu/context.ts';
import { GpuFlowView } from '../../../src/gpu/flow/flow-view.ts';
import { readPixels, textureSurface } from '../../../src/gpu/surface.ts';
import { softwareContext } from '../../support/wgsl/context.ts';
import {
  base,
  differingShare,
  failed,
  finishedMap,
  near,
  SIDE,
  flowAt,
  ring,
} from '../../support/wgsl/views.ts';

let context: GpuContext;
beforeAll(async () => {
  context = await softwareContext();
});

test('begins all over the slice and gathers where the model’s training ends', async () => {
  const experiment = withValues(base, {
    lambda: 1,
    time: 200,
    step: 0.125,
    trail: 0.5,
    resolution: 64,
  });
  const { flow, map, run, pixels } = await flowAt(context, experiment, 2);
  // The ring's share of the window: 2 pi 0.3 / 16 = 12%.
  expect(ring(pixels).total).toBeGreaterThan(0);
  expect(ring(pixels).onCircle).toBeLessThan(0.3);
  expect(ring(await run(50, 8)).onCircle).toBeGreaterThan(0.9);
  expect(flow.time).toBeCloseTo(402 * 0.125, 6);
  flow.restart();
  expect(flow.time).toBe(0);
  expect(ring(await run(12)).onCircle).toBeLessThan(0.5);
  flow.destroy();
  map.destroy();
});

test('at the horizon it stands for a moment, says so, and sets out again', async () => {
  const { flow, map } = await flowAt(context, withValues(base, { time: 4 }), 1);
  flow.seek(4);
  flow.frame(0);
  await flow.arrived();
  expect([flow.ended, flow.time]).toEqual([true, 4]);
  const present = performance.now();
  const clock = vi.spyOn(performance, 'now');
  const frameAt = (after: number, steps = 1) => {
    clock.mockReturnValue(present + after);
    flow.frame(steps);
  };
  for (const after of [0, 1900]) frameAt(after);
  expect([flow.ended, flow.time]).toEqual([true, 4]);
  // A flow that is paused there stays.
  frameAt(1950, 0);
  frameAt(3000);
  expect(flow.ended).toBe(true);
  frameAt(5100);
  expect(flow.ended).toBe(false);
  clock.mockRestore();
  flow.destroy();
  map.destroy();
});

test('sets out where the map says, in its colours', async () => {
  const { map, pixels } = await finishedMap(
    context,
    withValues(base, { measure: 'turns', trail: 0 }),
  );
  const surface = textureSurface(context, SIDE);
  const flow = new GpuFlowView(context, surface, { failed });
  flow.attachMap(map);
  flow.resize(SIDE);
  flow.setExperiment(withValues(base, { measure: 'turns', trail: 0, particles: 65_536 }));
  await flow.compiled();
  // No time passes: every particle is at its start.
  flow.advance(0);
  const [start, drawn] = [await pixels(), await readPixels(context, surface.texture())];
  const warmth = (picture: Uint8ClampedArray, i: number) => picture[4 * i]! - picture[4 * i + 2]!;
  let [compared, alike] = [0, 0];
  for (let i = 0; i < SIDE * SIDE; i++) {
    // Either basin has its hue; between them lie colours without one.
    if (Math.abs(warmth(start, i)) < 30 || Math.abs(warmth(drawn, i)) < 30) continue;
    compared += 1;
    if (Math.sign(warmth(start, i)) === Math.sign(warmth(drawn, i))) alike += 1;
  }
  expect(compared).toBeGreaterThan(0.5 * SIDE * SIDE);
  // All but the pixels on the boundary, where particles of both sides fall.
  expect(alike / compared).toBeGreaterThan(0.95);
  flow.destroy();
  map.destroy();
});

test('waits for the map of another window, and then shows only that one', async () => {
  const experiment = withValues(base, { trail: 0.7 });
  const { map, compute } = await finishedMap(context, experiment);
  const surface = textureSurface(context, SIDE);
  const flow = new GpuFlowView(context, surface, { failed });
  flow.attachMap(map);
  flow.resize(SIDE);
  flow.setExperiment(experiment);
  await flow.compiled();
  for (let i = 0; i < 40; i++) flow.advance(1);
  const moved = { ...experiment, slice: near };
  flow.setExperiment(moved);
  expect(flow.advance(1), 'the map is still another one').toBe(false);
  expect(flow.shown).toEqual(experiment.slice);
  await compute(moved);
  // Where training comes from that passes through it is looked for first.
  await flow.compiled();
  expect(flow.advance(0)).toBe(true);
  expect(flow.shown).toEqual(near);

  const freshSurface = textureSurface(context, SIDE);
  const fresh = new GpuFlowView(context, freshSurface, { failed });
  fresh.attachMap(map);
  fresh.resize(SIDE);
  fresh.setExperiment(moved);
  await fresh.compiled();
  fresh.advance(0);
  // No light of the frames before is left: as much as of a flow that has just begun.
  const [after, alone] = [
    ring(await readPixels(context, surface.texture())).total,
    ring(await readPixels(context, freshSurface.texture())).total,
  ];
  expect(after / alone).toBeGreaterThan(0.9);
  expect(after / alone).toBeLessThan(1.1);
  for (const view of [flow, fresh, map]) view.destroy();
});

test('draws in the colours that are asked for', async () => {
  const { flow, map, run, pixels } = await flowAt(context, withValues(base, { colour: 'map' }), 20);
  const pictures = [pixels];
  for (const colour of ['speed', 'distance', 'angle', 'time']) {
    flow.setExperiment(withValues(base, { colour }));
    await flow.compiled();
    flow.restart();
    pictures.push(await run(20));
  }
  flow.destroy();
  map.destroy();
  for (let i = 1; i < pictures.length; i++) {
    expect(differingShare(pictures[i]!, pictures[i - 1]!)).toBeGreaterThan(0.1);
  }
});

test('gives the same picture twice, at the size that is asked for', async () => {
  const { flow, map } = await flowAt(context, base, 30);
  const [first, second] = [await flow.picture(96, 'dark'), await flow.picture(96, 'dark')];
  expect(first.length).toBe(4 * 96 * 96);
  expect(first).toEqual(second);
  expect(new Set(first).size).toBeGreaterThan(50);
  flow.destroy();
  map.destroy();
});

test('takes a million particles', async () => {
  const { flow, map, pixels } = await flowAt(
    context,
    withValues(base, { particles: 1_048_576 }),
    2,
  );
  expect(ring(pixels).total).toBeGreaterThan(0);
  flow.destroy();
  map.destroy();
});
