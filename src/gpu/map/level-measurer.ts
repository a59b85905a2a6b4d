import { mapEnsemble, mapMeasureOf } from '../../experiment/ensemble/ensemble.ts';
import type { Engine } from '../../experiment/engine.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { initialConditionsOfPixels, variedOfPixels } from '../../experiment/grid.ts';
import { needsOf } from '../../experiment/needs.ts';
import { measurePixels, PIECE } from '../../experiment/pixels.ts';
import { mapPlane, rangesOf } from '../../experiment/plane.ts';
import type { GpuContext } from '../context.ts';
import { gpuEngine } from '../engine.ts';
import { Ensemble } from '../ensemble.ts';
import { INFINITE, UNDEFINED } from '../programs.ts';
import type { Level } from './level.ts';

export interface LevelJob {
  /** So many rows from the lowest y are there. */
  rowsDone(rows: number): void;
  progress(fraction: number): void;
  /** Looked at between dispatches: the work ends early where it says so. */
  cancelled(): boolean;
}

/** Measures the pixels of levels into their buffers. One level at a time. */
export class LevelMeasurer {
  private readonly context: GpuContext;
  private readonly ensemble: Ensemble;
  /** For ensembles, whose rows are made on the host; opened with the first of them. */
  private engine: Engine | undefined;

  constructor(context: GpuContext) {
    this.context = context;
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

  private measureStarts(
    { side, results }: Level,
    experiment: Experiment,
    { rowsDone, ...job }: LevelJob,
  ): Promise<boolean> {
    const plane = mapPlane(experiment);
    const ranges = rangesOf(plane);
    const grid = { width: side, height: side };
    return this.ensemble.run({
      experiment,
      count: side * side,
      needs: needsOf(experiment, [mapMeasureOf(experiment).id], ranges),
      starts: (first, size, out) => initialConditionsOfPixels(plane, grid, first, size, out),
      ...(experiment.parameterAxes && {
        varied: { ranges, of: (first, size) => variedOfPixels(experiment, grid, first, size)! },
      }),
      results,
      tileDone: (first, size) => rowsDone(Math.floor((first + size) / side)),
      ...job,
    });
  }

  private async measureEnsembles(
    { side, layout, results }: Level,
    experiment: Experiment,
    { rowsDone, progress, cancelled }: LevelJob,
  ): Promise<boolean> {
    this.engine ??= gpuEngine(this.context);
    const { starts } = mapEnsemble(experiment)!;
    const grid = { width: side, height: side };
    const rows = Math.max(1, Math.floor(PIECE / starts / side));
    for (let first = 0; first < side; first += rows) {
      const count = Math.min(rows, side - first);
      const values = await measurePixels(
        this.engine,
        experiment,
        grid,
        [first * side, count * side],
        [mapMeasureOf(experiment).id],
        { progress: (fraction) => progress((first + fraction * count) / side) },
      );
      if (cancelled()) return false;
      const at = 4 * layout.columns.length * first * side;
      this.context.device.queue.writeBuffer(results, at, encoded(values));
      rowsDone(first + count);
    }
    return true;
  }
}

/** Numbers as the shaders have them, which know neither infinities nor NaN. */
function encoded(values: ArrayLike<number>): Float32Array<ArrayBuffer> {
  return Float32Array.from(values, (value) => {
    if (Number.isNaN(value)) return UNDEFINED;
    return value === Infinity ? INFINITE : value;
  });
}
