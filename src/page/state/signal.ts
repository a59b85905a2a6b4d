/** Values that change and those who follow them: what parts of the page subscribe to. */

/** Ends a subscription. A second call does nothing. */
export type Unsubscribe = () => void;

/** Anything whose changes can be followed. */
export interface Source<Event = unknown> {
  /** Calls back for every event from now on, in order. */
  subscribe(listener: (event: Event) => void): Unsubscribe;
}

/** A source with a present value, whose events are the values that it takes. */
export interface ReadonlySignal<T> extends Source<T> {
  readonly value: T;
}

export interface Signal<T> extends ReadonlySignal<T> {
  /** Listeners are called unless it is the very same value. */
  set(value: T): void;
}

export interface Derived<T> extends ReadonlySignal<T> {
  destroy(): void;
}

export interface Channel<Event> extends Source<Event> {
  emit(event: Event): void;
}

/**
 * Delivers every event to every listener, in order. What a listener emits waits until all have
 * seen the present event. A listener that throws keeps no other one from its events: the first
 * error is thrown when all is delivered.
 */
export function channelOf<Event = void>(): Channel<Event> {
  const listeners = new Set<{ readonly call: (event: Event) => void }>();
  const waiting: Event[] = [];
  let delivering = false;

  const deliver = (event: Event, errors: unknown[]) => {
    // Whoever subscribes now hears of the next event first.
    for (const listener of Array.from(listeners)) {
      // It may have been removed by one before it.
      if (!listeners.has(listener)) continue;
      try {
        listener.call(event);
      } catch (error) {
        errors.push(error);
      }
    }
  };

  return {
    emit(event) {
      waiting.push(event);
      if (delivering) return;
      delivering = true;
      const errors: unknown[] = [];
      while (waiting.length > 0) deliver(waiting.shift()!, errors);
      delivering = false;
      if (errors.length > 0) throw errors[0];
    },
    subscribe(call) {
      const listener = { call };
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

export function signalOf<T>(first: T): Signal<T> {
  const { emit, subscribe } = channelOf<T>();
  let value = first;
  return {
    get value() {
      return value;
    },
    set(next) {
      if (next === value) return;
      value = next;
      emit(next);
    },
    subscribe,
  };
}

/**
 * A value that follows from others. It is read anew whenever it is asked for, so that nobody sees
 * one that is out of date; listeners are called where a source's event has changed it.
 * @param read the same value for the same state of the sources
 */
export function derived<T>(read: () => T, sources: readonly Source[]): Derived<T> {
  const { emit, subscribe } = channelOf<T>();
  let known = read();
  const refresh = () => {
    const next = read();
    if (next === known) return;
    known = next;
    emit(next);
  };
  return {
    get value() {
      return read();
    },
    subscribe,
    destroy: subscribeAll(sources, refresh),
  };
}

/** Follows several sources at once. @returns what ends all of it */
export function subscribeAll(sources: readonly Source[], listener: () => void): Unsubscribe {
  const ends = sources.map((source) => source.subscribe(listener));
  return () => {
    for (const end of ends) end();
  };
}
