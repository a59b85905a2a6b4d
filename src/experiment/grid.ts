import { indexOf, type Axis, type Experiment, type Plane, type PlaneAxis } from './experiment.ts';
import {
  componentOf,
  isParameterAxis,
  parameterAt,
  parameterAxesOf,
  mapPlane,
  valueAt,
  type Ranges,
} from './plane.ts';

/** A map's size in pixels; row 0 is the lowest y. */
export interface Grid {
  readonly width: number;
  readonly height: number;
}

/** Parameters whose values differ from start to start. */
export interface Varied {
  readonly names: readonly string[];
  /** Row-major, one row a start, one column a name. */
  readonly values: Float64Array;
}

/** The least and the most of each of these parameters. */
export function rangesOfVaried({ names, values }: Varied): Ranges {
  return Object.fromEntries(
    names.map((name, column) => {
      let [least, most] = [Infinity, -Infinity];
      for (let i = column; i < values.length; i += names.length) {
        least = Math.min(least, values[i]!);
        most = Math.max(most, values[i]!);
      }
      return [name, [least, most]];
    }),
  );
}

/** What is measured at the pixels of a map. */
export interface PixelStarts {
  /** Initial conditions, four numbers each. */
  readonly starts: Float64Array;
  /** Present where an axis is a parameter. */
  readonly varied?: Varied;
}

/** The coordinate at the centre of pixel `index` of `count` along an axis. */
export function pixelCentre(axis: Axis, index: number, count: number): number {
  return valueAt(axis, (index + 0.5) / count);
}

/**
 * The initial conditions of pixels `first` to `first + count - 1` of a grid, four numbers each,
 * row by row from the lowest y. `out` holds them from its beginning; by default a new float64 array.
 */
export function initialConditionsOfPixels<T extends Float32Array | Float64Array = Float64Array>(
  { x, y, hold }: Plane,
  { width, height }: Grid,
  first: number,
  count: number,
  out: T = new Float64Array(4 * count) as T,
): T {
  const [xComponent, yComponent] = [componentOf(x), componentOf(y)];
  for (let i = 0; i < count; i++) {
    const pixel = first + i;
    out.set(hold, 4 * i);
    if (xComponent) out[4 * i + indexOf(xComponent)] = pixelCentre(x, pixel % width, width);
    if (yComponent) {
      out[4 * i + indexOf(yComponent)] = pixelCentre(y, Math.floor(pixel / width), height);
    }
  }
  return out;
}

/** The parameters of the same pixels; undefined where no axis is a parameter. */
export function variedOfPixels(
  experiment: Experiment,
  { width, height }: Grid,
  first: number,
  count: number,
): Varied | undefined {
  const plane = mapPlane(experiment);
  const { x, y } = plane;
  const names = parameterAxesOf(plane).map(({ parameter }) => parameter);
  if (names.length === 0) return undefined;
  const valueOf = (axis: PlaneAxis, size: number) =>
    isParameterAxis(axis) && ((index: number) => parameterAt(axis, (index + 0.5) / size));
  const [xValue, yValue] = [valueOf(x, width), valueOf(y, height)];
  const values = new Float64Array(names.length * count);
  for (let i = 0, k = 0; i < count; i++) {
    const pixel = first + i;
    if (xValue) values[k++] = xValue(pixel % width);
    if (yValue) values[k++] = yValue(Math.floor(pixel / width));
  }
  return { names, values };
}

/** What is measured at pixels `first` to `first + count - 1`, as `initialConditionsOfPixels` counts them. */
export function startsOfPixels(
  experiment: Experiment,
  grid: Grid,
  first = 0,
  count = grid.width * grid.height,
): PixelStarts {
  const varied = variedOfPixels(experiment, grid, first, count);
  return {
    starts: initialConditionsOfPixels(mapPlane(experiment), grid, first, count),
    ...(varied && { varied }),
  };
}
