import { mapEnsemble, mapMeasureOf } from '../../experiment/ensemble/ensemble.ts';
import type { Engine } from '../../experiment/engine.ts';
import { planeFromTarget } from '../../experiment/equilibrium/target.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { initialConditionsOfPixels, variedOfPixels } from '../../experiment/grid.ts';
import { needsOf } from '../../experiment/needs.ts';
import { refinedMap } from '../../experiment/ensemble/refined-map.ts';
import { mapPlane, rangesOf } from '../../experiment/plane.ts';
import type { GpuContext } from '../context.ts';
import { gpuEngine } from '../engine.ts';
import { Ensemble } from '../ensemble.ts';
import { INFINITE, UNDEFINED } from '../programs.ts';
import { basinStatesLoader } from './load-basin-states.ts';
import type { Level } from './level.ts';

export interface LevelJob {
  /** So many rows from the lowest y are there. */
  rowsDone(rows: number): void;
  progress(fraction: number): void;
  /** All rows are there, of an ensemble of so many starts each. */
  passDone(starts: number): Promise<void>;
  /** Looked at between dispatches: the work ends early where it says so. */
  cancelled(): boolean;
}

/** Measures the pixels of levels into their buffers. One level at a time. */
export class LevelMeasurer {
  private readonly context: GpuContext;
  private readonly ensemble: Ensemble;
  /** For ensembles, whose rows are made on the host; opened with the first of them. */
  private engine: Engine | undefined;

  private readonly loadBasinStates: ReturnType<typeof basinStatesLoader>;

  constructor(context: GpuContext) {
    this.context = context;
    this.loadBasinStates = basinStatesLoader(context);
    this.ensemble = new Ensemble(context);
  }

  get stepsPerSecond(): number {
    return this.ensemble.scheduler.stepsPerSecond;
  }

  /** @returns false where it was cancelled */
  measure(level: Level, experiment: Experiment, job: LevelJob): Promise<boolean> {
    return mapEnsemble(experiment)
      ? this.measureEnsembles(level, experiment, job)
      : this.measureStarts(level, experiment, job);
  }

  /** Resolves when all that was submitted is done. */
  settled(): Promise<void> {
    return this.ensemble.scheduler.settled();
  }

  destroy(): void {
    this.ensemble.destroy();
    this.engine?.destroy();
  }

  private async measureStarts(
    { side, results }: Level,
    experiment: Experiment,
    { rowsDone, passDone, ...job }: LevelJob,
  ): Promise<boolean> {
    const plane = planeFromTarget(experiment, mapPlane(experiment));
    const ranges = rangesOf(plane);
    const grid = { width: side, height: side };
    const measures = [mapMeasureOf(experiment).id];
    const basins = await this.loadBasinStates(experiment, { measures });
    let isDone: boolean;
    try {
      isDone = await this.ensemble.run({
        experiment,
        count: side * side,
        needs: needsOf(experiment, measures, ranges),
        starts: (first, size, out) => initialConditionsOfPixels(plane, grid, first, size, out),
        ...(experiment.parameterAxes && {
          varied: { ranges, of: (first, size) => variedOfPixels(experiment, grid, first, size)! },
        }),
        ...(basins && { basins }),
        results,
        tileDone: (first, size) => rowsDone(Math.floor((first + size) / side)),
        ...job,
      });
    } finally {
      basins?.buffer.destroy();
    }
    if (isDone) await passDone(1);
    return isDone;
  }

  private async measureEnsembles(
    { side, results }: Level,
    experiment: Experiment,
    { progress, passDone, cancelled }: LevelJob,
  ): Promise<boolean> {
    this.engine ??= gpuEngine(this.context);
    const abort = new AbortController();
    const job = {
      signal: abort.signal,
      progress: (fraction: number) => {
        if (cancelled()) abort.abort();
        else progress(fraction);
      },
    };
    const grid = { width: side, height: side };
    try {
      for await (const pass of refinedMap(this.engine, experiment, grid, job)) {
        if (cancelled()) return false;
        this.context.device.queue.writeBuffer(results, 0, encoded(pass.results));
        await passDone(pass.starts);
      }
      return true;
    } catch (error) {
      if (abort.signal.aborted) return false;
      throw error;
    }
  }
}

/** Numbers as the shaders have them, which know neither infinities nor NaN. */
function encoded(values: ArrayLike<number>): Float32Array<ArrayBuffer> {
  return Float32Array.from(values, (value) => {
    if (Number.isNaN(value)) return UNDEFINED;
    return value === Infinity ? INFINITE : value;
  });
}
