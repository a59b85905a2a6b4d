import { measureDiagram } from '../experiment/diagram/measure-diagram.ts';
import type { Engine } from '../experiment/engine.ts';
import {
  defaultExperiment,
  numberOf,
  withValues,
  type Axis,
  type Experiment,
} from '../experiment/experiment.ts';
import { startsOfPixels, type Grid } from '../experiment/grid.ts';
import { mapOf } from '../experiment/pixels.ts';
import { atParameters, withAxis } from '../experiment/plane.ts';
import { scheduleFor } from '../experiment/schedule.ts';
import { DIAGRAM, ENSEMBLE, type PlaneRow } from './report.ts';
import type { Settings } from './sections.ts';
import { bestOf, withSteps, type Benchmark } from './timing.ts';

/** Steps of every start of the plane of initial conditions. */
const STEPS = 512;

const METHODS = ['rk4', 'altgd'];

/** What stands beside the map of initial conditions. */
const BESIDE = ['l2 × rateG', 'step × l2', ENSEMBLE, DIAGRAM];

/** Starts behind each pixel of the ensemble. */
const STARTS = 4;

const L2: Axis = { parameter: 'l2', min: 0, max: 1, scale: 'linear' };
const RATE: Axis = { parameter: 'rateG', min: 0.5, max: 2, scale: 'log' };

/**
 * Maps over parameters, of an ensemble, and diagrams, beside maps of initial conditions.
 * @param side pixels along a side of the maps; columns of the diagram, and starts in each
 */
export async function benchPlanes(
  gpu: Engine,
  software: boolean,
  side: number,
  { rounds, coreTime, progress }: Settings,
): Promise<PlaneRow[]> {
  const grid = { width: side, height: side };
  // What else a machine does takes no processor time of this process.
  const clock = software && coreTime ? coreTime : () => performance.now();
  const benchmarks: Record<string, Benchmark> = {};
  for (const method of METHODS) {
    const plain = withSteps(withValues(defaultExperiment('ns-gan', method), { l2: 0.1 }), STEPS);
    const step = numberOf(plain, 'step');
    // Other lengths, about as many steps.
    const lengths: Axis = { parameter: 'step', min: 0.9 * step, max: 1.1 * step, scale: 'log' };
    const planes = {
      slice: plain,
      'l2 × rateG': over(plain, L2, RATE),
      'step × l2': over(plain, lengths, L2),
    };
    for (const [name, experiment] of Object.entries(planes)) {
      benchmarks[`${method} ${name}`] = mapBenchmark(gpu, experiment, grid, clock);
    }
    benchmarks[`${method} ${ENSEMBLE}`] = ensembleBenchmark(gpu, plain, grid, clock);
    benchmarks[`${method} ${DIAGRAM}`] = diagramBenchmark(gpu, plain, grid, clock);
  }
  // Once for what is done the first time only.
  for (const benchmark of Object.values(benchmarks)) await benchmark.run();
  const best = await bestOf(benchmarks, rounds, progress);
  return METHODS.flatMap((method) =>
    BESIDE.map((axes) => {
      const [slice, plane] = [best[`${method} slice`]!, best[`${method} ${axes}`]!];
      return { method, axes, cost: slice / plane, plane, slice };
    }),
  );
}

function over(experiment: Experiment, x: Axis, y: Axis): Experiment {
  return withAxis(withAxis(experiment, 'x', x), 'y', y);
}

/** Steps of single starts a second of a whole map, its starts and their parameters made anew. */
function mapBenchmark(
  gpu: Engine,
  experiment: Experiment,
  grid: Grid,
  clock: () => number,
): Benchmark {
  const steps = stepsOf(experiment, grid);
  return {
    async run() {
      const begun = clock();
      const { starts, varied } = startsOfPixels(experiment, grid);
      await gpu.measure(experiment, starts, { measures: ['outcome'], ...(varied && { varied }) });
      return (1000 * steps) / (clock() - begun);
    },
  };
}

/** The same of a map with an ensemble behind each pixel, all its starts counted. */
function ensembleBenchmark(
  gpu: Engine,
  plain: Experiment,
  grid: Grid,
  clock: () => number,
): Benchmark {
  const box = (['phi1', 'phi2'] as const).map((component) => ({ component, min: -2, max: 2 }));
  const experiment = withValues(
    { ...plain, ensemble: { starts: STARTS, box } },
    { measure: 'outcome' },
  );
  const steps = STARTS * stepsOf(plain, grid);
  return {
    async run() {
      const begun = clock();
      await mapOf(gpu, experiment, grid);
      return (1000 * steps) / (clock() - begun);
    },
  };
}

/** The same of a diagram that counts what as many starts visit. */
function diagramBenchmark(
  gpu: Engine,
  plain: Experiment,
  { width, height }: Grid,
  clock: () => number,
): Benchmark {
  const box = (['theta1', 'theta2'] as const).map((component) => ({ component, min: -2, max: 2 }));
  const experiment = { ...plain, ensemble: { starts: height, box } };
  const diagram = { x: L2, of: 'theta1', last: 0.25 } as const;
  const steps = width * height * scheduleFor(experiment).steps;
  return {
    async run() {
      const begun = clock();
      const size = { columns: width, rows: height, range: [-2, 2] } as const;
      await measureDiagram(gpu, experiment, diagram, size);
      return (1000 * steps) / (clock() - begun);
    },
  };
}

/** Steps of all pixels together. */
function stepsOf(experiment: Experiment, grid: Grid): number {
  const { varied } = startsOfPixels(experiment, grid);
  const column = varied?.names.indexOf('step') ?? -1;
  if (!varied || column < 0) return grid.width * grid.height * scheduleFor(experiment).steps;
  let sum = 0;
  for (let i = column; i < varied.values.length; i += varied.names.length) {
    sum += scheduleFor(atParameters(experiment, ['step'], [varied.values[i]!])).steps;
  }
  return sum;
}
