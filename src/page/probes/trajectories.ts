import type { Engine, Trajectory } from '../../experiment/engine.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { scheduleFor } from '../../experiment/schedule.ts';
import { trajectoryKey } from '../../experiment/keys.ts';

/** A flow's curve of this many corners looks smooth, and more make the page slow. */
const MOST_SAMPLES = 3000;
const FEWEST_SAMPLES = 400;

/** Keeps the trajectories of an experiment's starts up to date, one computation at a time. */
export interface Trajectories {
  readonly latest: readonly Trajectory[];
  /** The `trajectoryKey` of the experiment they belong to. */
  readonly key: string;
  /** Undefined: nothing is computed until there is another one. */
  setEngine(engine: Engine | undefined): void;
  setExperiment(experiment: Experiment): void;
  destroy(): void;
}

interface TrajectoryEvents {
  /** The trajectories of the newest experiment whose trajectories are known. */
  trajectories(trajectories: readonly Trajectory[]): void;
  failed(error: unknown): void;
}

export function trajectoriesOf(events: TrajectoryEvents): Trajectories {
  let engine: Engine | undefined;
  let wanted: Experiment | undefined;
  let latest: readonly Trajectory[] = [];
  let latestKey = '';
  let done = '';
  let busy = false;
  let destroyed = false;

  const compute = async (): Promise<void> => {
    if (busy || !engine || !wanted || trajectoryKey(wanted) === done) return;
    const [by, experiment] = [engine, wanted];
    busy = true;
    try {
      const trajectories = await by.trace(experiment, experiment.starts, samplesOf(experiment));
      if (destroyed) return;
      done = trajectoryKey(experiment);
      latest = trajectories;
      latestKey = done;
      events.trajectories(trajectories);
    } catch (error) {
      // An engine that was destroyed, or lost its device, fails; its successor is asked instead.
      if (!isLoss(error)) throw error;
      if (by === engine) return;
    } finally {
      busy = false;
    }
    await compute();
  };
  const update = () => {
    compute().catch(events.failed);
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
      update();
    },
    setExperiment(next) {
      wanted = next;
      update();
    },
    destroy() {
      destroyed = true;
      engine = undefined;
    },
  };
}

/** The errors of WebGPU and of the worker engine for cancelled work. */
function isLoss(error: unknown): boolean {
  return error instanceof DOMException && ['AbortError', 'OperationError'].includes(error.name);
}

function samplesOf(experiment: Experiment): number {
  const { steps } = scheduleFor(experiment);
  return Math.min(MOST_SAMPLES, Math.max(FEWEST_SAMPLES, steps + 1));
}
