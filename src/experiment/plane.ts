/** The plane of a map: its axes are components of the initial state, or parameters. */
import type { NumberParameter } from '../models/parameter.ts';
import type { Component } from '../models/state.ts';
import { MODIFIERS } from '../models/modifiers.ts';
import {
  numberOf,
  withValues,
  type Axis,
  type DeclaredAxis,
  type Experiment,
  type ParameterAxes,
  type ParameterAxis,
  type Plane,
  type PlaneAxis,
  type Slice,
} from './experiment.ts';
import { methodOf, modelOf, type DynamicsChoice } from './parameters.ts';

/** What a map of the experiment shows. */
export function mapPlane(experiment: Experiment): Plane {
  const { slice, parameterAxes } = experiment;
  if (!parameterAxes) return slice;
  const axisOf = (side: 'x' | 'y'): PlaneAxis => {
    const axis = parameterAxes[side];
    return axis ? { ...axis, declared: declarationOf(experiment, axis) } : slice[side];
  };
  return { x: axisOf('x'), y: axisOf('y'), hold: slice.hold };
}

export function isParameterAxis<A extends Axis>(axis: A): axis is Extract<A, ParameterAxis> {
  return 'parameter' in axis;
}

/** The component that an axis runs through; undefined where that is a parameter. */
export function componentOf(axis: Axis): Component | undefined {
  return 'parameter' in axis ? undefined : axis.component;
}

/** Whether both axes are components. */
export function isSlice(plane: Plane): plane is Slice {
  return !isParameterAxis(plane.x) && !isParameterAxis(plane.y);
}

/** The parameters on the axes of a plane, those of x first. */
export function parameterAxesOf({ x, y }: Plane): readonly DeclaredAxis[] {
  return [x, y].filter((axis) => isParameterAxis(axis));
}

/** The least and the most of each parameter that differs from start to start. */
export type Ranges = Readonly<Record<string, readonly [number, number]>>;

/** Of the parameters on a plane's axes. */
export function rangesOf(plane: Plane): Ranges {
  return Object.fromEntries(
    parameterAxesOf(plane).map(({ parameter, min, max }) => [parameter, [min, max]]),
  );
}

/** The numbers that an axis may run through, in the order of the panel. */
export function axisParameters(choice: DynamicsChoice): readonly NumberParameter[] {
  return [
    ...modelOf(choice).parameters,
    ...MODIFIERS.filter(({ name }) => name !== 'seed'),
    ...methodOf(choice.method).parameters,
  ].filter((parameter) => parameter.kind === 'number');
}

function declarationOf(experiment: Experiment, { parameter }: ParameterAxis): NumberParameter {
  return axisParameters(experiment).find(({ name }) => name === parameter)!;
}

/** The value at a fraction of an axis, 0 at its lower end. */
export function valueAt(axis: Axis, fraction: number): number {
  const { min, max } = axis;
  if (isParameterAxis(axis) && axis.scale === 'log') return min * (max / min) ** fraction;
  return min + fraction * (max - min);
}

/** Where a value lies on an axis: 0 at its lower end, 1 at its upper one. */
export function fractionOn(axis: Axis, value: number): number {
  const { min, max } = axis;
  if (isParameterAxis(axis) && axis.scale === 'log') {
    return Math.log(value / min) / Math.log(max / min);
  }
  return (value - min) / (max - min);
}

/** The value of an axis' parameter at a fraction of it: a whole one where the parameter is. */
export function parameterAt(axis: DeclaredAxis, fraction: number): number {
  const { integer, min, max } = axis.declared;
  const value = valueAt(axis, fraction);
  return integer ? Math.min(max, Math.max(min, Math.round(value))) : value;
}

/** The experiment with one of the map's axes changed; a component is one of the slice's. */
export function withAxis(experiment: Experiment, side: 'x' | 'y', axis: Axis): Experiment {
  const { [side]: _, ...others } = experiment.parameterAxes ?? {};
  if (isParameterAxis(axis)) {
    return withParameterAxes(experiment, { ...others, [side]: axis });
  }
  const slice = { ...experiment.slice, [side]: axis };
  return withParameterAxes({ ...experiment, slice }, others);
}

/** The experiment with parameters in place of the slice's axes on the map. */
export function withParameterAxes(experiment: Experiment, axes: ParameterAxes): Experiment {
  const { parameterAxes: _, ...rest } = experiment;
  if (!axes.x && !axes.y) return rest;
  return { ...rest, slice: withTwoComponents(rest.slice, axes), parameterAxes: axes };
}

/** The slice whose axes differ: of equal ones the one that is unseen beneath a parameter changes. */
function withTwoComponents(slice: Slice, axes: ParameterAxes): Slice {
  const { component } = slice.x;
  if (component !== slice.y.component) return slice;
  const side = axes.x ? 'x' : 'y';
  return { ...slice, [side]: { ...slice[side], component: BESIDE[component] } };
}

/** The other component of the same player. */
const BESIDE: Readonly<Record<Component, Component>> = {
  phi1: 'phi2',
  phi2: 'phi1',
  theta1: 'theta2',
  theta2: 'theta1',
};

/** The experiment with another viewport of the plane that its map shows. */
export function withMapPlane(experiment: Experiment, { x, y }: Plane): Experiment {
  const written = (axis: PlaneAxis): Axis => {
    if (!isParameterAxis(axis)) return axis;
    const { declared: _, ...stored } = axis;
    return stored;
  };
  return withAxis(withAxis(experiment, 'x', written(x)), 'y', written(y));
}

/** The experiment whose map shows the slice. */
export function onSlice(experiment: Experiment): Experiment {
  return experiment.parameterAxes ? withParameterAxes(experiment, {}) : experiment;
}

/** The experiment at a point of a plane of parameters, by their values. */
export function atParameters(
  experiment: Experiment,
  names: readonly string[],
  values: ArrayLike<number>,
): Experiment {
  return withValues(experiment, Object.fromEntries(names.map((name, i) => [name, values[i]!])));
}

/** The largest value of a parameter on the map. */
export function largestOf(experiment: Experiment, name: string): number {
  const axis = parameterAxesOf(mapPlane(experiment)).find(({ parameter }) => parameter === name);
  return axis ? axis.max : numberOf(experiment, name);
}
