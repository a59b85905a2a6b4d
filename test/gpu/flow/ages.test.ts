/** All particles are of one age, by one set of values, and a window is never left dark. */
import { beforeAll, expect, test, vi } from 'vitest';
import { defaultExperiment, withValues } from '../../../src/experiment/experiment.ts';
import { BACKGROUND } from '../../../src/figure/colour/theme.ts';
import type { GpuContext } from '../../../src/gpu/context.ts';
import { CELLS, cellsUpstream, passingLightOf } from '../../../src/gpu/flow/upstream-cells.ts';
import { softwareContext } from '../../support/wgsl/context.ts';
import { base, flowAt, ring } from '../../support/wgsl/views.ts';

let context: GpuContext;
beforeAll(async () => {
  context = await softwareContext();
});

test('all particles are of the age that the clock shows', async () => {
  const values = { time: 4, trail: 0, colour: 'time' };
  const { flow, map, run } = await flowAt(context, withValues(base, values), 1);
  const pixels = await run(3.5 * 16);
  const hues: number[] = [];
  for (let i = 0; i < pixels.length; i += 4) {
    const light = [0, 1, 2].map((k) => pixels[i + k]! - BACKGROUND.dark[k]!);
    const brightest = Math.max(...light);
    // Dim light has few levels, and its hue is rounded.
    if (brightest > 60) hues.push(light[1]! / brightest, light[2]! / brightest);
  }
  const spread = (offset: number) => {
    const channel = hues.filter((_, i) => i % 2 === offset);
    return Math.max(...channel) - Math.min(...channel);
  };
  expect(hues.length).toBeGreaterThan(200);
  // Two levels of 60; ages from 0 to T would differ by most of the palette.
  expect([spread(0), spread(1)].every((share) => share < 2 / 60)).toBe(true);
  flow.destroy();
  map.destroy();
});

test('goes on while values change, and sets out by the new ones once they rest', async () => {
  const { flow, map } = await flowAt(context, withValues(base, { time: 20 }), 40);
  const clock = vi.spyOn(performance, 'now');
  const present = performance.now();
  clock.mockReturnValue(present);
  flow.setExperiment(withValues(base, { time: 20, lambda: 0.5 }));
  flow.frame(1);
  expect(flow.time).toBeCloseTo(41 / 16, 6);
  clock.mockReturnValue(present + 1000);
  await context.device.queue.onSubmittedWorkDone();
  flow.frame(1);
  expect(flow.time).toBeLessThanOrEqual(1 / 16);
  clock.mockRestore();
  flow.destroy();
  map.destroy();
});

test('a flow that stands shows the same time by the new values, as if it had gone there', async () => {
  const changed = withValues(base, { time: 20, lambda: 0.5 });
  const [first, fresh] = [
    await flowAt(context, withValues(base, { time: 20 }), 40),
    await flowAt(context, changed, 0),
  ];
  fresh.flow.seek(2.5);
  fresh.flow.frame(0);
  await fresh.flow.arrived();
  const present = performance.now();
  const clock = vi.spyOn(performance, 'now').mockReturnValue(present);
  first.flow.setExperiment(changed);
  first.flow.frame(0);
  expect(first.flow.seekTarget, 'on its way at once').toBe(2.5);
  clock.mockReturnValue(present + 1000);
  first.flow.frame(0);
  clock.mockRestore();
  await first.flow.arrived();
  expect([first.flow.time, first.flow.seekTarget]).toEqual([2.5, undefined]);
  expect(ring(await first.run(0)).total / ring(await fresh.run(0)).total).toBeCloseTo(1, 1);
  for (const { flow, map } of [first, fresh]) {
    flow.destroy();
    map.destroy();
  }
});

test('says so when the window is empty', async () => {
  // Without the origin: all go on to the circle of radius 1.
  const slice = {
    ...base.slice,
    x: { ...base.slice.x, min: 2, max: 3 },
    y: { ...base.slice.y, min: 2, max: 3 },
  };
  const { flow, map } = await flowAt(
    context,
    { ...withValues(base, { lambda: 1, time: 40 }), slice },
    1,
  );
  await expect
    .poll(() => {
      flow.advance(4);
      return flow.empty;
    })
    .toBe(true);
  expect(flow.ended).toBe(false);
  flow.restart();
  expect(flow.empty).toBe(false);
  flow.destroy();
  map.destroy();
});

test('fills a window that is zoomed into with what passes through it, pale', async () => {
  // All that comes from within leaves it for the circle of radius 1.
  const at = (min: number, max: number) => ({
    ...base.slice,
    x: { ...base.slice.x, min, max },
    y: { ...base.slice.y, min, max },
  });
  const inside = at(-0.1, 0.1);
  const experiment = { ...withValues(base, { time: 20, trail: 0.5 }), slice: inside };
  const { flow, map, run } = await flowAt(context, experiment, 1);
  expect(flow.passing).toBe(true);
  const light = (pixels: Uint8ClampedArray) => {
    let [pale, coloured] = [0, 0];
    for (let i = 0; i < pixels.length; i += 4) {
      const [r, g, b] = [0, 1, 2].map((k) => pixels[i + k]! - BACKGROUND.dark[k]!) as [
        number,
        number,
        number,
      ];
      if (b > r && r > 0.5 * b) pale += r + g + b;
      else coloured += Math.max(0, r + g + b);
    }
    return { pale, coloured };
  };
  const late = light(await run(8 * 16));
  // What set out in the window is gone by then.
  expect(late.pale).toBeGreaterThan(0);
  expect(late.coloured).toBe(0);
  flow.destroy();
  map.destroy();
  const whole = await flowAt(context, base, 1);
  expect(whole.flow.passing, 'not where nothing is zoomed').toBe(false);
  whole.flow.destroy();
  whole.map.destroy();
});

const { slice } = defaultExperiment();
const over = (min: number, max: number) => ({
  ...slice,
  x: { ...slice.x, min, max },
  y: { ...slice.y, min, max },
});
/** Cells of a unit's side. */
const outer = over(0, CELLS);

test('cells in the window are not upstream of it', () => {
  const all = new Uint32Array(CELLS ** 2).fill(1);
  expect(cellsUpstream(all, over(8, 12), outer)).toHaveLength(CELLS ** 2 - 4 ** 2);
  expect(cellsUpstream(all, over(8.5, 11.5), outer), 'half of a cell counts').toHaveLength(
    CELLS ** 2 - 2 ** 2,
  );
  const some = new Uint32Array(CELLS ** 2);
  some[3] = some[CELLS + 5] = 1;
  expect(cellsUpstream(some, over(8, 12), outer)).toEqual([3, CELLS + 5]);
});

test('what passes gives as much light to a unit of area as what sets out in the window', () => {
  // Half as many cells as the window has: half of the area takes all the light.
  expect(passingLightOf(8, over(8, 12), outer, 65_536)).toBe(0.5);
  expect(passingLightOf(160, over(8, 12), outer, 65_536)).toBe(10);
  // A million particles of 1,024 units each fit a pixel's 32 bits.
  expect(1024 * 1_048_576 * passingLightOf(4000, over(8, 9), outer, 1_048_576)).toBeLessThan(
    2 ** 32,
  );
});
