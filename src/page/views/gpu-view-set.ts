import type { Engine } from '../../experiment/engine.ts';
import { answeredWithin } from '../../gpu/answered.ts';
import { openGpu } from '../../gpu/context.ts';
import { gpuEngine } from '../../gpu/engine.ts';
import { GpuFlowView } from '../../gpu/flow/flow-view.ts';
import { GpuMapView } from '../../gpu/map/map-view.ts';
import { canvasSurface } from '../../gpu/surface.ts';
import { isDeep, type ViewSet, type ViewCanvases } from './view-set.ts';
import type { MapEvents } from '../../figure/views.ts';

/** Time in which a driver gives a device, and in which it compiles, in milliseconds. */
const LIMITS = { device: 15_000, hardware: 20_000, software: 60_000 };

/** @throws GpuUnavailable, or Error where a shader or the device fails at once */
export async function openGpuViewSet(
  canvases: ViewCanvases,
  events: MapEvents,
  onLost: () => void,
): Promise<ViewSet> {
  const context = await answeredWithin(LIMITS.device, openGpu(navigator.gpu), (late) =>
    late.device.destroy(),
  );
  const { device } = context;
  try {
    const format = navigator.gpu.getPreferredCanvasFormat();
    const engine = gpuEngine(context);
    const precise = preciseEngine();
    const openPair = (targets: ViewCanvases, mapEvents: MapEvents) => {
      const surface = canvasSurface(context, targets.map(), format);
      const map = new GpuMapView(context, surface, mapEvents, precise.open);
      const flow = new GpuFlowView(
        context,
        canvasSurface(context, targets.flow(), format),
        mapEvents,
      );
      flow.attachMap(map);
      const destroy = () => {
        flow.destroy();
        map.destroy();
      };
      return { map, flow, destroy };
    };
    const { map, flow, destroy } = openPair(canvases, events);
    const compiled = Promise.all([map.compiled(), flow.compiled()]);
    await answeredWithin(context.software ? LIMITS.software : LIMITS.hardware, compiled);
    device.onuncapturederror = ({ error }) => events.failed(error.message);
    void watch(device, onLost);
    return {
      engine,
      engineFor: (experiment) => (isDeep(experiment) ? precise.open() : Promise.resolve(engine)),
      map,
      flow,
      openOfflineFlow: async (spec) => {
        const { OfflineFlowRenderer } = await import('../../gpu/flow/offline-flow.ts');
        return OfflineFlowRenderer.open(context, spec);
      },
      explanation: '',
      openSecond: openPair,
      destroy: () => {
        destroy();
        engine.destroy();
        precise.destroy();
        device.destroy();
      },
    };
  } catch (error) {
    device.destroy();
    throw error;
  }
}

/** The cpu engine, opened when a map needs it first. */
function preciseEngine() {
  let engine: Promise<Engine> | undefined;
  return {
    open: () =>
      (engine ??= import('./cpu-engine.ts').then(
        ({ cpuEngineInWorkers }) => cpuEngineInWorkers(),
        (error: unknown) => {
          // The next map tries again.
          engine = undefined;
          throw error;
        },
      )),
    destroy: () => void engine?.then((opened) => opened.destroy()),
  };
}

async function watch({ lost }: GPUDevice, onLost: () => void): Promise<void> {
  const { reason } = await lost;
  if (reason !== 'destroyed') onLost();
}
