import type { Engine } from '../experiment/engine.ts';
import { defaultExperiment, type Experiment } from '../experiment/experiment.ts';
import type { GpuContext } from '../gpu/context.ts';
import { gpuEngine } from '../gpu/engine.ts';
import type { EngineRow, GrowthRow, KernelRow, LoopRow } from './report.ts';
import {
  bestOf,
  onSlice,
  PerCore,
  speedOf,
  withSteps,
  type Benchmark,
  type Measuring,
} from './timing.ts';

/** Steps of every start, so that models differ by their own cost alone. */
const STEPS = 512;

/**
 * Starts of a short pass, some 20 ms on one core and 60 ms on a software adapter: less than the time
 * between two hiccups of a machine.
 */
const PASS = { cpu: 512, gpu: 4096 };

/** Steps of all starts of a map that is small: some 0.7 s on a software adapter. */
const SMALL = 2 ** 24;

/** What a section needs to know; each run takes about `milliseconds`. */
export interface Settings {
  readonly rounds: number;
  readonly milliseconds: number;
  readonly cores: number;
  /** Milliseconds that this process has had of all cores together, where that is known. */
  readonly coreTime?: (() => number) | undefined;
  /** Told the share of the section that is done, and stops it by throwing. */
  progress(share: number): void;
}

export interface Pairing {
  readonly model: string;
  readonly method: string;
}

/** The engines beside each other. @param cpu on one core */
export async function benchEngines(
  pairings: readonly Pairing[],
  gpu: Engine | undefined,
  cpu: Engine,
  software: boolean,
  { rounds, milliseconds, cores, coreTime, progress }: Settings,
): Promise<EngineRow[]> {
  const rows: EngineRow[] = [];
  for (const { model, method } of pairings) {
    progress(rows.length / pairings.length);
    const experiment = withSteps(defaultExperiment(model, method), STEPS);
    const none = { run: () => Promise.resolve(0) };
    const onGpu = new PerCore(gpu ? await onSlice(gpu, experiment, milliseconds) : none, coreTime);
    const onCpu = new PerCore(await onSlice(cpu, experiment, milliseconds), coreTime);
    const best = await bestOf<'gpu' | 'cpu'>({ gpu: onGpu, cpu: onCpu }, rounds);
    const ratio = gpu ? best.gpu / best.cpu : null;
    const onCores = coreTime ? onGpu.best / onCpu.best : best.gpu / best.cpu / cores;
    const ratioPerCore = ratio !== null && software ? onCores : ratio;
    rows.push({ model, method, ratio, ratioPerCore, gpu: gpu ? best.gpu : null, cpu: best.cpu });
  }
  return rows;
}

/** The map's kernel in its own shape and in the plainer ones. */
export async function benchKernels(
  models: readonly string[],
  context: GpuContext,
  { rounds, milliseconds, progress }: Settings,
): Promise<KernelRow[]> {
  const engines = {
    naive: gpuEngine(context, { lanes: 1, stepsPerDispatch: 1 }),
    one: gpuEngine(context, { lanes: 1 }),
    map: gpuEngine(context),
  };
  const benchmark = async (engine: Engine, experiment: Experiment) => {
    // A graphics card needs more starts than a short pass has.
    if (!context.software) return onSlice(engine, experiment, milliseconds);
    // What is done the first times only, compiling and finding the pace, is no pass.
    for (let time = 0; time < 3; time++) await speedOf(engine, experiment, PASS.gpu);
    return passes(engine, experiment, milliseconds, PASS.gpu);
  };
  try {
    const benchmarks: Record<string, Benchmark> = {};
    for (const [i, model] of models.entries()) {
      progress(i / models.length / 2);
      const experiment = withSteps(defaultExperiment(model, 'rk4'), STEPS);
      benchmarks[`${model} naive`] = await onSlice(engines.naive, experiment, milliseconds);
      benchmarks[`${model} one`] = await benchmark(engines.one, experiment);
      benchmarks[`${model} map`] = await benchmark(engines.map, experiment);
    }
    // All models in every round: a machine is slow for longer than one model takes.
    const best = await bestOf(benchmarks, rounds, (part) => progress((1 + part) / 2));
    return models.map((model) => {
      const [naive, one, map] = ['naive', 'one', 'map'].map(
        (name) => best[`${model} ${name}`]!,
      ) as [number, number, number];
      return { model, overNaive: map / naive, overOne: map / one, naive, one, map };
    });
  } finally {
    for (const engine of Object.values(engines)) engine.destroy();
  }
}

/** Loops that do the cpu engine's work for one model each, by its id: RK4 with default parameters. */
export type Competitors = Readonly<
  Record<string, (experiment: Experiment, starts: Float64Array) => unknown>
>;

/** The cpu engine beside its competitors, all on one core. */
export async function benchLoops(
  cpu: Engine,
  competitors: Competitors,
  { rounds, milliseconds, progress }: Settings,
): Promise<LoopRow[]> {
  const models = Object.keys(competitors);
  const benchmarks: Record<string, Benchmark> = {};
  for (const [model, loop] of Object.entries(competitors)) {
    const experiment = withSteps(defaultExperiment(model, 'rk4'), STEPS);
    const plain: Measuring = {
      measure: (_, starts) => Promise.resolve(loop(experiment, starts)),
    };
    benchmarks[`${model} cpu`] = passes(cpu, experiment, milliseconds, PASS.cpu);
    benchmarks[`${model} plain`] = passes(plain, experiment, milliseconds, PASS.cpu);
  }
  const best = await bestOf(benchmarks, rounds, progress);
  return models.map((model) => {
    const [ofCpu, plain] = [best[`${model} cpu`]!, best[`${model} plain`]!];
    return { model, ratio: ofCpu / plain, cpu: ofCpu, plain };
  });
}

/** Short passes, one after another for a while; the best one counts. */
function passes(
  engine: Measuring,
  experiment: Experiment,
  milliseconds: number,
  starts: number,
): Benchmark {
  return {
    async run() {
      const end = performance.now() + milliseconds;
      let best = 0;
      while (performance.now() < end) {
        best = Math.max(best, await speedOf(engine, experiment, starts));
      }
      return best;
    },
  };
}

/** How the time of a map grows with its side and with its steps. */
export async function benchGrowth(
  gpu: Engine,
  sides: readonly number[],
  steps: readonly number[],
  { rounds, progress }: Settings,
): Promise<GrowthRow[]> {
  const cases = [
    ...sides.map((side) => ({ of: 'side', value: side, side, steps: 256 }) as const),
    ...steps.map((count) => ({ of: 'steps', value: count, side: 256, steps: count }) as const),
  ];
  const experiment = defaultExperiment('ns-gan', 'rk4');
  const work = cases.map(({ side, steps: count }) => side ** 2 * count);
  const all = rounds * work.reduce((a, b) => a + Math.max(b, SMALL));
  const speeds = cases.map(() => 0);
  // Once for what is done the first time only.
  await speedOf(gpu, withSteps(experiment, 256), 64 ** 2);
  let done = 0;
  for (let round = 0; round < rounds; round++) {
    for (const [i, one] of cases.entries()) {
      progress(done / all);
      const timed = withSteps(experiment, one.steps);
      // A hiccup would be all of a small map's time: several in its place, of which the best counts.
      const times = Math.min(8, Math.ceil(SMALL / work[i]!));
      for (let time = 0; time < times; time++) {
        speeds[i] = Math.max(speeds[i]!, await speedOf(gpu, timed, one.side ** 2));
      }
      done += Math.max(work[i]!, SMALL);
    }
  }
  return cases.map(({ of, value, side, steps: count }, i) => {
    const own = cases.flatMap((one, j) => (one.of === of ? [1 / speeds[j]!] : []));
    const mean = own.reduce((a, b) => a + b) / own.length;
    const starts = side ** 2;
    const milliseconds = (1000 * starts * count) / speeds[i]!;
    return { of, value, starts, steps: count, milliseconds, relative: 1 / speeds[i]! / mean };
  });
}
