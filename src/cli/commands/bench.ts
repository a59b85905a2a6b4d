import { availableParallelism, cpus } from 'node:os';
import { PLAIN_LOOPS } from '../../../bench/plain-loop.ts';
import { FRAME_SIDE } from '../../bench/frames.ts';
import { SECTIONS, type Report, type Section } from '../../bench/report.ts';
import { KERNEL_MODELS, runPlan, type Plan } from '../../bench/run.ts';
import { METHODS } from '../../methods/index.ts';
import { MODELS } from '../../models/index.ts';
import { asMarkdown, asTable } from '../formats/bench-text.ts';
import { experimentOf, wholeNumber } from '../choices.ts';
import { cpuThreads } from '../cpu-threads.ts';
import { openContext } from '../engines.ts';
import { UsageError } from '../errors.ts';
import type { EngineFlags, OutputFlags } from '../flags.ts';
import { writeWhole } from '../output.ts';
import { withProgress } from '../progress.ts';

export interface BenchFlags extends EngineFlags, OutputFlags {
  readonly model?: string;
  readonly method?: string;
  readonly section?: string;
  readonly rounds: string;
  readonly quick?: boolean;
}

/** `ganfield bench`: how fast the engines are on this machine. */
export async function runBench(flags: BenchFlags): Promise<void> {
  const plan = await planOf(flags);
  await writeWhole(flags.out, async (write) => {
    const context = await openContext(flags.engine);
    const cpu = cpuThreads(1);
    try {
      const machine = {
        context,
        cpu,
        competitors: PLAIN_LOOPS,
        processor: processor(),
        cores: availableParallelism(),
        coreTime: () => {
          const { user, system } = process.cpuUsage();
          return (user + system) / 1000;
        },
      };
      const report = await withProgress((progress) => runPlan(plan, machine, progress));
      await write(textOf(report, flags.format));
    } finally {
      cpu.destroy();
      context?.device.destroy();
    }
  });
}

async function planOf(flags: BenchFlags): Promise<Plan> {
  const { model, method, quick = false } = flags;
  const chosen = await experimentOf({
    ...(model !== undefined && { model }),
    ...(method !== undefined && { method }),
  });
  const models = model === undefined ? MODELS.map(({ id }) => id) : [chosen.model];
  const methods = method === undefined ? METHODS.map(({ id }) => id) : [chosen.method];
  // Every model by one method, and every method on one model.
  const pairings = models
    .flatMap((m) => methods.map((k) => ({ model: m, method: k })))
    .filter((pair) => pair.model === models[0] || pair.method === methods[0]);
  return {
    sections: sectionsOf(flags),
    pairings,
    models: model === undefined ? KERNEL_MODELS : models,
    particles: quick ? [65_536] : [65_536, 1_048_576],
    frameSide: FRAME_SIDE,
    sides: quick ? [64, 256] : [64, 128, 256, 512, 1024],
    steps: quick ? [64, 256] : [64, 256, 1024],
    planeSide: quick ? 64 : 256,
    rounds: wholeNumber('rounds', flags.rounds, 1, 100),
    milliseconds: quick ? 60 : 250,
  };
}

/** By default all, and where model or method are chosen, which concern the engines, those. */
function sectionsOf({ section, model, method }: BenchFlags): readonly Section[] {
  if (section === undefined) {
    return model === undefined && method === undefined ? SECTIONS : ['engines'];
  }
  return section.split(',').map((name) => {
    const known = SECTIONS.find((one) => one === name);
    if (known) return known;
    throw new UsageError(`unknown section: '${name}', expected one of ${SECTIONS.join(', ')}`);
  });
}

function textOf(report: Report, format: string | undefined): string {
  if (format === 'json') return `${JSON.stringify(report, null, 2)}\n`;
  return format === 'markdown' ? asMarkdown(report) : asTable(report);
}

function processor(): string {
  const [first, ...others] = cpus();
  return `${first?.model.trim() ?? 'unknown processor'} (${others.length + 1} threads)`;
}
