/** Numbers of maps and of single states. */
import { type Engine, type Job, type Results } from '../experiment/engine.ts';
import { columnIn, rowLayoutOf } from '../experiment/ensemble/rows.ts';
import { mapMeasureOf } from '../experiment/ensemble/ensemble.ts';
import type { Experiment } from '../experiment/experiment.ts';
import type { Grid } from '../experiment/grid.ts';
import { mapOf } from '../experiment/pixels.ts';
import { MEASURES } from '../measures/index.ts';
import type { State } from '../models/state.ts';

/** Measured numbers by their names: of a map one each pixel, of states one each state. */
export interface Measurements {
  /** What may be asked for. What was not measured is NaN. */
  readonly columns: readonly string[];
  /**
   * One column; of a map row by row from the lowest y.
   * @returns `outcome` as an index in `OUTCOMES`
   * @throws RangeError where there is no such column
   */
  column(id: string): Float64Array;
}

/**
 * Measures the experiment's map: the plane of its axes `x` and `y`, at the centre of each pixel.
 * @param engine `cpuEngine`, or one of `ganfield/gpu`
 * @param grid pixels across and upwards
 * @param job ids of `measures` (by default the experiment's), `progress` from 0 to 1, and a `signal` that aborts
 * @throws the signal's reason when aborted; RangeError for a horizon of under four steps
 */
export async function measureMap(
  engine: Engine,
  experiment: Experiment,
  grid: Grid,
  job: Pick<Job, 'measures' | 'progress' | 'signal'> = {},
): Promise<Measurements> {
  const { columns } = rowLayoutOf(experiment, job.measures ?? [mapMeasureOf(experiment).id]);
  return measurementsOf(columns, await mapOf(engine, experiment, grid, job));
}

/**
 * Measures training from each of these states.
 * @param states each in the order phi1, phi2, theta1, theta2
 * @param job as for `measureMap`; by default all measures but `basin`
 * @throws as `measureMap`
 */
export async function measureStates(
  engine: Engine,
  experiment: Experiment,
  states: readonly State[],
  job: Pick<Job, 'measures' | 'progress' | 'signal'> = {},
): Promise<Measurements> {
  const columns = MEASURES.map(({ id }) => id);
  return measurementsOf(
    columns,
    await engine.measure(experiment, Float64Array.from(states.flat()), job),
  );
}

function measurementsOf(columns: readonly string[], results: Results): Measurements {
  const width = columns.length;
  return {
    columns,
    column: (id) => {
      const column = columnIn({ columns }, id);
      return Float64Array.from(
        { length: results.length / width },
        (_, row) => results[width * row + column]!,
      );
    },
  };
}
