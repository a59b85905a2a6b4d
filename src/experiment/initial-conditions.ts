/** Edits of an experiment's list of initial conditions: pure. */
import { indexOf, MAX_INITIAL_CONDITIONS, type Slice } from './experiment.ts';
import type { State } from '../models/state.ts';
import { roundedPoint } from './viewport.ts';

type InitialConditions = readonly State[];

/** Appends an initial condition; drops the oldest one where the list is full. */
export function withInitialCondition(starts: InitialConditions, start: State): InitialConditions {
  return [...starts.slice(Math.max(0, starts.length + 1 - MAX_INITIAL_CONDITIONS)), start];
}

export function withoutInitialCondition(
  starts: InitialConditions,
  index: number,
): InitialConditions {
  return starts.filter((_, i) => i !== index);
}

export function withReplacedInitialCondition(
  starts: InitialConditions,
  index: number,
  start: State,
): InitialConditions {
  return starts.map((old, i) => (i === index ? start : old));
}

/**
 * The state at a point of the viewport, written as finely as a pane shows it.
 * @param x, y fractions of the viewport from its lower left
 * @param held the state whose other components it has; by default those that the slice holds
 */
export function stateAt(slice: Slice, x: number, y: number, held: State = slice.hold): State {
  const state: [number, number, number, number] = [...held];
  for (const [axis, fraction] of [
    [slice.x, x],
    [slice.y, y],
  ] as const) {
    state[indexOf(axis.component)] = roundedPoint(
      axis,
      axis.min + fraction * (axis.max - axis.min),
    );
  }
  return state;
}

/** Where a state lies in the viewport, as fractions from its lower left; beyond it outside 0 to 1. */
export function pointOf({ x, y }: Slice, state: State): { readonly x: number; readonly y: number } {
  const fraction = ({ component, min, max }: Slice['x']): number =>
    (state[indexOf(component)]! - min) / (max - min);
  return { x: fraction(x), y: fraction(y) };
}

/**
 * Which colour each start has. A start keeps its colour while others come and go; one that moved
 * keeps that of its place in the list; a new one gets the first that is free.
 */
export function slotsOf(
  starts: InitialConditions,
  before: InitialConditions,
  slots: readonly number[],
): number[] {
  const left = new Set(before.keys());
  const isSame = (a: State, b: State | undefined) => a.every((value, part) => value === b?.[part]);
  const result: (number | undefined)[] = starts.map((start, i) =>
    isSame(start, before[i]) && left.delete(i) ? slots[i] : undefined,
  );
  starts.forEach((start, i) => {
    const same = result[i] === undefined && [...left].find((j) => isSame(start, before[j]));
    if (typeof same === 'number' && left.delete(same)) result[i] = slots[same];
  });
  if (starts.length === before.length) {
    result.forEach((slot, i) => {
      if (slot === undefined && left.delete(i)) result[i] = slots[i];
    });
  }
  const taken = new Set(result);
  return result.map((slot) => {
    if (slot !== undefined) return slot;
    const free = Array.from({ length: MAX_INITIAL_CONDITIONS }, (_, i) => i).find(
      (i) => !taken.has(i),
    )!;
    taken.add(free);
    return free;
  });
}
