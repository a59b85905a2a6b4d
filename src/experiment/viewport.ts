/** The viewport that a plane shows: how zooming and panning move its axes, within which limits. */
import type { Plane, PlaneAxis } from './experiment.ts';
import type { Grid } from './grid.ts';
import { componentOf, isParameterAxis } from './plane.ts';
import { MAX_COORDINATE } from './format/read-axis.ts';
import { COMPONENTS } from '../models/state.ts';

/** No viewport is narrower, nor narrower than this fraction of its coordinates. */
const MIN_WIDTH = { span: 1e-9, share: 2 ** -30 };

/** Bounds are written so finely that no screen has a pixel for what rounding moves them. */
const DIVISIONS = 8192;

/** Pixels of a pane on most screens: a point of it is written this finely. */
const POINTS = 400;

/** The least and the most that an axis may reach. */
function limitsOf(axis: PlaneAxis): readonly [number, number] {
  if (!isParameterAxis(axis)) return [-MAX_COORDINATE, MAX_COORDINATE];
  return [axis.declared.min, axis.declared.max];
}

/** What an axis is even in: its values, or their logarithms. */
const isLogarithmic = (axis: PlaneAxis) => isParameterAxis(axis) && axis.scale === 'log';
const toEven = (axis: PlaneAxis, value: number) => (isLogarithmic(axis) ? Math.log(value) : value);
const fromEven = (axis: PlaneAxis, even: number) => (isLogarithmic(axis) ? Math.exp(even) : even);

/**
 * The viewport around a point that stays where it is, `factor` times narrower, or as narrow or wide
 * as may be.
 * @param x, y the point, as fractions from the lower left
 */
export function zoomed<P extends Plane>(plane: P, factor: number, x: number, y: number): P {
  const axes = [plane.x, plane.y];
  const narrowest = Math.max(...axes.map((axis) => minSpan(axis) / spanOf(axis)));
  const widest = Math.min(...axes.map((axis) => widthOf(axis) / spanOf(axis)));
  const fraction = Math.min(widest, Math.max(Math.min(1, narrowest), 1 / factor));
  const scaled = (axis: PlaneAxis, at: number): PlaneAxis => {
    const [min, max] = evenEnds(axis);
    const fixed = min + at * spanOf(axis);
    return withinLimits(axis, [fixed + fraction * (min - fixed), fixed + fraction * (max - fixed)]);
  };
  return { ...plane, x: scaled(plane.x, x), y: scaled(plane.y, y) };
}

/** The viewport moved by fractions of its width and height, as far as the limits let it. */
export function panned<P extends Plane>(plane: P, right: number, up: number): P {
  const moved = (axis: PlaneAxis, fraction: number): PlaneAxis => {
    const distance = fraction * spanOf(axis);
    const [min, max] = evenEnds(axis);
    return withinLimits(axis, [min + distance, max + distance]);
  };
  return { ...plane, x: moved(plane.x, right), y: moved(plane.y, up) };
}

/** The viewport with bounds that a short link holds. Viewports as wide as each other stay so. */
export function rounded<P extends Plane>(plane: P): P {
  const written = (axis: PlaneAxis): PlaneAxis => {
    const [least, most] = limitsOf(axis);
    if (isLogarithmic(axis)) {
      const digits = digitsOf(spanOf(axis) / DIVISIONS);
      const [min, max] = [axis.min, axis.max].map((end) => Number(end.toPrecision(digits)));
      return { ...axis, min: Math.max(least, min!), max: Math.min(most, max!) };
    }
    const decimals = decimalsOf(spanOf(axis) / DIVISIONS);
    const min = withDecimals(axis.min, decimals);
    const max = withDecimals(min + withDecimals(spanOf(axis), decimals), decimals);
    return { ...axis, min: Math.max(least, min), max: Math.min(most, max) };
  };
  return { ...plane, x: written(plane.x), y: written(plane.y) };
}

/** A value on an axis as finely as a pane shows it. */
export function roundedPoint(axis: PlaneAxis, value: number): number {
  const [least, most] = limitsOf(axis);
  const clipped = Math.min(most, Math.max(least, value));
  return isLogarithmic(axis)
    ? Number(clipped.toPrecision(digitsOf(spanOf(axis) / POINTS)))
    : withDecimals(clipped, decimalsOf(spanOf(axis) / POINTS));
}

/** Where a viewport lies in another one, from the upper left, in shares of the other's sides. */
export interface Placement {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the picture of one slice belongs in another's; undefined where their planes differ. */
export function placementOf(shown: Plane, wanted: Plane): Placement | undefined {
  if (!isSamePlane(shown, wanted)) return undefined;
  const [width, height] = [spanOf(wanted.x), spanOf(wanted.y)];
  return {
    x: (evenEnds(shown.x)[0] - evenEnds(wanted.x)[0]) / width,
    y: (evenEnds(wanted.y)[1] - evenEnds(shown.y)[1]) / height,
    width: spanOf(shown.x) / width,
    height: spanOf(shown.y) / height,
  };
}

/** Whether two planes differ in their viewports at most. */
export function isSamePlane(a: Plane, b: Plane): boolean {
  if (!isSameTarget(a.x, b.x) || !isSameTarget(a.y, b.y)) return false;
  return COMPONENTS.every((component, i) => onAxis(a, component) || a.hold[i] === b.hold[i]);
}

/** Whether two axes differ in their ranges at most. */
function isSameTarget(a: PlaneAxis, b: PlaneAxis): boolean {
  if (!isParameterAxis(a) || !isParameterAxis(b)) return componentOf(a) === componentOf(b);
  return a.parameter === b.parameter && a.scale === b.scale;
}

function onAxis({ x, y }: Plane, component: string): boolean {
  return componentOf(x) === component || componentOf(y) === component;
}

export function isSameViewport(a: Plane, b: Plane): boolean {
  return (['x', 'y'] as const).every(
    (side) => a[side].min === b[side].min && a[side].max === b[side].max,
  );
}

/** Whether two planes have the same starts. */
export function isSameSlice(a: Plane, b: Plane): boolean {
  return isSamePlane(a, b) && isSameViewport(a, b);
}

/** Whether a state lies in the plane: what is held of it is what the plane holds. */
export function isInPlane(plane: Plane, state: ArrayLike<number>): boolean {
  return COMPONENTS.every((component, i) => onAxis(plane, component) || state[i] === plane.hold[i]);
}

/** Neighbouring starts fewer steps of float32 apart than this show rounding, not dynamics. */
const MIN_FLOAT32_STEPS = 4;

/**
 * How far neighbouring pixels of a map are apart, counted in the steps of float32 there: ulps of
 * the largest coordinate, on the axis where they are fewer.
 * @param grid the map's pixels
 */
export function float32Steps({ x, y }: Plane, { width, height }: Grid): number {
  const stepsOf = (axis: PlaneAxis, pixels: number): number => {
    // Of a logarithm: the ulp of a number near 1, which is that of the relative difference.
    const largest = isLogarithmic(axis) ? 1 : largestMagnitude(axis);
    const ulp = 2 ** (Math.floor(Math.log2(largest)) - 23);
    return spanOf(axis) / pixels / ulp;
  };
  return Math.min(stepsOf(x, width), stepsOf(y, height));
}

/** Whether a map of these pixels needs float64. */
export function isBelowFloat32(plane: Plane, grid: Grid): boolean {
  return float32Steps(plane, grid) < MIN_FLOAT32_STEPS;
}

function minSpan(axis: PlaneAxis): number {
  if (isLogarithmic(axis)) return MIN_WIDTH.share;
  const least = isParameterAxis(axis) ? 0 : MIN_WIDTH.span;
  return Math.max(least, MIN_WIDTH.share * largestMagnitude(axis));
}

/** The ends of an axis in what it is even in. */
function evenEnds(axis: PlaneAxis): readonly [number, number] {
  return [toEven(axis, axis.min), toEven(axis, axis.max)];
}

function spanOf(axis: PlaneAxis): number {
  const [min, max] = evenEnds(axis);
  return max - min;
}

/** The widest that an axis may be. */
function widthOf(axis: PlaneAxis): number {
  const [least, most] = limitsOf(axis);
  // A logarithmic axis ends somewhere above 0.
  if (isLogarithmic(axis)) return Math.log(most / Math.max(least, most * LEAST_SHARE));
  return most - least;
}

/** The least value of a logarithmic axis that may begin at 0, as a share of the most. */
const LEAST_SHARE = 1e-6;

function largestMagnitude({ min, max }: PlaneAxis): number {
  return Math.max(Math.abs(min), Math.abs(max));
}

/** The axis between two ends, moved as wide as they are to lie within the limits. */
function withinLimits(axis: PlaneAxis, [low, high]: readonly [number, number]): PlaneAxis {
  const [least, most] = limitsOf(axis);
  const lowest = isLogarithmic(axis) ? toEven(axis, Math.max(least, most * LEAST_SHARE)) : least;
  const highest = toEven(axis, most);
  const shift = Math.max(0, lowest - low) + Math.min(0, highest - high);
  return {
    ...axis,
    // What rounding of logarithms moves beyond the limits comes back.
    min: Math.max(least, fromEven(axis, Math.max(lowest, low + shift))),
    max: Math.min(most, fromEven(axis, Math.min(highest, high + shift))),
  };
}

/** Significant digits that tell relative differences of this size apart. */
function digitsOf(difference: number): number {
  return Math.min(15, Math.max(2, 1 - Math.floor(Math.log10(difference))));
}

/** Decimals of the largest power of ten that is at most `value`; of whole ones none. */
function decimalsOf(value: number): number {
  return Math.max(0, -Math.floor(Math.log10(value) + 1e-9));
}

function withDecimals(value: number, decimals: number): number {
  // Adding 0 makes -0 a plain 0.
  return Number(value.toFixed(decimals)) + 0;
}
