/** The point of a map over parameters at which the phase space is shown: pure. */
import { indexOf, numberOf, withValues, type Experiment, type PlaneAxis } from '../experiment.ts';
import { fractionOn, isParameterAxis, isSlice, mapPlane, parameterAt, valueAt } from '../plane.ts';
import { roundedPoint } from '../viewport.ts';
import type { Component, State } from '../../models/state.ts';

/** A place on the map, in fractions from its lower left. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Where the experiment's own values are on its map; undefined where no axis is a parameter. */
export function crossHairOf(experiment: Experiment): Place | undefined {
  const plane = mapPlane(experiment);
  if (isSlice(plane)) return undefined;
  const placeOn = (axis: PlaneAxis) =>
    fractionOn(
      axis,
      isParameterAxis(axis)
        ? numberOf(experiment, axis.parameter)
        : experiment.slice.hold[indexOf(axis.component)]!,
    );
  return { x: placeOn(plane.x), y: placeOn(plane.y) };
}

/**
 * The experiment with the values at a place of its map. Of a component what the plane holds changes, and
 * with it the start that is the plane's own.
 */
export function withCrossHair(experiment: Experiment, { x, y }: Place): Experiment {
  const plane = mapPlane(experiment);
  return [
    [plane.x, x],
    [plane.y, y],
  ].reduce(
    (moved, [axis, fraction]) => withValueOn(moved, axis as PlaneAxis, fraction as number),
    experiment,
  );
}

function withValueOn(experiment: Experiment, axis: PlaneAxis, fraction: number): Experiment {
  const inside = Math.min(1, Math.max(0, fraction));
  if (isParameterAxis(axis)) {
    const value = roundedPoint(axis, parameterAt(axis, inside));
    return withValues(experiment, { [axis.parameter]: value });
  }
  const { slice, starts } = experiment;
  const value = roundedPoint(axis, valueAt(axis, inside));
  const hold = withComponent(slice.hold, axis.component, value);
  const isOwn = (start: State) => start.every((component, i) => component === slice.hold[i]);
  return {
    ...experiment,
    slice: { ...slice, hold },
    starts: starts.map((start) => (isOwn(start) ? hold : start)),
  };
}

function withComponent(state: State, component: Component, value: number): State {
  const next: [number, number, number, number] = [...state];
  next[indexOf(component)] = value;
  return next;
}
