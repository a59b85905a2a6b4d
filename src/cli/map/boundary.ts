/** The boundary between a map's labels, and how much of the plane it fills. */
import type { Band } from '../../experiment/bands.ts';
import { putLabels } from '../../experiment/ensemble/labels.ts';
import type { RowLayout } from '../../experiment/ensemble/rows.ts';
import type { Grid } from '../../experiment/grid.ts';
import { boxDimension, MIN_DIMENSION_SIDE, type Dimension } from '../../measures/box-dimension.ts';
import type { MapMeasure } from '../../measures/statistics.ts';
import { UsageError } from '../errors.ts';

/** Collects labels as a map's bands come. */
export interface Boundary {
  /** The measure whose labels these are. */
  readonly of: string;
  put(band: Band, layout: RowLayout, grid: Grid): void;
  /** Once all bands are there. @throws RangeError of a map that is too small */
  dimension(): Dimension;
}

/** @throws UsageError where no measure has labels, or the map is too small */
export function boundaryOf(measures: readonly MapMeasure[], grid: Grid): Boundary {
  const measure = measures.find(({ id }) => id === 'outcome' || id === 'basin');
  if (!measure) {
    const ids = measures.map(({ id }) => id).join(',');
    throw new UsageError(`invalid dimension: --measure is ${ids}, expected outcome or basin in it`);
  }
  if (Math.min(grid.width, grid.height) < MIN_DIMENSION_SIDE) {
    throw new UsageError(
      `invalid size: ${grid.width}x${grid.height}, expected at least ${MIN_DIMENSION_SIDE}x${MIN_DIMENSION_SIDE} with --dimension`,
    );
  }
  let labels = new Uint16Array();
  let across = 0;
  return {
    of: measure.id,
    put({ firstRow, results }, layout, { width, height }) {
      if (firstRow === 0) {
        labels = new Uint16Array(width * height);
        across = width;
      }
      putLabels(labels, firstRow * width, results, layout, measure.id);
    },
    dimension: () => boxDimension(labels, across),
  };
}

/** In one line for people. */
export function dimensionText(of: string, { value, error, sizes }: Dimension): string {
  if (value === undefined || error === undefined) {
    return `there is no boundary of ${of} in view: it has no dimension`;
  }
  return `box-counting dimension of the boundary of ${of}: ${value.toFixed(3)} ± ${error.toFixed(3)}, by boxes of 1 to ${sizes.at(-1)} pixels`;
}
