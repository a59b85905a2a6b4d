import type { MapEvents } from '../../figure/views.ts';
import { t } from '../messages/messages.ts';
import { cpuEngineInWorkers } from './cpu-engine.ts';
import { CpuMapView } from './cpu-map-view.ts';
import type { ViewCanvases, ViewSet } from './view-set.ts';

/** @param reason one sentence: why the GPU is not used */
export function openCpuViewSet(canvases: ViewCanvases, events: MapEvents, reason: string): ViewSet {
  const engine = cpuEngineInWorkers();
  const map = new CpuMapView(engine, canvases.map(), events);
  canvases.flow();
  return {
    engine,
    engineFor: () => Promise.resolve(engine),
    map,
    openSecond(others, otherEvents) {
      const second = new CpuMapView(engine, others.map(), otherEvents);
      return { map: second, destroy: () => second.destroy() };
    },
    explanation: t('panes.onProcessor', { reason }),
    destroy: () => {
      map.destroy();
      engine.destroy();
    },
  };
}
