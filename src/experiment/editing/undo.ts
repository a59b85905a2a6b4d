import { withValues } from '../experiment.ts';
import { changesOfState, isGradual } from './changes.ts';
import type { PageState } from './page-state.ts';

/** The largest number of undo steps. */
const MAX_ENTRIES = 200;

/** Changes of one choice belong together as long as they follow within this time, in milliseconds. */
const PAUSE = 700;

/** The state of the pointer at the time of a change. */
export interface PointerState {
  /** Counts the presses. */
  readonly press: number;
  readonly down: boolean;
}

/** The undo and redo stacks. */
export interface Undo {
  /** Records a change. A dragged slider or a typed number is one entry. */
  record(before: PageState, after: PageState, pointer: PointerState, now: number): void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** The state that this restores, if any; its change is not recorded again. */
  undo(present: PageState): PageState | undefined;
  redo(present: PageState): PageState | undefined;
  /** Empties both stacks. */
  clear(): void;
}

export function undoOf(): Undo {
  const past: PageState[] = [];
  const future: PageState[] = [];
  let last: { readonly names: string; readonly press: number; readonly time: number } | undefined;

  const go = (from: PageState[], to: PageState[], present: PageState) => {
    let found = from.pop();
    // A drag that came back and a link that was opened leave steps that would change nothing.
    while (found && stepsBetween(found, present).length === 0) found = from.pop();
    if (!found) return undefined;
    to.push(present);
    last = undefined;
    // The theme is the viewer's preference and not part of the undo history.
    const { theme } = present.experiment.values;
    return { ...found, experiment: withValues(found.experiment, { theme: theme! }) };
  };

  return {
    record(before, after, { press, down }, now) {
      const changes = stepsBetween(before, after);
      if (changes.length === 0) return;
      const names = changes.join();
      const continues =
        last?.names === names &&
        last.press === press &&
        (down || now - last.time < PAUSE) &&
        changes.every((name) => isGradual(after.experiment, name));
      if (!continues) past.push(before);
      if (past.length > MAX_ENTRIES) past.shift();
      future.length = 0;
      last = { names, press, time: now };
    },
    get canUndo() {
      return past.length > 0;
    },
    get canRedo() {
      return future.length > 0;
    },
    undo: (present) => go(past, future, present),
    redo: (present) => go(future, past, present),
    clear() {
      past.length = 0;
      future.length = 0;
      last = undefined;
    },
  };
}

/** The choices that differ, and are undone: all but dark or light. */
function stepsBetween(before: PageState, after: PageState): readonly string[] {
  return changesOfState(before, after).filter((name) => name !== 'theme');
}
