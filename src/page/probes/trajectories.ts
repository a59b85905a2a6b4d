import type { Engine, Trajectory } from '../../experiment/engine.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { scheduleFor } from '../../experiment/schedule.ts';
import { trajectoryKey } from '../../experiment/keys.ts';

/** A curve of this many corners looks smooth, and more make the page slow. */
const MAX_SAMPLES = 3000;
const MIN_SAMPLES = 400;

/** Keeps the traces of an experiment's starts up to date, one computation at a time. */
export interface Trajectories {
  readonly latest: readonly Trajectory[];
  /** The `traceKey` of the experiment they belong to. */
  readonly key: string;
  setEngine(engine: Engine): void;
  setExperiment(experiment: Experiment): void;
}

/** @param onTrajectories gets the traces of the newest experiment whose traces are known */
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
      // An engine that was given back, or lost its device, fails; its successor is asked instead.
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

/** What WebGPU and the worker's engine say of work that will never be done. */
function isLoss(error: unknown): boolean {
  return error instanceof DOMException && ['AbortError', 'OperationError'].includes(error.name);
}

function samplesOf(experiment: Experiment): number {
  const { steps } = scheduleFor(experiment);
  return Math.min(MAX_SAMPLES, Math.max(MIN_SAMPLES, steps + 1));
}
