/** The box-counting dimension of the boundary between labels on a grid: pure. */

/** How much of a plane a boundary fills, as far as the grid tells. */
export interface Dimension {
  /** 1 for a smooth line, up to 2 for one that comes near every point; undefined without a boundary. */
  readonly value: number | undefined;
  /** The standard deviation of the slopes from each size to the next: how much it depends on the scale. */
  readonly error: number | undefined;
  /** Sides of the boxes, in the distances of neighbouring pixels. */
  readonly sizes: readonly number[];
  /** So many boxes of each size have a boundary in them. */
  readonly counts: readonly number[];
}

/** Along a side of the grid there are at least this many of the largest boxes. */
const LARGEST = 8;

/** Fewer sizes than this say nothing about how counts scatter. */
const MIN_SIZES = 4;

/** Pixels along the smaller side that the fewest sizes need. */
export const MIN_DIMENSION_SIDE = LARGEST * 2 ** (MIN_SIZES - 1) + 1;

/**
 * Counts boxes whose corners and inner pixels have more than one label, of sides 1, 2, 4 and so on up to
 * an eighth of the grid; the dimension is minus the slope of ln(count) over ln(side), by least squares.
 * All sizes cover one square of the grid, in its middle, so that none loses more of the view than another.
 * What is finer than the grid is not seen: of a fractal the value is rather too low.
 * @param labels row by row, `width` in a row; equal labels are equal numbers
 * @throws RangeError where a side has fewer than `MIN_DIMENSION_SIDE` pixels
 */
export function boxDimension(labels: ArrayLike<number>, width: number): Dimension {
  const height = labels.length / width;
  const cells = Math.min(width, height) - 1;
  if (cells + 1 < MIN_DIMENSION_SIDE) {
    throw new RangeError(
      `invalid grid: ${width} x ${height}, expected at least ${MIN_DIMENSION_SIDE} pixels along each side`,
    );
  }
  const largest = 2 ** Math.floor(Math.log2(cells / LARGEST));
  const [columns, rows] = [width, height].map(
    (side) => largest * Math.floor((side - 1) / largest),
  ) as [number, number];
  const left = Math.floor((width - 1 - columns) / 2);
  const low = Math.floor((height - 1 - rows) / 2);
  const labelAt = (i: number, j: number) => labels[(low + j) * width + left + i]!;
  // What a box of the smallest size has in it: its one label, or NaN where there are several.
  let within = new Float64Array(columns * rows);
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const label = labelAt(i, j);
      const isOne =
        label === labelAt(i + 1, j) &&
        label === labelAt(i, j + 1) &&
        label === labelAt(i + 1, j + 1);
      within[j * columns + i] = isOne ? label : Number.NaN;
    }
  }
  const sizes: number[] = [];
  const counts: number[] = [];
  for (let size = 1, across = columns; size <= largest; size *= 2, across /= 2) {
    sizes.push(size);
    counts.push(within.reduce((count, label) => count + Number(Number.isNaN(label)), 0));
    within = merged(within, across);
  }
  return { ...slopeOf(sizes, counts), sizes, counts };
}

/** Boxes of twice the side, of four each. */
function merged(boxes: Float64Array, across: number): Float64Array<ArrayBuffer> {
  const half = across / 2;
  const rows = Math.floor(boxes.length / across / 2);
  const out = new Float64Array(half * rows);
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < half; i++) {
      const at = 2 * j * across + 2 * i;
      const label = boxes[at]!;
      // Neighbours share their corners, so labels that are the same in each are the same in all.
      const isOne =
        label === boxes[at + 1] && label === boxes[at + across] && label === boxes[at + across + 1];
      out[j * half + i] = isOne ? label : Number.NaN;
    }
  }
  return out;
}

function slopeOf(
  sizes: readonly number[],
  counts: readonly number[],
): Pick<Dimension, 'value' | 'error'> {
  if (counts.includes(0)) return { value: undefined, error: undefined };
  const [xs, ys] = [sizes, counts].map((numbers) => numbers.map(Math.log)) as [number[], number[]];
  const [meanX, meanY] = [meanOf(xs), meanOf(ys)];
  const spread = xs.reduce((sum, x) => sum + (x - meanX) ** 2, 0);
  const slope = xs.reduce((sum, x, i) => sum + (x - meanX) * (ys[i]! - meanY), 0) / spread;
  const slopes = xs.slice(1).map((x, i) => (ys[i + 1]! - ys[i]!) / (x - xs[i]!));
  const mean = meanOf(slopes);
  const variance = slopes.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (slopes.length - 1);
  return { value: -slope, error: Math.sqrt(variance) };
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
