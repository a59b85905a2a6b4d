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
import { atParameters, withAxis } from '../experiment/plane.ts';
import { scheduleFor } from '../experiment/schedule.ts';
import { DIAGRAM, type PlaneRow } from './report.ts';
import type { Settings } from './sections.ts';
import { bestOf, withSteps, type Benchmark } from './timing.ts';

/** Steps of every start of the plane of initial conditions. */
const STEPS = 512;

const METHODS = ['rk4', 'altgd'];

const L2: Axis = { parameter: 'l2', min: 0, max: 1, scale: 'linear' };
const RATE: Axis = { parameter: 'rateG', min: 0.5, max: 2, scale: 'log' };

/** Maps over parameters, and diagrams, beside maps of initial conditions, all of so many starts along a side. */
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
    benchmarks[`${method} ${DIAGRAM}`] = diagramBenchmark(gpu, plain, grid, clock);
  }
  // Once for what is done the first time only.
  for (const benchmark of Object.values(benchmarks)) await benchmark.run();
  const best = await bestOf(benchmarks, rounds, progress);
  return METHODS.flatMap((method) =>
    ['l2 × rateG', 'step × l2', DIAGRAM].map((axes) => {
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
