import { defaultExperiment, withValues } from '../experiment/experiment.ts';
import { BACKGROUND } from '../figure/colour/theme.ts';
import type { GpuContext } from '../gpu/context.ts';
import { FlowPainter } from '../gpu/flow/flow-painter.ts';
import { GpuFlowView } from '../gpu/flow/flow-view.ts';
import { MapPainter } from '../gpu/map/map-painter.ts';
import { GpuMapView } from '../gpu/map/map-view.ts';
import { textureSurface } from '../gpu/surface.ts';
import type { FrameRow } from './report.ts';
import type { Settings } from './sections.ts';
import { bestOf, PerCore, type Benchmark } from './timing.ts';

/** Side of the square with as many pixels as 1280 x 800. */
export const FRAME_SIDE = Math.round(Math.sqrt(1280 * 800));

/** Frames in a run, whose mean counts. */
const FRAMES = 8;

/** What a frame of the page costs, by what is done in it. */
export async function benchFrames(
  particles: readonly number[],
  side: number,
  context: GpuContext,
  settings: Settings,
): Promise<FrameRow[]> {
  const rows: FrameRow[] = [];
  for (const count of particles) {
    settings.progress(rows.length / particles.length);
    rows.push(await frameOf(count, side, context, settings));
  }
  return rows;
}

async function frameOf(
  particles: number,
  side: number,
  context: GpuContext,
  { rounds, cores, coreTime }: Settings,
): Promise<FrameRow> {
  const experiment = withValues(defaultExperiment('ns-gan', 'rk4'), {
    particles,
    resolution: 256,
    time: 8,
  });
  const surfaces = [0, 1, 2, 3].map(() => textureSurface(context, side));
  let failed: Error | undefined;
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const fail = (message: string) => {
    failed = new Error(message);
    finish();
  };
  const map = new GpuMapView(context, surfaces[0]!, {
    scale: () => {},
    finished: finish,
    failed: fail,
  });
  const flow = new GpuFlowView(context, surfaces[1]!, { failed: fail });
  const painter = new FlowPainter(context, surfaces[2]!);
  const mapPainter = new MapPainter(context, surfaces[3]!, map.scaleUniform, map.palette);
  try {
    map.resize(side);
    map.setExperiment(experiment);
    await finished;
    if (failed) throw failed;
    flow.attachMap(map);
    flow.resize(side);
    flow.setExperiment(experiment);
    painter.resize(side);
    mapPainter.resize(side);
    await Promise.all([flow.compiled(), painter.compiled(), mapPainter.compiled()]);
    const look = { trail: 0.9, particles, ground: BACKGROUND.dark, paper: false };
    const moving = new PerCore(
      frames(context, () => void flow.advance(1)),
      coreTime,
    );
    const best = await bestOf(
      {
        whole: moving,
        fade: frames(context, () => {
          const encoder = context.device.createCommandEncoder();
          painter.draw(encoder, look);
          context.device.queue.submit([encoder.finish()]);
        }),
        map: frames(context, () => {
          mapPainter.showComplete(map.level!, true);
          mapPainter.frame();
        }),
      },
      rounds,
    );
    const [whole, fadeAndTone, mapDraw] = [best.whole, best.fade, best.map].map((a) => 1000 / a);
    return {
      particles,
      whole: whole!,
      onCores: coreTime ? 1000 / moving.best : whole! * cores,
      moveAndSplat: Math.max(0, whole! - fadeAndTone!),
      fadeAndTone: fadeAndTone!,
      mapDraw: mapDraw!,
    };
  } finally {
    flow.destroy();
    map.destroy();
    painter.destroy();
    mapPainter.destroy();
    for (const surface of surfaces) surface.destroy();
  }
}

/** Frames a second, one after the other as on a page. */
function frames({ device }: GpuContext, draw: () => void): Benchmark {
  return {
    async run() {
      draw();
      await device.queue.onSubmittedWorkDone();
      const begun = performance.now();
      for (let i = 0; i < FRAMES; i++) {
        draw();
        await device.queue.onSubmittedWorkDone();
      }
      return (1000 * FRAMES) / (performance.now() - begun);
    },
  };
}
