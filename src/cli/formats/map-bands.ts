import { bandsOf, type Band } from '../../experiment/bands.ts';
import { rowLayoutOf } from '../../experiment/ensemble/rows.ts';
import type { MapJob } from './map-job.ts';

/** The bands of a map from the lowest row, whose labels go to the job's boundary on the way. */
export async function* mapBands(
  { engine, experiment, grid, progress, boundary }: MapJob,
  measures: readonly string[],
): AsyncGenerator<Band> {
  for await (const band of bandsOf(engine, experiment, grid, { measures, progress })) {
    boundary?.put(band, rowLayoutOf(experiment, measures), grid);
    yield band;
  }
}
