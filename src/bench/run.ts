import type { Engine } from '../experiment/engine.ts';
import type { GpuContext } from '../gpu/context.ts';
import { gpuEngine } from '../gpu/engine.ts';
import { benchFrames } from './frames.ts';
import { reportOf, type Report, type Section } from './report.ts';
import { benchEngines, benchGrowth, benchKernels, benchLoops, type Pairing } from './sections.ts';

/** What is measured, how long and how often. */
export interface Plan {
  readonly sections: readonly Section[];
  readonly pairings: readonly Pairing[];
  /** Models of the kernels' comparison. */
  readonly models: readonly string[];
  readonly particles: readonly number[];
  /** Pixels along the side of a frame. */
  readonly frameSide: number;
  readonly sides: readonly number[];
  readonly steps: readonly number[];
  readonly rounds: number;
  /** About how long one run takes: long beside a dispatch, short beside a hiccup. */
  readonly milliseconds: number;
}

/** Who is measured. */
export interface Machine {
  readonly context: GpuContext | undefined;
  /** The cpu engine on one core. */
  readonly cpu: Engine;
  readonly processor: string;
  readonly cores: number;
  /** Milliseconds that this process has had of all cores together, where that is known. */
  readonly coreTime?: () => number;
}

export const KERNEL_MODELS = ['ns-gan', 'wgan', 'wgan-gp', 'gan-qp'] as const;

/** @param progress told the share that is done; stops the run by throwing */
export async function runPlan(
  plan: Plan,
  { context, cpu, processor, cores, coreTime }: Machine,
  progress: (share: number) => void,
): Promise<Report> {
  const { rounds, milliseconds } = plan;
  const possible = plan.sections.filter((section) => context || onCpu(section));
  const share = (section: Section) => ({
    rounds,
    milliseconds,
    cores,
    coreTime,
    progress: (part: number) => progress((possible.indexOf(section) + part) / possible.length),
  });
  const asked = (section: Section) => possible.includes(section);
  const software = context?.software ?? false;
  const gpu = context && gpuEngine(context);
  try {
    return reportOf({
      adapter: context?.adapterName ?? null,
      software,
      processor,
      cores,
      date: new Date().toISOString().slice(0, 10),
      rounds,
      ...(asked('engines') && {
        rows: await benchEngines(plan.pairings, gpu, cpu, software, share('engines')),
      }),
      ...(asked('kernels') && {
        kernels: await benchKernels(plan.models, context!, share('kernels')),
      }),
      ...(asked('loops') && { loops: await benchLoops(cpu, share('loops')) }),
      ...(asked('frames') && {
        frames: await benchFrames(plan.particles, plan.frameSide, context!, share('frames')),
      }),
      ...(asked('growth') && {
        growth: await benchGrowth(gpu!, plan.sides, plan.steps, share('growth')),
      }),
    });
  } finally {
    gpu?.destroy();
  }
}

function onCpu(section: Section): boolean {
  return section === 'engines' || section === 'loops';
}
