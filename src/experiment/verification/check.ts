import { hash } from '../../methods/noise.ts';
import {
  agreementOf,
  columnOf,
  findingOf,
  isWithinTolerance,
  sampleOf,
  type Agreement,
  type Checked,
} from './agreement.ts';
import { COLUMNS, type Engine, type Results } from '../engine.ts';
import { numberOf, textOf, withValues, type Experiment } from '../experiment.ts';
import { initialConditionsOfPixels, type Grid } from '../grid.ts';
import type { Measure } from '../../measures/index.ts';
import { scheduleFor } from '../schedule.ts';

/** Starts that are measured together: few enough that a slow map shows progress. */
const BATCH = 64;

/** A number of float32 is at most this fraction of itself off. */
const ROUNDING = 2 ** -24;

/** Both engines cut the horizon in float64, and count draws of noise by a whole seed. */
const SCHEDULE = new Set(['time', 'step', 'seed']);

export interface CheckJob {
  /** Another one draws another sample. */
  readonly seed: number;
  readonly signal?: AbortSignal;
  /** Draws this many rows and columns instead of the standard. */
  readonly cells?: number;
  progress?(fraction: number): void;
  /** Called after every batch; returns whether to stop with what is checked so far. */
  shouldStop?(): boolean;
}

/**
 * Measures a random sample of a map's starts again, in float64, and compares the experiment's
 * measure.
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
  const measure = textOf(experiment, 'measure') as Measure['id'];
  const column = columnOf(measure);
  const step = numberOf(experiment, 'step');
  const pixels = sampleOf(grid, job.seed, job.cells);
  const valuesOf = async (of: Experiment, starts: Float64Array) => {
    const { signal } = job;
    const results = await engine.measure(of, starts, {
      measures: [measure],
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
        await valuesOf(first32.experiment, first32.starts),
        await valuesOf(second32.experiment, second32.starts),
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
      };
      const finding = findingOf(measure, comparison, step);
      checked.push({ pixel, shown: comparison.shown, expected: comparison.expected, finding });
    });
    job.progress?.(checked.length / pixels.length);
    if (job.shouldStop?.()) break;
  }
  return agreementOf(checked);
}

interface Run {
  readonly experiment: Experiment;
  readonly starts: Float64Array;
}

/**
 * Reproduces float32's rounding in float64: parameters are rounded, an initial condition is off by
 * what the roundings of all steps add up to at random, and in the second run each step is rounded,
 * too.
 */
function roundedRuns(experiment: Experiment, starts: Float64Array, seed: number): [Run, Run] {
  const { steps, step } = scheduleFor(experiment);
  const fraction = ROUNDING * Math.sqrt(steps);
  const moved = (salt: number) =>
    starts.map((x, i) => {
      const own = starts.subarray(i - (i % 4), i - (i % 4) + 4);
      // What is 0 stays so: one dimension is left by no rounding.
      const sign = x === 0 ? 0 : hash(hash(seed + salt) ^ i) & 1 ? 1 : -1;
      return x + sign * fraction * Math.hypot(...own);
    });
  const parameters = withValues(
    experiment,
    Object.fromEntries(
      Object.entries(experiment.values).map(([name, value]) => [
        name,
        typeof value === 'number' && !SCHEDULE.has(name) ? Math.fround(value) : value,
      ]),
    ),
  );
  const reach = starts.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  const perturbation = (ROUNDING * reach) / Math.sqrt(step);
  const perturbed = withValues(parameters, { noise: numberOf(experiment, 'noise') + perturbation });
  return [
    { experiment: parameters, starts: moved(1) },
    { experiment: perturbed, starts: moved(2) },
  ];
}

function startsOf({ slice }: Experiment, grid: Grid, pixels: readonly number[]): Float64Array {
  const starts = new Float64Array(4 * pixels.length);
  pixels.forEach((pixel, i) => {
    initialConditionsOfPixels(slice, grid, pixel, 1, starts.subarray(4 * i, 4 * i + 4));
  });
  return starts;
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
