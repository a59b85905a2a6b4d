/** The cells of the plane around a window: pure. */
import type { Slice } from '../../experiment/experiment.ts';

/** Cells along a side of the outer plane. */
export const CELLS = 64;

/** More light than this of one particle would show as a dot, and of all not fit a pixel's 32 bits. */
const MOST_LIGHT = { each: 64, all: 4e6 };

/** The outer plane as `FLOW` takes it. */
export function outerValues(outer: Slice | undefined) {
  const { x, y } = outer ?? { x: { min: 0, max: 0 }, y: { min: 0, max: 0 } };
  return { outerXMin: x.min, outerXMax: x.max, outerYMin: y.min, outerYMax: y.max, cells: CELLS };
}

/**
 * The cells whose training passes through the window, but for those that lie in it.
 * @param passed of each cell 1 or 0, row by row from the lowest y
 */
export function cellsUpstream(passed: ArrayLike<number>, window: Slice, outer: Slice): number[] {
  const edge = ({ min, max }: Slice['x'], number: number) => min + ((max - min) * number) / CELLS;
  const isWithin = (axis: 'x' | 'y', number: number) =>
    edge(outer[axis], number) >= window[axis].min &&
    edge(outer[axis], number + 1) <= window[axis].max;
  return Array.from(passed).flatMap((one, cell) => {
    const inWindow = isWithin('x', cell % CELLS) && isWithin('y', Math.floor(cell / CELLS));
    return one === 1 && !inWindow ? [cell] : [];
  });
}

/**
 * The light of a particle from upstream, as a multiple of that of one from the window: spread evenly
 * over the cells they give as much light to a unit of area.
 */
export function passingLightOf(
  cells: number,
  window: Slice,
  outer: Slice,
  particles: number,
): number {
  const area = ({ x, y }: Slice) => (x.max - x.min) * (y.max - y.min);
  const ratio = ((cells / CELLS ** 2) * area(outer)) / area(window);
  return Math.min(ratio, MOST_LIGHT.each, MOST_LIGHT.all / particles);
}
