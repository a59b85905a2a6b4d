import type { MapEvents } from '../../figure/views.ts';
import { t } from '../messages/messages.ts';
import type { ViewCanvases, ViewSet } from './view-set.ts';
import { errorText } from '../messages/error-text.ts';

/**
 * Opens the views on the GPU where there is one, else on the CPU.
 * @param giveUp called when the device is lost, or with a reason where computing or drawing on it
 *   failed; the view set is then of no use any more
 */
export async function openViewSet(
  canvases: ViewCanvases,
  events: MapEvents,
  giveUp: (reason?: string) => void,
): Promise<ViewSet> {
  try {
    const { openGpuViewSet } = await import('./gpu-view-set.ts');
    return await openGpuViewSet(canvases, { ...events, failed: giveUp }, giveUp);
  } catch (error) {
    const { openCpuViewSet } = await import('./cpu-view-set.ts');
    return openCpuViewSet(canvases, events, reasonOf(error));
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? errorText(error) : t('notices.noWebGpu');
}
