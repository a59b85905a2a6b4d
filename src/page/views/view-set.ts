import type { Engine } from '../../experiment/engine.ts';
import { cpuEngineInWorkers } from './cpu-engine.ts';
import { cpuMapView } from './cpu-map-view.ts';
import type { OfflineFlowOptions, OfflineFlowRenderer } from '../../gpu/flow/offline-flow.ts';
import type { FlowView, MapEvents, MapView } from '../../figure/views.ts';
import { t, translate } from '../messages/messages.ts';
import { GpuUnavailable } from '../../gpu/context.ts';

/** The engine and views of one device. */
export interface ViewSet {
  readonly engine: Engine;
  readonly map: MapView;
  /** Absent without WebGPU. */
  readonly flow?: FlowView;
  /** Flows for videos; absent where there is no flow. */
  openOfflineFlow?(spec: OfflineFlowOptions): Promise<OfflineFlowRenderer>;
  /** Why there is no flow; empty where there is one. */
  readonly explanation: string;
  /** Opens a second map and flow; `destroy` of the view set does not destroy them. */
  openSecond(canvases: ViewCanvases, events: MapEvents): ViewPair;
  destroy(): void;
}

/** A map and the flow in its colours; without WebGPU the map alone. */
export interface ViewPair {
  readonly map: MapView;
  readonly flow?: FlowView;
  destroy(): void;
}

export interface ViewCanvases {
  map(): HTMLCanvasElement;
  flow(): HTMLCanvasElement;
}

/**
 * Opens the views on the GPU where there is one, else on the CPU.
 * @param onLost called when the device is lost; the view set is then unusable
 */
export async function openViewSet(
  canvases: ViewCanvases,
  events: MapEvents,
  onLost: () => void,
): Promise<ViewSet> {
  try {
    const { openGpuViewSet } = await import('./gpu-view-set.ts');
    return await openGpuViewSet(canvases, events, onLost);
  } catch (error) {
    return openCpuViewSet(canvases, events, reasonOf(error));
  }
}

/** @param reason one sentence: why the GPU is not used */
export function openCpuViewSet(canvases: ViewCanvases, events: MapEvents, reason: string): ViewSet {
  const engine = cpuEngineInWorkers();
  const map = cpuMapView(engine, canvases.map(), events);
  canvases.flow();
  return {
    engine,
    map,
    openSecond(others, otherEvents) {
      const second = cpuMapView(engine, others.map(), otherEvents);
      return { map: second, destroy: () => second.destroy() };
    },
    explanation: t('panes.onProcessor', { reason }),
    destroy: () => {
      map.destroy();
      engine.destroy();
    },
  };
}

function reasonOf(error: unknown): string {
  if (error instanceof GpuUnavailable) return translate(error.reason);
  return error instanceof Error ? error.message : t('notices.noWebGpu');
}
