import type { Experiment } from '../../experiment/experiment.ts';

export type Listener = (experiment: Experiment, previous: Experiment) => void;

/** Where the page keeps its one Experiment. */
export interface Store {
  readonly experiment: Experiment;
  /** Replaces the experiment and tells everybody, unless it is the very same one. */
  update(experiment: Experiment): void;
  /** Calls back after every change. */
  subscribe(listener: Listener): void;
}

export function storeOf(first: Experiment): Store {
  const listeners: Listener[] = [];
  let current = first;
  return {
    get experiment() {
      return current;
    },
    update(next) {
      if (next === current) return;
      const previous = current;
      current = next;
      for (const listener of listeners) {
        listener(next, previous);
        // A listener that changed the experiment has told everybody about the newer one.
        if (current !== next) return;
      }
    },
    subscribe: (listener) => void listeners.push(listener),
  };
}
