import { beforeAll, describe, expect, test } from 'vitest';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { initialConditionsOfPixels } from '../../src/experiment/grid.ts';
import type { GpuContext } from '../../src/gpu/context.ts';
import { gpuEngine } from '../../src/gpu/engine.ts';
import { GpuFlowView } from '../../src/gpu/flow/flow-view.ts';
import { GpuMapView } from '../../src/gpu/map/map-view.ts';
import { readPixels, textureSurface } from '../../src/gpu/surface.ts';
import { hardwareContext, softwareContext } from '../support/wgsl/context.ts';

const SIDE = 64;

let hardware: GpuContext;
beforeAll(async () => {
  hardware = await hardwareContext();
});

describe('as on a graphics card', () => {
  // Odd, so that the last start of two lanes has none beside it.
  const grid = { width: 15, height: 15 };

  test.for(['rk4', 'dopri5', 'altgd'])(
    '%s gives the bits of a software adapter',
    async (method) => {
      const experiment = withValues(defaultExperiment('ns-gan', method), { time: 16 });
      const starts = initialConditionsOfPixels(experiment.slice, grid, 0, grid.width * grid.height);
      const [card, software] = [gpuEngine(hardware), gpuEngine(await softwareContext())];
      try {
        const results = await card.measure(experiment, starts);
        // One lane or two, cut by time or taken whole: each start goes through the same operations.
        expect(results).toEqual(await software.measure(experiment, starts));
      } finally {
        card.destroy();
        software.destroy();
      }
    },
  );

  test('a horizon is cut into dispatches, where a software adapter takes it whole', async () => {
    const experiment = withValues(defaultExperiment('ns-gan', 'rk4'), { time: 32 });
    const starts = initialConditionsOfPixels(experiment.slice, { width: 8, height: 8 }, 0, 64);
    const cuts = async (context: GpuContext) => {
      const engine = gpuEngine(context);
      const shares: number[] = [];
      await engine.measure(experiment, starts, {
        measures: ['outcome'],
        progress: (share) => shares.push(share),
      });
      engine.destroy();
      expect(shares.at(-1)).toBe(1);
      return shares.length;
    };
    expect(await cuts(await softwareContext())).toBe(1);
    expect(await cuts(hardware)).toBeGreaterThan(1);
  });

  test('map and flow are drawn', async () => {
    const experiment = withValues(defaultExperiment('wgan-gp', 'rk4'), {
      time: 4,
      resolution: 64,
      particles: 4096,
    });
    const surfaces = [textureSurface(hardware, SIDE), textureSurface(hardware, SIDE)] as const;
    const failures: string[] = [];
    const failed = (message: string) => void failures.push(message);
    let finished = () => {};
    const done = new Promise<void>((resolve) => {
      finished = resolve;
    });
    const map = new GpuMapView(hardware, surfaces[0], { scale: () => {}, finished, failed });
    const flow = new GpuFlowView(hardware, surfaces[1], { failed });
    flow.attachMap(map);
    for (const view of [map, flow]) {
      view.resize(SIDE);
      view.setExperiment(experiment);
    }
    await Promise.all([done, map.compiled(), flow.compiled()]);
    for (let i = 0; i < 16; i++) map.frame();
    flow.seek(2);
    while (flow.seekTarget !== undefined) {
      flow.frame(0);
      await flow.arrived();
    }
    expect(flow.time).toBeCloseTo(2, 6);
    for (const surface of surfaces) {
      const pixels = await readPixels(hardware, surface.texture());
      // What was not drawn has one colour.
      expect(new Set(new Uint32Array(pixels.buffer)).size).toBeGreaterThan(16);
    }
    flow.destroy();
    map.destroy();
    expect(failures).toEqual([]);
  });
});
