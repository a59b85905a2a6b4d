import type { Engine } from '../experiment/engine.ts';
import { numberOf, withValues, type Experiment } from '../experiment/experiment.ts';
import { initialConditionsOfPixels } from '../experiment/grid.ts';
import { scheduleFor } from '../experiment/schedule.ts';

/** One thing that is measured: does some amount of work and returns how much per second. */
export interface Benchmark {
  /** Amount of work per second of one run; the first makes ready what is made ready once. */
  run(): Promise<number>;
}

/**
 * The best of several runs of each, in turn, so that a hiccup of the machine hits none more. The
 * best is what the machine can do; the others tell what else it did.
 */
export async function bestOf<Name extends string>(
  benchmarks: Readonly<Record<Name, Benchmark>>,
  rounds: number,
  progress: (share: number) => void = () => {},
): Promise<Record<Name, number>> {
  const names = Object.keys(benchmarks) as Name[];
  const best = Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
  for (let round = 0; round < rounds; round++) {
    progress(round / rounds);
    for (const name of names) best[name] = Math.max(best[name], await benchmarks[name].run());
  }
  return best;
}

/** A contestant that is watched for how many cores it keeps busy. */
export class PerCore implements Benchmark {
  /** The best amount of work per second of one core. */
  best = 0;

  /** @param coreTime milliseconds that the process has had of all cores together */
  constructor(
    private readonly benchmark: Benchmark,
    private readonly coreTime: (() => number) | undefined,
  ) {}

  async run(): Promise<number> {
    const { coreTime = () => performance.now() } = this;
    const [begun, had] = [performance.now(), coreTime()];
    const speed = await this.benchmark.run();
    const busy = (coreTime() - had) / (performance.now() - begun);
    this.best = Math.max(this.best, speed / busy);
    return speed;
  }
}

/** As much of an engine as is needed to time it. */
export interface Measuring {
  measure: (...parameters: Parameters<Engine['measure']>) => Promise<unknown>;
}

/** Buffers and cards hold this many starts at once. */
const MOST = 4_194_304;

/** An engine on starts all over the slice of an experiment, as many as take `milliseconds`. */
export async function onSlice(
  engine: Engine,
  experiment: Experiment,
  milliseconds: number,
): Promise<Benchmark> {
  let count = engine.kind === 'gpu' ? 1024 : 64;
  const { steps } = scheduleFor(experiment);
  for (;;) {
    await speedOf(engine, experiment, count); // Once for what is done the first time only.
    const speed = await speedOf(engine, experiment, count);
    const needed = (speed * milliseconds) / 1000 / steps;
    if (count >= needed / 4 || count >= MOST) {
      count = Math.min(MOST, Math.max(count, needed));
      return { run: () => speedOf(engine, experiment, count) };
    }
    count *= 4;
  }
}

/** Steps of single starts a second in one run over about `count` starts of the slice. */
export async function speedOf(
  engine: Measuring,
  experiment: Experiment,
  count: number,
): Promise<number> {
  const side = Math.max(1, Math.round(Math.sqrt(count)));
  const starts = initialConditionsOfPixels(
    experiment.slice,
    { width: side, height: side },
    0,
    side * side,
  );
  const { steps } = scheduleFor(experiment);
  const begun = performance.now();
  await engine.measure(experiment, starts, { measures: ['outcome'] });
  return (1000 * side * side * steps) / (performance.now() - begun);
}

/** The experiment with a horizon of so many steps. */
export function withSteps(experiment: Experiment, steps: number): Experiment {
  return withValues(experiment, { time: steps * numberOf(experiment, 'step') });
}
