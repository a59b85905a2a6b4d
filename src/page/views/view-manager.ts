import { openCpuStage, openStage, type Stage, type StageCanvases } from './view-set.ts';
import type { MapEvents } from './views.ts';
import { words } from '../messages/words.ts';

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
      set(openCpuStage(canvases, events, words().notices.lostForGood));
      say('');
      return;
    }
    say(words().notices.lost);
    const { flow } = await open();
    say(flow ? words().notices.recovered : '');
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
