import type { Engine } from '../../experiment/engine.ts';
import { numberOf, type Experiment } from '../../experiment/experiment.ts';
import { mapPlane } from '../../experiment/plane.ts';
import { isBelowFloat32 } from '../../experiment/viewport.ts';
import type { OfflineFlowOptions, OfflineFlowRenderer } from '../../gpu/flow/offline-flow.ts';
import type { FlowView, MapEvents, MapView } from '../../figure/views.ts';

/** The engine and views of one device. */
export interface ViewSet {
  readonly engine: Engine;
  /** What resolves the experiment's map: below float32's steps an engine in float64. */
  engineFor(experiment: Experiment): Promise<Engine>;
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

/** Whether the map needs float64. */
export function isDeep(experiment: Experiment): boolean {
  const side = numberOf(experiment, 'resolution');
  return isBelowFloat32(mapPlane(experiment), { width: side, height: side });
}

/** Which kind of engine computes the map; undefined before there is one. */
export function mapKind(
  viewSet: Pick<ViewSet, 'engine'> | undefined,
  experiment: Experiment,
): Engine['kind'] | undefined {
  return viewSet && (isDeep(experiment) ? 'cpu' : viewSet.engine.kind);
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
