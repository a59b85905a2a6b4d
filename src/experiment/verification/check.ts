import {
  agreementOf,
  columnOf,
  findingOf,
  isWithinTolerance,
  sampleOf,
  withIndependent,
  type Agreement,
  type Checked,
} from './agreement.ts';
import { COLUMNS, type Engine, type Results } from '../engine.ts';
import { mapMeasureOf } from '../ensemble/ensemble.ts';
import { numberOf, type Experiment } from '../experiment.ts';
import { startsOfPixels, type Grid, type PixelStarts } from '../grid.ts';
import { baseMeasure } from '../../measures/statistics.ts';
import { FLOAT32 } from '../../measures/length-range.ts';
import { checkIndependently, isIndependentlyCheckable } from './independent/independent-check.ts';
import { roundedRuns } from './rounded-runs.ts';

/** Starts that are measured together: few enough that a slow map shows progress. */
const BATCH = 64;

/** Rows and columns of the starts that an independent integration follows as well. */
const INDEPENDENT_CELLS = 4;

/** The share of a check's progress that float64 has where an independent integration follows. */
const FLOAT64_SHARE = 0.75;

export interface CheckJob {
  /** Another one draws another sample. */
  readonly seed: number;
  readonly signal?: AbortSignal;
  /** Draws this many rows and columns instead of the standard. */
  readonly cells?: number;
  progress?(fraction: number): void;
  /** Called between pieces of work on this thread that take some milliseconds each. */
  pause?(): Promise<void>;
  /** Called after every batch; returns whether to stop with what is checked so far. */
  shouldStop?(): boolean;
}

/**
 * Measures a random sample of a map's starts again, in float64, and compares the experiment's
 * measure. Of a flow a few starts are also integrated independently, so that a fault which float32
 * and float64 have in common shows.
 * @param engine computes in float64
 * @param shown the map's results on `grid`
 * @throws the signal's reason when aborted
 */
export async function checkMap(
  engine: Engine,
  experiment: Experiment,
  { grid, results: shown }: { readonly grid: Grid; readonly results: Results },
  job: CheckJob,
): Promise<Agreement> {
  const measure = baseMeasure(mapMeasureOf(experiment)).id;
  const column = columnOf(measure);
  const step = numberOf(experiment, 'step');
  const pixels = sampleOf(grid, job.seed, job.cells);
  // What integrates independently takes one set of parameters.
  const isAlike = experiment.parameterAxes === undefined;
  const share = isAlike && isIndependentlyCheckable(experiment, measure) ? FLOAT64_SHARE : 1;
  const valuesOf = async (of: Experiment, { starts, varied }: PixelStarts) => {
    const { signal } = job;
    const results = await engine.measure(of, starts, {
      measures: [measure],
      ...(varied && { varied }),
      ...(signal && { signal }),
    });
    return Array.from({ length: starts.length / 4 }, (_, i) => results[i * COLUMNS + column]!);
  };
  const shownAt = (pixel: number) => shown[pixel * COLUMNS + column]!;

  const checked: Checked[] = [];
  for (let first = 0; first < pixels.length; first += BATCH) {
    const batch = pixels.slice(first, first + BATCH);
    const expected = await valuesOf(experiment, startsOf(experiment, grid, batch));
    const apart = batch.flatMap((pixel, i) =>
      isWithinTolerance(measure, shownAt(pixel), expected[i]!, step) ? [] : [i],
    );
    const rounded = new Map<number, number[]>();
    if (apart.length > 0) {
      const starts = startsOf(
        experiment,
        grid,
        apart.map((i) => batch[i]!),
      );
      const [first32, second32] = roundedRuns(experiment, starts, job.seed);
      const values = [
        await valuesOf(first32.experiment, first32),
        await valuesOf(second32.experiment, second32),
      ];
      apart.forEach((i, k) =>
        rounded.set(
          i,
          values.map((run) => run[k]!),
        ),
      );
    }
    batch.forEach((pixel, i) => {
      const comparison = {
        shown: shownAt(pixel),
        expected: expected[i]!,
        rounded: rounded.get(i) ?? [],
        around: neighboursOf(grid, pixel).map(shownAt),
        sunk: shown[pixel * COLUMNS + columnOf('distance')]! < FLOAT32.least,
      };
      const finding = findingOf(measure, comparison, step);
      checked.push({ pixel, shown: comparison.shown, expected: comparison.expected, finding });
    });
    job.progress?.((share * checked.length) / pixels.length);
    if (job.shouldStop?.()) break;
  }
  const agreement = agreementOf(checked);
  if (share === 1) return agreement;
  const few = sampleOf(grid, job.seed, INDEPENDENT_CELLS);
  const { starts } = startsOf(experiment, grid, few);
  const found = await checkIndependently(
    engine,
    experiment,
    [measure],
    starts,
    rowsOf(shown, few),
    {
      ...job,
      progress: (fraction) => job.progress?.(share + (1 - share) * fraction),
    },
  );
  return withIndependent(agreement, found, few);
}

function rowsOf(results: Results, pixels: readonly number[]): Float64Array {
  const rows = new Float64Array(COLUMNS * pixels.length);
  pixels.forEach((pixel, row) =>
    rows.set(results.subarray(COLUMNS * pixel, COLUMNS * (pixel + 1)), COLUMNS * row),
  );
  return rows;
}

function startsOf(experiment: Experiment, grid: Grid, pixels: readonly number[]): PixelStarts {
  const single = pixels.map((pixel) => startsOfPixels(experiment, grid, pixel, 1));
  const names = single[0]?.varied?.names;
  const all = (rows: readonly Float64Array[]) => Float64Array.from(rows.flatMap((row) => [...row]));
  return {
    starts: all(single.map(({ starts }) => starts)),
    ...(names && { varied: { names, values: all(single.map(({ varied }) => varied!.values)) } }),
  };
}

/** The pixels around one, itself included. */
function neighboursOf({ width, height }: Grid, pixel: number): number[] {
  const [column, row] = [pixel % width, Math.floor(pixel / width)];
  return [-1, 0, 1].flatMap((up) =>
    [-1, 0, 1].flatMap((right) => {
      const [x, y] = [column + right, row + up];
      return x < 0 || y < 0 || x >= width || y >= height ? [] : [y * width + x];
    }),
  );
}
