import { withValues } from '../experiment.ts';
import { changesOfState, isGradual } from './changes.ts';
import type { PageState } from './page-state.ts';

/** Further back nobody remembers what was. */
const MOST = 200;

/** Changes of one choice belong together as long as they follow within this time, in milliseconds. */
const PAUSE = 700;

/** What a hand does at the time of a change. */
export interface Hand {
  /** Another number for each time that it is put down. */
  readonly touch: number;
  readonly down: boolean;
}

/** States to go back to, and forward again. */
export interface Undo {
  /** Notes a change. A slider that is dragged, a number that is typed is one entry. */
  note(before: PageState, after: PageState, hand: Hand, now: number): void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** The state that this leads to, if any; its change is not noted again. */
  undo(present: PageState): PageState | undefined;
  redo(present: PageState): PageState | undefined;
  /** Begins anew: what was before has nothing to do with what comes. */
  forget(): void;
}

export function undoOf(): Undo {
  const past: PageState[] = [];
  const future: PageState[] = [];
  let last: { readonly names: string; readonly touch: number; readonly time: number } | undefined;

  const go = (from: PageState[], to: PageState[], present: PageState) => {
    const found = from.pop();
    if (!found) return undefined;
    to.push(present);
    last = undefined;
    // Dark or light is the viewer's and no step of the work.
    const { theme } = present.experiment.values;
    return { ...found, experiment: withValues(found.experiment, { theme: theme! }) };
  };

  return {
    note(before, after, { touch, down }, now) {
      const changes = changesOfState(before, after).filter((name) => name !== 'theme');
      if (changes.length === 0) return;
      const names = changes.join();
      const goesOn =
        last?.names === names &&
        last.touch === touch &&
        (down || now - last.time < PAUSE) &&
        changes.every((name) => isGradual(after.experiment, name));
      if (!goesOn) past.push(before);
      if (past.length > MOST) past.shift();
      future.length = 0;
      last = { names, touch, time: now };
    },
    get canUndo() {
      return past.length > 0;
    },
    get canRedo() {
      return future.length > 0;
    },
    undo: (present) => go(past, future, present),
    redo: (present) => go(future, past, present),
    forget() {
      past.length = 0;
      future.length = 0;
      last = undefined;
    },
  };
}
