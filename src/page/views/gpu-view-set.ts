import { openGpu } from '../../gpu/context.ts';
import { gpuEngine } from '../../gpu/engine.ts';
import { GpuFlowView } from '../../gpu/flow/flow-view.ts';
import { GpuMapView } from '../../gpu/map/map-view.ts';
import { canvasSurface } from '../../gpu/surface.ts';
import type { Stage, StageCanvases } from './view-set.ts';
import type { MapEvents } from './views.ts';

/** @throws GpuUnavailable, or Error where a shader or the device fails at once */
export async function openGpuStage(
  canvases: StageCanvases,
  events: MapEvents,
  onLost: () => void,
): Promise<Stage> {
  const context = await openGpu(navigator.gpu);
  const { device } = context;
  try {
    const format = navigator.gpu.getPreferredCanvasFormat();
    const engine = gpuEngine(context);
    const pairIn = (places: StageCanvases, toldTo: MapEvents) => {
      const map = new GpuMapView(context, canvasSurface(context, places.map(), format), toldTo);
      const flow = new GpuFlowView(context, canvasSurface(context, places.flow(), format));
      flow.attachMap(map);
      const destroy = () => {
        flow.destroy();
        map.destroy();
      };
      return { map, flow, destroy };
    };
    const { map, flow, destroy } = pairIn(canvases, events);
    await Promise.all([map.compiled(), flow.compiled()]);
    device.onuncapturederror = ({ error }) => events.failed(error.message);
    void watch(device, onLost);
    return {
      engine,
      map,
      flow,
      film: async (spec) => {
        const { OfflineFlowRenderer } = await import('../../gpu/flow/offline-flow.ts');
        return OfflineFlowRenderer.open(context, spec);
      },
      explanation: '',
      second: pairIn,
      destroy: () => {
        destroy();
        engine.destroy();
        device.destroy();
      },
    };
  } catch (error) {
    device.destroy();
    throw error;
  }
}

async function watch({ lost }: GPUDevice, onLost: () => void): Promise<void> {
  const { reason } = await lost;
  if (reason !== 'destroyed') onLost();
}
