import type { Engine } from '../experiment/engine.ts';
import type { GpuContext } from '../gpu/context.ts';
import { gpuEngine } from '../gpu/engine.ts';
import { benchFrames } from './frames.ts';
import { benchGames } from './games.ts';
import { benchPlanes } from './planes.ts';
import type { Report, Section } from './report.ts';
import {
  benchEngines,
  benchGrowth,
  benchKernels,
  benchLoops,
  type Competitors,
  type Pairing,
} from './sections.ts';
import { targetsOf } from './targets.ts';

const UNIT = 'steps of single starts per second, best of the rounds';

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
  /** Pixels along the side of maps over parameters. */
  readonly planeSide: number;
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
  /** What the cpu engine is measured beside, by model; absent: nothing, and no section of loops. */
  readonly competitors?: Competitors;
  /** Milliseconds that this process has had of all cores together, where that is known. */
  readonly coreTime?: () => number;
}

export const KERNEL_MODELS = ['ns-gan', 'wgan', 'wgan-gp', 'gan-qp'] as const;

/** What can be measured where there is no gpu engine. */
const WITHOUT_GPU: ReadonlySet<Section> = new Set(['engines', 'games']);

/** @param progress called with the share that is done; stops the run by throwing */
export async function runPlan(
  plan: Plan,
  { context, cpu, competitors, processor, cores, coreTime }: Machine,
  progress: (share: number) => void,
): Promise<Report> {
  const { rounds, milliseconds } = plan;
  const possible = plan.sections.filter((section) =>
    section === 'loops' ? competitors : context || WITHOUT_GPU.has(section),
  );
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
    const measurements = {
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
      ...(asked('loops') && { loops: await benchLoops(cpu, competitors!, share('loops')) }),
      ...(asked('frames') && {
        frames: await benchFrames(plan.particles, plan.frameSide, context!, share('frames')),
      }),
      ...(asked('growth') && {
        growth: await benchGrowth(gpu!, plan.sides, plan.steps, share('growth')),
      }),
      ...(asked('planes') && {
        planes: await benchPlanes(gpu!, software, plan.planeSide, share('planes')),
      }),
      ...(asked('games') && { games: await benchGames(gpu, cpu, software, share('games')) }),
    };
    return { ...measurements, unit: UNIT, bars: targetsOf(measurements) };
  } finally {
    gpu?.destroy();
  }
}
