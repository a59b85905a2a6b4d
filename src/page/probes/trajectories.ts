import type { Engine, Trajectory } from '../../experiment/engine.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { scheduleFor } from '../../experiment/schedule.ts';
import { trajectoryKey } from '../../experiment/keys.ts';

/** A curve of this many corners looks smooth, and more make the page slow. */
const MAX_SAMPLES = 3000;
const MIN_SAMPLES = 400;

/** Computes the trajectories of the experiment's initial conditions, one computation at a time. */
export interface Trajectories {
  readonly latest: readonly Trajectory[];
  /** The `trajectoryKey` of the experiment they belong to. */
  readonly key: string;
  setEngine(engine: Engine): void;
  setExperiment(experiment: Experiment): void;
}

/** @param onTrajectories gets the trajectories of the newest experiment whose trajectories are known */
export function trajectoriesOf(
  onTrajectories: (trajectories: readonly Trajectory[]) => void,
): Trajectories {
  let engine: Engine | undefined;
  let wanted: Experiment | undefined;
  let latest: readonly Trajectory[] = [];
  let latestKey = '';
  let done = '';
  let busy = false;

  const compute = async (): Promise<void> => {
    if (busy || !engine || !wanted || trajectoryKey(wanted) === done) return;
    const [by, experiment] = [engine, wanted];
    busy = true;
    try {
      const trajectories = await by.trace(experiment, experiment.starts, samplesOf(experiment));
      done = trajectoryKey(experiment);
      latest = trajectories;
      latestKey = done;
      onTrajectories(trajectories);
    } catch (error) {
      // A destroyed engine or a lost device fails; its successor computes again.
      if (by === engine) {
        if (isLoss(error)) return;
        throw error;
      }
    } finally {
      busy = false;
    }
    await compute();
  };

  return {
    get latest() {
      return latest;
    },
    get key() {
      return latestKey;
    },
    setEngine(next) {
      engine = next;
      done = '';
      void compute();
    },
    setExperiment(next) {
      wanted = next;
      void compute();
    },
  };
}

/** The errors of WebGPU and of the worker engine for cancelled work. */
function isLoss(error: unknown): boolean {
  return error instanceof DOMException && ['AbortError', 'OperationError'].includes(error.name);
}

function samplesOf(experiment: Experiment): number {
  const { steps } = scheduleFor(experiment);
  return Math.min(MAX_SAMPLES, Math.max(MIN_SAMPLES, steps + 1));
}
