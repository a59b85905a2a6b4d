import { mapEnsemble, mapMeasureOf } from '../../experiment/ensemble/ensemble.ts';
import type { Engine } from '../../experiment/engine.ts';
import { planeFromTarget } from '../../experiment/equilibrium/target.ts';
import type { RowLayout } from '../../experiment/ensemble/rows.ts';
import { numberOf, type Experiment } from '../../experiment/experiment.ts';
import { isBelowFloat32 } from '../../experiment/viewport.ts';
import { processorSides } from '../../figure/processor-sides.ts';
import { initialConditionsOfPixels, variedOfPixels } from '../../experiment/grid.ts';
import { needsOf } from '../../experiment/needs.ts';
import { mapPlane, rangesOf } from '../../experiment/plane.ts';
import type { GpuContext } from '../context.ts';
import { gpuEngine } from '../engine.ts';
import { Ensemble } from '../ensemble.ts';
import { INFINITE, UNDEFINED } from '../programs.ts';
import { basinStatesLoader } from './load-basin-states.ts';
import { levelSides, type Level } from './level.ts';

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

  /** @param openPrecise the engine for maps that need float64 */
  constructor(
    context: GpuContext,
    private readonly openPrecise?: () => Promise<Engine>,
  ) {
    this.context = context;
    this.loadBasinStates = basinStatesLoader(context);
    this.ensemble = new Ensemble(context);
  }

  get stepsPerSecond(): number {
    return this.ensemble.scheduler.stepsPerSecond;
  }

  /** The sides of the experiment's levels, coarse first: fewer and coarser ones in float64. */
  sides(experiment: Experiment, layout: RowLayout): readonly number[] {
    const resolution = numberOf(experiment, 'resolution');
    return this.isPrecise(experiment)
      ? processorSides(resolution)
      : levelSides(this.context.device, layout, resolution);
  }

  /** @returns false where it was cancelled */
  async measure(level: Level, experiment: Experiment, job: LevelJob): Promise<boolean> {
    if (this.openPrecise && this.isPrecise(experiment)) {
      return this.measureBy(await this.openPrecise(), level, experiment, job);
    }
    if (!mapEnsemble(experiment)) return this.measureStarts(level, experiment, job);
    this.engine ??= gpuEngine(this.context);
    return this.measureBy(this.engine, level, experiment, job);
  }

  /** Resolves when all that was submitted is done. */
  settled(): Promise<void> {
    return this.ensemble.scheduler.settled();
  }

  destroy(): void {
    this.ensemble.destroy();
    this.engine?.destroy();
  }

  /** Whether float32 does not resolve the map, and there is an engine that does. */
  private isPrecise(experiment: Experiment): boolean {
    const side = numberOf(experiment, 'resolution');
    const grid = { width: side, height: side };
    return this.openPrecise !== undefined && isBelowFloat32(mapPlane(experiment), grid);
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

  /** Rows that an engine returns go into the level's buffer. */
  private async measureBy(
    engine: Engine,
    { side, results }: Level,
    experiment: Experiment,
    { progress, passDone, cancelled }: LevelJob,
  ): Promise<boolean> {
    const abort = new AbortController();
    const job = {
      signal: abort.signal,
      progress: (fraction: number) => {
        if (cancelled()) abort.abort();
        else progress(fraction);
      },
    };
    const grid = { width: side, height: side };
    // Most maps are neither of ensembles nor so deep.
    const { refinedMap } = await import('../../experiment/ensemble/refined-map.ts');
    try {
      for await (const pass of refinedMap(engine, experiment, grid, job)) {
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
