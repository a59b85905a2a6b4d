import { openCpuStage, openStage, type Stage, type StageCanvases } from './stage.ts';
import type { MapEvents } from './views.ts';

/** A device that is lost again and again is not opened again and again. */
const MOST_RECOVERIES = 2;

export interface StageKeeper {
  /** Undefined until it is open. */
  readonly stage: Stage | undefined;
  open(): Promise<Stage>;
}

interface Setting {
  readonly canvases: StageCanvases;
  readonly events: MapEvents;
  /** Tells people about a loss. */
  say(text: string): void;
  /** There is a new stage: it needs experiment, theme and size. */
  onStage(stage: Stage): void;
}

/** Opens the stage, and another one when its device is lost. */
export function stageKeeper({ canvases, events, say, onStage }: Setting): StageKeeper {
  let stage: Stage | undefined;
  let recoveries = 0;

  const set = (next: Stage) => {
    stage = next;
    onStage(next);
  };
  const recover = async () => {
    stage?.destroy();
    stage = undefined;
    recoveries += 1;
    if (recoveries > MOST_RECOVERIES) {
      const reason =
        'The graphics device was lost repeatedly; a reload of the page tries it again.';
      set(openCpuStage(canvases, events, reason));
      say('');
      return;
    }
    say('The graphics device was lost; opening it again.');
    const { flow } = await open();
    say(flow ? 'The graphics device was lost and opened again.' : '');
  };
  const open = async () => {
    const opened = await openStage(canvases, events, () => void recover());
    set(opened);
    return opened;
  };

  return {
    get stage() {
      return stage;
    },
    open,
  };
}
