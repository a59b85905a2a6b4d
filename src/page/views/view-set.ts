import type { Engine } from '../../experiment/engine.ts';
import type { OfflineFlowOptions, OfflineFlowRenderer } from '../../gpu/flow/offline-flow.ts';
import type { FlowView, MapEvents, MapView } from '../../figure/views.ts';

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
