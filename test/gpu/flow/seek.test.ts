import { beforeAll, expect, test } from 'vitest';
import { withMethod, withValues } from '../../../src/experiment/experiment.ts';
import type { GpuContext } from '../../../src/gpu/context.ts';
import { GpuFlowView } from '../../../src/gpu/flow/flow-view.ts';
import { textureSurface } from '../../../src/gpu/surface.ts';
import { softwareContext } from '../../support/wgsl/context.ts';
import {
  base,
  differingShare,
  failed,
  finishedMap,
  flowAt,
  SIDE,
  ring,
} from '../../support/wgsl/views.ts';

let context: GpuContext;
beforeAll(async () => {
  context = await softwareContext();
});

test('goes to any time, back as well as on, and the same time gives the same picture', async () => {
  const experiment = withValues(base, { time: 20, trail: 0.7 });
  const { flow, map, run } = await flowAt(context, experiment, 1);
  const at = async (time: number) => {
    flow.seek(time);
    flow.frame(0);
    await flow.arrived();
    expect(flow.seekTarget).toBeUndefined();
    expect(flow.time).toBeCloseTo(time, 6);
    return run(0);
  };
  await at(10);
  const early = await at(3);
  const late = await at(10);
  expect(differingShare(early, late)).toBeGreaterThan(0.05);
  expect(await at(3)).toEqual(early);
  expect(ring(await at(0)).onCircle).toBeLessThan(0.3);

  // As if it had been watched all the way: as much light, and in the same places.
  flow.restart();
  const watched = ring(await run(160));
  expect(flow.time).toBeCloseTo(10, 6);
  expect(ring(late).total / watched.total).toBeCloseTo(1, 1);
  expect(ring(late).onCircle / watched.onCircle).toBeCloseTo(1, 1);
  flow.destroy();
  map.destroy();
});

test.for([
  { method: 'rk4', step: 0.0625 },
  { method: 'simgd', step: 0.1 },
])('takes single steps of $method, as many as asked', async ({ method, step }) => {
  const experiment = withValues(withMethod(base, method), { step, time: 40 });
  const { flow, map } = await flowAt(context, experiment, 3);
  flow.step();
  flow.frame(0);
  await flow.arrived();
  expect(flow.time).toBeCloseTo(4 * step, 9);
  for (let i = 0; i < 5; i++) flow.step();
  flow.frame(0);
  await flow.arrived();
  expect(flow.time).toBeCloseTo(9 * step, 9);
  // Standing frames move nothing.
  flow.frame(0);
  expect(flow.time).toBeCloseTo(9 * step, 9);
  flow.destroy();
  map.destroy();
});

test('an interrupted way leads to the newest goal', async () => {
  const { flow, map } = await flowAt(context, withValues(base, { time: 40 }), 1);
  flow.seek(39);
  flow.frame(0);
  flow.seek(10);
  flow.frame(0);
  flow.seek(20);
  await flow.arrived();
  expect(flow.time).toBeCloseTo(20, 6);
  flow.destroy();
  map.destroy();
});

test('a seek before anything is compiled is taken up when it is', async () => {
  const experiment = withValues(base, { time: 20 });
  const { map } = await finishedMap(context, experiment);
  const flow = new GpuFlowView(context, textureSurface(context, SIDE), { failed });
  flow.attachMap(map);
  flow.resize(SIDE);
  flow.setExperiment(experiment);
  flow.seek(5);
  flow.frame(0);
  await flow.arrived();
  expect(flow.seekTarget).toBe(5);
  await flow.compiled();
  flow.frame(0);
  await flow.arrived();
  expect(flow.seekTarget).toBeUndefined();
  expect(flow.time).toBeCloseTo(5, 6);
  flow.destroy();
  map.destroy();
});
