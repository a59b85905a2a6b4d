import type { Agreement } from '../../experiment/verification/agreement.ts';
import { checkMap } from '../../experiment/verification/check.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { cpuEngineInWorkers } from '../views/cpu-engine.ts';
import type { MapPicture } from '../../figure/views.ts';

/** A slow map's sample is what float64 measures in this time, in milliseconds. */
const BUDGET = 12_000;

export interface Check {
  readonly experiment: Experiment;
  readonly picture: MapPicture;
  readonly seed: number;
  readonly signal: AbortSignal;
  progress(fraction: number): void;
}

/** Checks a map in workers of its own. @throws the signal's reason when aborted */
export async function runCheck({ experiment, picture, ...job }: Check): Promise<Agreement> {
  const engine = cpuEngineInWorkers();
  const startedAt = performance.now();
  try {
    return await checkMap(engine, experiment, picture, {
      ...job,
      // A macrotask: input and frames have their turn.
      pause: () => new Promise((resume) => setTimeout(resume)),
      shouldStop: () => performance.now() - startedAt > BUDGET,
    });
  } finally {
    engine.destroy();
  }
}
