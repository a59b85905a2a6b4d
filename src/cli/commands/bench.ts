import { cpus } from 'node:os';
import type { Engine } from '../../experiment/engine.ts';
import {
  defaultExperiment,
  numberOf,
  withValues,
  type Experiment,
} from '../../experiment/experiment.ts';
import { startsOfPixels } from '../../experiment/grid.ts';
import { scheduleFor } from '../../experiment/schedule.ts';
import { METHODS } from '../../methods/index.ts';
import { MODELS } from '../../models/index.ts';
import { experimentOf, wholeNumber } from '../choices.ts';
import { openCpu, openEngine } from '../engines.ts';
import type { EngineFlags, OutputFlags } from '../flags.ts';
import { writeWhole } from '../output.ts';
import { withProgress } from '../progress.ts';
import { table } from '../table.ts';

/** How long one run should take, in milliseconds: long beside a dispatch, short beside a hiccup. */
const RUN = 250;

/** Steps of every start, so that models differ by their own cost alone. */
const STEPS = 512;

/** Starts of the first run; the next has four times as many, until one takes long enough. */
const FIRST = { gpu: 1024, cpu: 16 } as const;

/** Buffers and cards hold this many at once. */
const MOST = 4_194_304;

export interface BenchFlags extends EngineFlags, OutputFlags {
  readonly model?: string;
  readonly method?: string;
  readonly rounds: string;
}

/** Steps of single starts a second. */
interface Row {
  readonly model: string;
  readonly method: string;
  /** gpu over cpu; null without a gpu. */
  readonly ratio: number | null;
  readonly gpu: number | null;
  readonly cpu: number;
}

/** `ganfield bench`: how fast the engines are on this machine. */
export async function runBench(flags: BenchFlags): Promise<void> {
  const rounds = wholeNumber('rounds', flags.rounds, 1, 100);
  const chosen = await experimentOf({
    ...(flags.model !== undefined && { model: flags.model }),
    ...(flags.method !== undefined && { method: flags.method }),
  });
  const models = flags.model === undefined ? MODELS.map(({ id }) => id) : [chosen.model];
  const methods = flags.method === undefined ? METHODS.map(({ id }) => id) : [chosen.method];
  const pairs = models.flatMap((model) => methods.map((method) => ({ model, method })));
  await writeWhole(flags.out, async (write) => {
    const cpu = await openCpu();
    const engine = await openEngine(flags.engine);
    try {
      const gpu = engine.kind === 'gpu' ? engine : undefined;
      const rows: Row[] = [];
      await withProgress(async (progress) => {
        for (const [i, { model, method }] of pairs.entries()) {
          progress(i / pairs.length);
          rows.push(await rowOf(defaultExperiment(model, method), gpu, cpu, rounds));
        }
      });
      await write(flags.format === 'json' ? asJson(rows, gpu, rounds) : asTable(rows, gpu));
    } finally {
      engine.destroy();
    }
  });
}

/** The best of several short runs of both engines in turn: a hiccup hits neither more. */
async function rowOf(
  experiment: Experiment,
  gpu: Engine | undefined,
  cpu: Engine,
  rounds: number,
): Promise<Row> {
  const timed = withValues(experiment, { time: STEPS * numberOf(experiment, 'step') });
  const best = { gpu: 0, cpu: 0 };
  const engines = gpu ? [gpu, cpu] : [cpu];
  const counts = new Map<Engine, number>();
  for (const engine of engines) counts.set(engine, await enoughStarts(engine, timed));
  for (let round = 0; round < rounds; round++) {
    for (const engine of engines) {
      const speed = await speedOf(engine, timed, counts.get(engine)!);
      best[engine.kind] = Math.max(best[engine.kind], speed);
    }
  }
  const { model, method } = experiment;
  return {
    model,
    method,
    ratio: gpu ? best.gpu / best.cpu : null,
    gpu: gpu ? best.gpu : null,
    cpu: best.cpu,
  };
}

/** How many starts a run needs to take its time. The runs that find out compile as well. */
async function enoughStarts(engine: Engine, experiment: Experiment): Promise<number> {
  let count: number = FIRST[engine.kind];
  for (;;) {
    await speedOf(engine, experiment, count); // Once for what is done the first time only.
    const speed = await speedOf(engine, experiment, count);
    const needed = (speed * RUN) / 1000 / STEPS;
    if (count >= needed / 4 || count >= MOST) return Math.min(MOST, Math.max(count, needed));
    count *= 4;
  }
}

/** Steps of single starts a second in one run over `count` starts of the slice. */
async function speedOf(engine: Engine, experiment: Experiment, count: number): Promise<number> {
  const side = Math.max(1, Math.round(Math.sqrt(count)));
  const starts = startsOfPixels(experiment.slice, { width: side, height: side }, 0, side * side);
  const { steps } = scheduleFor(experiment);
  const begun = performance.now();
  await engine.measure(experiment, starts);
  return (1000 * side * side * steps) / (performance.now() - begun);
}

function asTable(rows: readonly Row[], gpu: Engine | undefined): string {
  const millions = (speed: number | null) => (speed === null ? '' : (speed / 1e6).toFixed(1));
  const lines = table([
    ['model', 'method', 'ratio', 'gpu', 'cpu'],
    ...rows.map((row) => [
      row.model,
      row.method,
      row.ratio === null ? '' : row.ratio.toFixed(1),
      millions(row.gpu),
      millions(row.cpu),
    ]),
  ]);
  const adapter = gpu ? `gpu: ${gpu.adapter}, float32; ` : '';
  return `${lines}\n\nMillion steps per second; ratio is gpu over cpu.\n${adapter}cpu: ${processor()}, one thread, float64\n`;
}

function asJson(rows: readonly Row[], gpu: Engine | undefined, rounds: number): string {
  const report = {
    adapter: gpu?.adapter ?? null,
    processor: processor(),
    unit: 'steps of single starts per second, best of the rounds',
    rounds,
    rows,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function processor(): string {
  const [first, ...others] = cpus();
  return `${first?.model.trim() ?? 'unknown processor'} (${others.length + 1} threads)`;
}
