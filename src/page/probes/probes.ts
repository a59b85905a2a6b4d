import type { Trajectory } from '../../experiment/engine.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import {
  withReplacedInitialCondition,
  slotsOf,
  stateAt,
  withoutInitialCondition,
  withInitialCondition,
} from '../../experiment/initial-conditions.ts';
import type { State } from '../../models/state.ts';
import { channelOf, type Source } from '../state/signal.ts';
import type { Store } from '../state/store.ts';

/** The experiment's starts as probes: each has a colour, and one of them is the active one. */
export interface Probes {
  /** The index of the active one; −1 where there is none. */
  readonly active: number;
  /** The colour of each, as an index into `probeColours`. */
  readonly slots: readonly number[];
  /** The colours of trajectories, which may be those of starts that have moved on. */
  slotsOfTrajectories(trajectories: readonly Trajectory[]): readonly number[];
  /** Sets a probe at fractions of the viewport from its lower left; of too many the oldest goes. */
  add(x: number, y: number): void;
  /** Undoes the last `add`. */
  undoAdd(): void;
  move(index: number, x: number, y: number): void;
  remove(index: number): void;
  select(index: number): void;
  /** Another probe is active; changes of the starts are transitions of the store. */
  readonly selections: Source<void>;
  destroy(): void;
}

export function openProbes(store: Store): Probes {
  const selections = channelOf();
  let lastStarts: readonly State[] = store.experiment.starts;
  let slots: readonly number[] = slotsOf(lastStarts, [], []);
  let activeSlot = slots[0];
  let beforeAdd: readonly State[] | undefined;

  const end = store.subscribe(({ state }) => {
    const { starts } = state.experiment;
    if (starts === lastStarts) return;
    slots = slotsOf(starts, lastStarts, slots);
    lastStarts = starts;
    if (activeSlot === undefined || !slots.includes(activeSlot)) activeSlot = slots[0];
  });
  const set = (starts: Experiment['starts']) => store.update({ ...store.experiment, starts });
  const indexOfActive = () => (activeSlot === undefined ? -1 : slots.indexOf(activeSlot));
  const select = (index: number) => {
    if (slots[index] === undefined || slots[index] === activeSlot) return;
    activeSlot = slots[index];
    selections.emit();
  };

  return {
    get active() {
      return indexOfActive();
    },
    get slots() {
      return slots;
    },
    slotsOfTrajectories: (trajectories) =>
      slotsOf(
        trajectories.map(({ start }) => start),
        lastStarts,
        slots,
      ),
    add(x, y) {
      const { slice, starts } = store.experiment;
      beforeAdd = starts;
      set(withInitialCondition(starts, stateAt(slice, x, y)));
      select(slots.length - 1);
    },
    undoAdd() {
      if (beforeAdd) set(beforeAdd);
      beforeAdd = undefined;
    },
    move(index, x, y) {
      const { slice, starts } = store.experiment;
      const start = starts[index];
      if (start) set(withReplacedInitialCondition(starts, index, stateAt(slice, x, y, start)));
    },
    remove: (index) => set(withoutInitialCondition(store.experiment.starts, index)),
    select,
    selections,
    destroy: end,
  };
}
