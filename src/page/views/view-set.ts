import type { Engine } from '../../experiment/engine.ts';
import { cpuEngineInWorkers } from './cpu-engine.ts';
import { cpuMapView } from './cpu-map-view.ts';
import type { OfflineFlowOptions, OfflineFlowRenderer } from '../../gpu/flow/offline-flow.ts';
import type { FlowView, MapEvents, MapView } from '../../figure/views.ts';
import { t, translate } from '../messages/messages.ts';
import { GpuUnavailable } from '../../gpu/context.ts';

/** What computes and draws at present. */
export interface ViewSet {
  readonly engine: Engine;
  readonly map: MapView;
  /** Absent without WebGPU. */
  readonly flow?: FlowView;
  /** Flows for videos; absent where there is no flow. */
  openOfflineFlow?(spec: OfflineFlowOptions): Promise<OfflineFlowRenderer>;
  /** Why there is no flow; empty where there is one. */
  readonly explanation: string;
  /** A second map and flow beside the first ones; the stage's own end does not end them. */
  openSecond(canvases: ViewCanvases, events: MapEvents): ViewPair;
  destroy(): void;
}

/** A map with the flow that wears its colours, where there is one. */
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
 * The graphics card where there is one, else the processor.
 * @param onLost the device was lost and this stage is of no more use
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

/** @param reason one sentence: why it is not the graphics card */
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
