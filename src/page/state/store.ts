import type { Experiment } from '../../experiment/experiment.ts';
import { isSameState, type PageState } from '../../experiment/editing/page-state.ts';
import { channelOf, type Source } from './signal.ts';

/** One change of the page's state. */
export interface Transition {
  readonly state: PageState;
  readonly previous: PageState;
  /** Whether undo restores the state before; false where it belongs to an earlier change. */
  readonly undoable: boolean;
}

export interface ChangeOptions {
  /** Default: true. */
  readonly undoable?: boolean;
}

/** Where the page keeps everything that is stored, shared and undone. */
export interface Store extends Source<Transition> {
  readonly state: PageState;
  /** The one that is edited: `state.experiment`. */
  readonly experiment: Experiment;
  /** Replaces the state; every listener sees every transition, in order. */
  set(state: PageState, options?: ChangeOptions): void;
  /** Replaces the edited experiment and leaves what it is compared with. */
  update(experiment: Experiment, options?: ChangeOptions): void;
}

export function openStore(first: PageState): Store {
  const { emit, subscribe } = channelOf<Transition>();
  let current = first;
  const set: Store['set'] = (state, { undoable = true } = {}) => {
    if (isSameState(state, current)) return;
    const previous = current;
    current = state;
    emit({ state, previous, undoable });
  };
  return {
    get state() {
      return current;
    },
    get experiment() {
      return current.experiment;
    },
    set,
    update: (experiment, options) => set({ ...current, experiment }, options),
    subscribe,
  };
}
