import { openCpuViewSet, openViewSet, type ViewSet, type ViewCanvases } from './view-set.ts';
import type { MapEvents } from '../../figure/views.ts';
import { t } from '../messages/messages.ts';

/** After this many losses of the device the CPU takes over. */
const MAX_RECOVERIES = 2;

export interface ViewManager {
  /** Undefined until it is open. */
  readonly viewSet: ViewSet | undefined;
  open(): Promise<ViewSet>;
}

interface Options {
  readonly canvases: ViewCanvases;
  readonly events: MapEvents;
  /** Notifies the user of a loss. */
  notify(text: string): void;
  /** Called with each new view set, which needs experiment, theme and size. */
  onOpen(viewSet: ViewSet): void;
}

/** Opens the view set, and another one when its device is lost. */
export function createViewManager({ canvases, events, notify, onOpen }: Options): ViewManager {
  let viewSet: ViewSet | undefined;
  let recoveries = 0;

  const set = (next: ViewSet) => {
    viewSet = next;
    onOpen(next);
  };
  const recover = async () => {
    viewSet?.destroy();
    viewSet = undefined;
    recoveries += 1;
    if (recoveries > MAX_RECOVERIES) {
      set(openCpuViewSet(canvases, events, t('notices.lostForGood')));
      notify('');
      return;
    }
    notify(t('notices.lost'));
    const { flow } = await open();
    notify(flow ? t('notices.recovered') : '');
  };
  const open = async () => {
    const opened = await openViewSet(canvases, events, () => void recover());
    set(opened);
    return opened;
  };

  return {
    get viewSet() {
      return viewSet;
    },
    open,
  };
}
