import { indexOf, type Axis, type Slice } from './experiment.ts';

/** A map's size in pixels; row 0 is the lowest y. */
export interface Grid {
  readonly width: number;
  readonly height: number;
}

/** The coordinate at the centre of pixel `index` of `count` along an axis. */
export function pixelCentre({ min, max }: Axis, index: number, count: number): number {
  return min + ((index + 0.5) / count) * (max - min);
}

/**
 * The initial conditions of pixels `first` to `first + count - 1` of a grid, four numbers each,
 * row by row from the lowest y. `out` holds them from its beginning; by default a new float64 array.
 */
export function initialConditionsOfPixels<T extends Float32Array | Float64Array = Float64Array>(
  { x, y, hold }: Slice,
  { width, height }: Grid,
  first: number,
  count: number,
  out: T = new Float64Array(4 * count) as T,
): T {
  const [xIndex, yIndex] = [indexOf(x.component), indexOf(y.component)];
  for (let i = 0; i < count; i++) {
    const pixel = first + i;
    out.set(hold, 4 * i);
    out[4 * i + xIndex] = pixelCentre(x, pixel % width, width);
    out[4 * i + yIndex] = pixelCentre(y, Math.floor(pixel / width), height);
  }
  return out;
}
