import { GpuUnavailable } from '../../gpu/context.ts';
import { errorText } from '../messages/error-text.ts';
import { t } from '../messages/messages.ts';
import type { Notices } from '../shell/notices.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import { signalOf, type ReadonlySignal } from '../state/signal.ts';
import type { ViewCanvases, ViewSet } from './view-set.ts';
import type { MapEvents } from '../../figure/views.ts';

/** After this many losses and failures of the device within `LOSS_SPAN` the CPU takes over. */
const MAX_RECOVERIES = 2;

/** In milliseconds. What is lost once an hour, as by a machine that sleeps, is opened again each time. */
const LOSS_SPAN = 5 * 60_000;

export interface ViewManager {
  /** Undefined until it is open, and between the loss of a device and its successor. */
  readonly viewSet: ReadonlySignal<ViewSet | undefined>;
  destroy(): void;
}

interface Dependencies {
  readonly canvases: ViewCanvases;
  readonly events: MapEvents;
  readonly notices: Notices;
}

/** Opens the views, and others when their device is lost or fails. */
export function openViewManager({ canvases, events, notices }: Dependencies): ViewManager {
  const life = lifetimeOf();
  const viewSet = signalOf<ViewSet | undefined>(undefined);
  /** When a device was lost, within the last span. */
  let losses: readonly number[] = [];
  /** Counts attempts: a device may be lost before its views are there. */
  let attempts = 0;

  const set = (next: ViewSet) => {
    if (life.signal.aborted) {
      next.destroy();
      return;
    }
    // What failed, failed in the views before.
    notices.notify('failure', '');
    viewSet.set(next);
  };
  const destroyPresent = () => {
    const present = viewSet.value;
    viewSet.set(undefined);
    present?.destroy();
  };
  /** @param reason what failed; undefined where the device was lost */
  const recover = async (reason?: string) => {
    destroyPresent();
    if (life.signal.aborted) return;
    const now = performance.now();
    losses = [...losses.filter((time) => now - time < LOSS_SPAN), now];
    if (losses.length > MAX_RECOVERIES) {
      await openOnCpu(
        reason === undefined ? t('notices.lostForGood') : t('notices.gpuFailedForGood', { reason }),
      );
      notices.notify('device', '');
      return;
    }
    notices.notify(
      'device',
      reason === undefined ? t('notices.lost') : t('notices.failedOnGpu', { reason }),
    );
    await open(true);
    if (!viewSet.value?.flow) notices.notify('device', '');
    else if (reason === undefined) notices.notify('device', t('notices.recovered'));
  };
  /** @param again the adapter has served: what it refuses now it may grant the next time */
  const open = async (again: boolean) => {
    attempts += 1;
    const own = attempts;
    /** Others are opened in place of these views, once. */
    const giveUp = (reason?: string) => {
      if (own === attempts) attempt(() => recover(reason));
    };
    try {
      const { openGpuViewSet } = await import('./gpu-view-set.ts');
      const opened = await openGpuViewSet(canvases, { ...events, failed: giveUp }, giveUp);
      if (own === attempts) set(opened);
      else opened.destroy();
    } catch (error) {
      // A device that was lost while its shaders were compiled has a successor.
      if (own !== attempts) return;
      const isAbsent = error instanceof GpuUnavailable && error.isAbsence;
      await (again && !isAbsent ? recover(errorText(error)) : openOnCpu(errorText(error)));
    }
  };
  /** @param reason one sentence: why the GPU is not used */
  const openOnCpu = async (reason: string) => {
    attempts += 1;
    const { openCpuViewSet } = await import('./cpu-view-set.ts');
    set(openCpuViewSet(canvases, events, reason));
  };
  const attempt = (task: () => Promise<void>) => {
    task().catch((error: unknown) => events.failed(errorText(error)));
  };

  attempt(() => open(false));
  life.onEnd(destroyPresent);
  return { viewSet, destroy: life.destroy };
}
