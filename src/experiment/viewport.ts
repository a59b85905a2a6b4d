/** The viewport that a slice shows: how zooming and panning move its axes, within which limits. */
import { indexOf, type Axis, type Slice } from './experiment.ts';
import type { Grid } from './grid.ts';
import { MAX_COORDINATE } from './schema.ts';
import { COMPONENTS } from '../models/state.ts';

/** No viewport is narrower, nor narrower than this fraction of its coordinates. */
const MIN_WIDTH = { span: 1e-9, share: 2 ** -30 };

/** Bounds are written so finely that no screen has a pixel for what rounding moves them. */
const DIVISIONS = 8192;

/** Pixels of a pane on most screens: a point of it is written this finely. */
const POINTS = 400;

/** The plane's axes run from and to, without the component. */
type Interval = Pick<Axis, 'min' | 'max'>;

/**
 * The viewport around a point that stays where it is, `factor` times narrower, or as narrow or wide
 * as may be.
 * @param x, y the point, as fractions from the lower left
 */
export function zoomed(slice: Slice, factor: number, x: number, y: number): Slice {
  const axes = [slice.x, slice.y];
  const narrowest = Math.max(...axes.map((axis) => minSpan(axis) / spanOf(axis)));
  const widest = Math.min(...axes.map((axis) => (2 * MAX_COORDINATE) / spanOf(axis)));
  const fraction = Math.min(widest, Math.max(Math.min(1, narrowest), 1 / factor));
  const scaled = (axis: Axis, at: number): Axis => {
    const fixed = axis.min + at * spanOf(axis);
    return clampedToLimits({
      ...axis,
      min: fixed + fraction * (axis.min - fixed),
      max: fixed + fraction * (axis.max - fixed),
    });
  };
  return { ...slice, x: scaled(slice.x, x), y: scaled(slice.y, y) };
}

/** The viewport moved by fractions of its width and height, as far as the limits let it. */
export function panned(slice: Slice, right: number, up: number): Slice {
  const moved = (axis: Axis, fraction: number): Axis => {
    const distance = fraction * spanOf(axis);
    return clampedToLimits({ ...axis, min: axis.min + distance, max: axis.max + distance });
  };
  return { ...slice, x: moved(slice.x, right), y: moved(slice.y, up) };
}

/** The viewport with bounds that a short link holds. Viewports as wide as each other stay so. */
export function rounded(slice: Slice): Slice {
  const written = (axis: Axis): Axis => {
    const decimals = decimalsOf(spanOf(axis) / DIVISIONS);
    const min = withDecimals(axis.min, decimals);
    const max = withDecimals(min + withDecimals(spanOf(axis), decimals), decimals);
    return { ...axis, min, max: Math.min(MAX_COORDINATE, max) };
  };
  return { ...slice, x: written(slice.x), y: written(slice.y) };
}

/** A coordinate as finely as a pane shows it. */
export function roundedPoint(axis: Interval, value: number): number {
  const clipped = Math.min(MAX_COORDINATE, Math.max(-MAX_COORDINATE, value));
  return withDecimals(clipped, decimalsOf(spanOf(axis) / POINTS));
}

/** Where a viewport lies in another one, from the upper left, in shares of the other's sides. */
export interface Placement {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the picture of one slice belongs in another's; undefined where their planes differ. */
export function placementOf(shown: Slice, wanted: Slice): Placement | undefined {
  if (!isSamePlane(shown, wanted)) return undefined;
  const [width, height] = [spanOf(wanted.x), spanOf(wanted.y)];
  return {
    x: (shown.x.min - wanted.x.min) / width,
    y: (wanted.y.max - shown.y.max) / height,
    width: spanOf(shown.x) / width,
    height: spanOf(shown.y) / height,
  };
}

/** Whether two slices differ in their viewports at most. */
export function isSamePlane(a: Slice, b: Slice): boolean {
  if (a.x.component !== b.x.component || a.y.component !== b.y.component) return false;
  return COMPONENTS.every(
    (component, i) =>
      component === a.x.component || component === a.y.component || a.hold[i] === b.hold[i],
  );
}

export function isSameViewport(a: Slice, b: Slice): boolean {
  return (['x', 'y'] as const).every(
    (side) => a[side].min === b[side].min && a[side].max === b[side].max,
  );
}

/** Whether two slices have the same starts. */
export function isSameSlice(a: Slice, b: Slice): boolean {
  return isSamePlane(a, b) && isSameViewport(a, b);
}

/** Whether a state lies in the slice's plane: what it holds is what the slice holds. */
export function isInPlane({ x, y, hold }: Slice, state: ArrayLike<number>): boolean {
  return hold.every(
    (value, i) => i === indexOf(x.component) || i === indexOf(y.component) || state[i] === value,
  );
}

/** Neighbouring starts fewer steps of float32 apart than this show rounding, not dynamics. */
export const MIN_FLOAT32_STEPS = 4;

/**
 * How far neighbouring pixels of a map are apart, counted in the steps of float32 there: ulps of
 * the largest coordinate, on the axis where they are fewer.
 * @param grid the map's pixels
 */
export function float32Steps({ x, y }: Slice, { width, height }: Grid): number {
  const stepsOf = (axis: Axis, pixels: number): number => {
    const ulp = 2 ** (Math.floor(Math.log2(largestMagnitude(axis))) - 23);
    return spanOf(axis) / pixels / ulp;
  };
  return Math.min(stepsOf(x, width), stepsOf(y, height));
}

function minSpan(axis: Interval): number {
  return Math.max(MIN_WIDTH.span, MIN_WIDTH.share * largestMagnitude(axis));
}

function spanOf({ min, max }: Interval): number {
  return max - min;
}

function largestMagnitude({ min, max }: Interval): number {
  return Math.max(Math.abs(min), Math.abs(max));
}

/** As wide as before, moved to lie within what a slice may hold. */
function clampedToLimits(axis: Axis): Axis {
  const shift = Math.max(0, -MAX_COORDINATE - axis.min) + Math.min(0, MAX_COORDINATE - axis.max);
  return {
    ...axis,
    min: Math.max(-MAX_COORDINATE, axis.min + shift),
    max: Math.min(MAX_COORDINATE, axis.max + shift),
  };
}

/** Decimals of the largest power of ten that is at most `value`, which is under 10. */
function decimalsOf(value: number): number {
  return -Math.floor(Math.log10(value) + 1e-9);
}

function withDecimals(value: number, decimals: number): number {
  // Adding 0 makes -0 a plain 0.
  return Number(value.toFixed(decimals)) + 0;
}
