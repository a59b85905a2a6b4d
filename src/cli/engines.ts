import type { Engine } from '../experiment/engine.ts';
import type { Experiment } from '../experiment/experiment.ts';
import type { GpuContext } from '../gpu/context.ts';
import { answered } from './answered.ts';
import { Failure, messageOf } from './errors.ts';
import type { EngineChoice } from './flags.ts';
import { say } from './remarks.ts';
import { FLOAT32_RTOL } from '../methods/dopri5.ts';
import { englishOf } from '../models/message.ts';

const REMEDY = '--engine cpu needs no adapter';

/**
 * Opens the requested engine and names it on stderr. The caller destroys it.
 * @throws Failure where `gpu` was asked for and there is no adapter
 */
export async function openEngine(choice: EngineChoice): Promise<Engine> {
  const engine = choice === 'cpu' ? await openCpu() : await openGpuOr(choice);
  say(`${engine.kind} engine: ${engine.adapter}`);
  void engine.statusNote?.then((statusNote) => {
    if (!statusNote) return;
    say(`${engine.adapter}: ${englishOf(statusNote)}; long horizons drift more in float32`);
  });
  return engine;
}

/** Runs `work` with the engine and destroys it afterwards, also on errors. */
export async function withEngine<T>(
  choice: EngineChoice,
  work: (engine: Engine) => Promise<T>,
): Promise<T> {
  const engine = await openEngine(choice);
  try {
    return await work(engine);
  } finally {
    engine.destroy();
  }
}

/** Says where a tolerance is below what float32 can keep. */
export function remarkOnTolerance({ kind }: Engine, { values }: Experiment): void {
  const rtol = values['rtol'];
  if (kind === 'cpu' || rtol === undefined || Number(rtol) >= FLOAT32_RTOL) return;
  say(
    `rtol ${String(rtol)} is below what float32 resolves: this engine takes ${FLOAT32_RTOL}; --engine cpu computes in float64`,
  );
}

export async function openCpu(): Promise<Engine> {
  const { cpuEngineInThreads } = await import('./cpu-threads.ts');
  return cpuEngineInThreads();
}

/** The adapter's device, or undefined with the reason said where it may be missing and is. */
export async function openContext(choice: EngineChoice): Promise<GpuContext | undefined> {
  if (choice === 'cpu') return undefined;
  const context = await tryContext();
  if ('device' in context) {
    say(`gpu engine: ${context.adapterName}`);
    return context;
  }
  if (choice === 'gpu') throw new Failure(`${context.reason}; ${REMEDY}`);
  say(`${context.reason}; the cpu engine computes instead`);
  return undefined;
}

/** The gpu engine, or the reason why this machine has none. */
export async function tryGpu(): Promise<Engine | { readonly reason: string }> {
  const context = await tryContext();
  if (!('device' in context)) return context;
  const { gpuEngine } = await import('../gpu/engine.ts');
  const engine = gpuEngine(context);
  return {
    ...engine,
    destroy: () => {
      engine.destroy();
      context.device.destroy();
    },
  };
}

async function tryContext(): Promise<GpuContext | { readonly reason: string }> {
  try {
    const { openDawn } = await import('./dawn.ts');
    const { openGpu } = await import('../gpu/context.ts');
    const context = await answered(openGpu(await openDawn()));
    context.device.onuncapturederror = ({ error }) => {
      queueMicrotask(() => {
        throw new Failure(`the graphics adapter failed: ${error.message}; ${REMEDY}`);
      });
    };
    return context;
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

/** Drivers and their native code may throw anything: none of it is a reason not to compute. */
function reasonOf(error: unknown): string {
  const reason = messageOf(error).replace(/\.$/, '');
  return error instanceof Error && error.name === 'GpuUnavailable'
    ? reason
    : `unusable WebGPU: ${reason}`;
}

async function openGpuOr(choice: 'auto' | 'gpu'): Promise<Engine> {
  const gpu = await tryGpu();
  if ('kind' in gpu) return gpu;
  if (choice === 'gpu') throw new Failure(`${gpu.reason}; ${REMEDY}`);
  say(`${gpu.reason}; the cpu engine computes instead`);
  return openCpu();
}
