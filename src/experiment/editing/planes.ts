import {
  ARTICLE_INITIAL_CONDITION,
  indexOf,
  isSliceOneDimensional,
  type Experiment,
  type Slice,
} from '../experiment.ts';
import type { Component, State } from '../../models/state.ts';

/** A plane that a slice can lie in, by its two components; `line` also holds phi2 = theta2 = 0. */
export interface Plane {
  readonly id: string;
  readonly x: Component;
  readonly y: Component;
  readonly line: boolean;
}

const PAIRS: readonly (readonly [Component, Component])[] = [
  ['theta1', 'theta2'],
  ['phi1', 'phi2'],
  ['theta1', 'phi1'],
  ['theta1', 'phi2'],
  ['theta2', 'phi1'],
  ['theta2', 'phi2'],
];

/** The planes to choose from; a link may bring another one. */
export const PLANES: readonly Plane[] = [
  ...PAIRS.map(([x, y]) => ({ id: `${x}:${y}`, x, y, line: false })),
  { id: 'line', x: 'theta1', y: 'phi1', line: true },
];

export function planeOf(slice: Slice): string {
  const { x, y } = slice;
  if (isSliceOneDimensional(slice) && x.component === 'theta1') return 'line';
  return `${x.component}:${y.component}`;
}

/** Chooses planes one after the other. */
export interface PlaneChoice {
  /** As `withPlane`; back from one dimension with the values that were there before it. */
  choose(experiment: Experiment, id: string): Experiment;
}

/** Remembers what going to one dimension sets to 0, until another experiment is there. */
export function planeChoice(): PlaneChoice {
  let before: Experiment | undefined;
  return {
    choose(experiment, id) {
      const chosen = withPlane(experiment, id);
      if (planeOf(chosen.slice) === 'line') {
        if (planeOf(experiment.slice) !== 'line') before = experiment;
        return chosen;
      }
      if (!before || planeOf(experiment.slice) !== 'line') return chosen;
      const { slice, starts } = before;
      before = undefined;
      const held = isSameState(flat(slice.hold), experiment.slice.hold)
        ? withPlane({ ...experiment, slice: { ...experiment.slice, hold: slice.hold } }, id).slice
        : chosen.slice;
      return {
        ...chosen,
        slice: held,
        // A start that was moved in one dimension stays where it is.
        starts: chosen.starts.map((start, i) =>
          starts[i] && isSameState(flat(starts[i]), start) ? starts[i] : start,
        ),
      };
    },
  };
}

/** The state in one dimension. */
function flat([phi1, , theta1]: State): State {
  return [phi1, 0, theta1, 0];
}

function isSameState(a: State, b: State): boolean {
  return a.every((value, i) => value === b[i]);
}

/** The same experiment on another plane; ranges stay where they are. */
export function withPlane(experiment: Experiment, id: string): Experiment {
  const { slice, starts } = experiment;
  const plane = PLANES.find((candidate) => candidate.id === id);
  if (!plane) return experiment;
  const axes = {
    x: { ...slice.x, component: plane.x },
    y: { ...slice.y, component: plane.y },
  };
  if (plane.line) {
    return { ...experiment, slice: { ...axes, hold: flat(slice.hold) }, starts: starts.map(flat) };
  }
  const chosen = { ...axes, hold: slice.hold };
  const isLine = isSliceOneDimensional(chosen) || isDegenerate(chosen);
  const hold = isLine ? withoutZeros(chosen) : slice.hold;
  return { ...experiment, slice: { ...chosen, hold } };
}

/**
 * Whether every start of a slice in two dimensions has L = phi1 theta2 - phi2 theta1 = 0, so that every
 * path stays on a line through 0: what is held on the axes' other sides is 0.
 */
export function isDegenerate({ x, y, hold }: Slice): boolean {
  if (isSliceOneDimensional({ x, y, hold })) return false;
  const isZero = (component: Component) =>
    component !== x.component && component !== y.component && hold[indexOf(component)] === 0;
  return (isZero('phi1') || isZero('theta2')) && (isZero('phi2') || isZero('theta1'));
}

/** The held values, with those of the article's figures in place of zeros. */
function withoutZeros({ hold }: Slice): State {
  return hold.map((value, i) =>
    value === 0 ? ARTICLE_INITIAL_CONDITION[i]! : value,
  ) as unknown as State;
}

export function withHoldValue(hold: State, component: Component, value: number): State {
  return hold.map((old, index) => (index === indexOf(component) ? value : old)) as unknown as State;
}
