import type { Experiment } from '../experiment/experiment.ts';
import { flowOf } from '../experiment/flow.ts';
import { scheduleFor } from '../experiment/schedule.ts';
import { METHODS } from '../methods/index.ts';
import type { GpuContext } from './context.ts';
import { lanesOf, integratorStateBytes, stateKindFor, type Lanes } from './integrator-state.ts';
import type { Turn } from './device-share.ts';
import { DispatchScheduler } from './dispatch-scheduler.ts';
import { extentOf, stepsBetween, type Extent } from './extent.ts';
import { PARAMETER_BYTES, parameterLayout, parameterValues } from './parameters.ts';
import { bind, KernelPipelines, storageBuffer, uniformBuffer, WORKGROUP } from './pipelines.ts';
import { DISPATCH, type BoundKernel, type EnsembleOptions, type Pass, type Run } from './run.ts';
import type { VisitCounts } from './map/visit-counts.ts';
import { namesOf, haveOwnSteps, sharedByLanes } from './starts/start-fields.ts';
import { StartParameters } from './starts/start-parameters.ts';
import { StartValues } from './starts/start-values.ts';
import { hasPlanarStart } from './starts/tile-starts.ts';

/** Most starts in a tile: enough to fill a large graphics card, 150 MB of buffers. */
const TILE = { hardware: 262_144, software: 4096 };

/**
 * Most steps that a dispatch takes whole on the processor, where fetching and storing a start costs as
 * much as some ten steps: tiles are so small then that such dispatches are no longer than others. On
 * graphics cards they would be too small to fill them.
 */
const MOST_FULL_HORIZON_STEPS = 1024;

/** Bytes of a start's part of `Observation` in observe.wgsl. */
export const OBSERVATION = 196;

/** Bytes of `Observed` in observed.wgsl, one for each start. */
export const OBSERVED = 240;

/** No method carries more than this for a start, nor of a model. With tangents it does, and tiles are smaller. */
const MOST_INTEGRATOR_STATE = Math.max(
  ...METHODS.map(({ id }) => integratorStateBytes({ model: 'wgan', method: id }, 'state')),
);

/** Integrates any number of starts, tile by tile, in dispatches that fit a frame. */
export class Ensemble {
  readonly scheduler: DispatchScheduler;
  /** Most starts that are integrated together. */
  readonly tile: number;
  private readonly context: GpuContext;
  private readonly pipelines: KernelPipelines;
  private readonly measuring: KernelPipelines;
  private readonly parameters: GPUBuffer;
  private readonly flowParameters: GPUBuffer;
  /** Made where starts have parameters of their own; the second for the flow. */
  private readonly startParameters: StartParameters[] = [];
  private readonly dispatch: GPUBuffer;
  private readonly starts: GPUBuffer;
  private readonly observations: GPUBuffer;
  private readonly integrators: GPUBuffer;
  private readonly observed: GPUBuffer;
  private readonly startsOfTile: Float32Array<ArrayBuffer>;
  readonly lanes: Lanes;
  private readonly stepsPerDispatch: number | undefined;
  private isDestroyed = false;

  constructor(context: GpuContext, options: EnsembleOptions = {}) {
    this.context = context;
    this.lanes = options.lanes ?? (context.software ? 2 : 1);
    this.stepsPerDispatch = options.stepsPerDispatch;
    this.scheduler = new DispatchScheduler(context);
    this.pipelines = new KernelPipelines(context, 'map');
    this.measuring = new KernelPipelines(context, 'measure');
    this.tile = context.software ? TILE.software : TILE.hardware;
    this.startsOfTile = new Float32Array(4 * this.tile);
    this.parameters = uniformBuffer(context, PARAMETER_BYTES);
    this.flowParameters = uniformBuffer(context, PARAMETER_BYTES);
    this.dispatch = uniformBuffer(context, DISPATCH.size);
    this.starts = storageBuffer(context, 16 * this.tile);
    this.observations = storageBuffer(context, OBSERVATION * this.tile);
    this.integrators = storageBuffer(context, MOST_INTEGRATOR_STATE * this.tile);
    this.observed = storageBuffer(context, OBSERVED * this.tile);
  }

  /** Runs to the end, true, or until cancelled, false. One run at a time. */
  async run(run: Run): Promise<boolean> {
    const passes = await this.passesOf(run);
    const turn = this.context.share.begin(run.count);
    try {
      return await this.runTiles(run, passes, turn);
    } finally {
      turn.end();
    }
  }

  private async runTiles(run: Run, passes: readonly Pass[], turn: Turn): Promise<boolean> {
    const { count } = run;
    const most = this.mostStartsOf(run);
    const works = passes.map(({ kernel: { pipeline }, fullHorizon, mostSteps }) => ({
      kernel: pipeline,
      steps: fullHorizon ? mostSteps : undefined,
    }));
    for (let first = 0; first < count;) {
      if (this.isGivenUp(run)) return false;
      const fitting = this.scheduler.startsFor(works, most);
      // Pairs stay together.
      const size = Math.min(Math.max(this.lanes, fitting - (fitting % this.lanes)), count - first);
      run.starts(first, size, this.startsOfTile);
      this.context.device.queue.writeBuffer(this.starts, 0, this.startsOfTile, 0, 4 * size);
      run.visits?.beginTile(first);
      const offset = run.offsetOf?.(first) ?? first;
      const planar = hasPlanarStart(this.startsOfTile, size);
      const varied = run.varied?.of(first, size);
      for (const [number, pass] of passes.entries()) {
        const { own, schedule } = pass;
        const ownSteps = varied && own?.parameters.write(own.values, varied);
        const extent = ownSteps ? { even: ownSteps, hasLast: false } : extentOf(schedule);
        if (pass.across === 1 && !planar) continue;
        const tell = (share: number) =>
          run.progress?.((first + (size * (number + share)) / passes.length) / count);
        const tile = { count: size, offset };
        if (!(await this.integrate(run, turn, pass, extent, tile, tell))) return false;
      }
      await run.tileDone?.(first, size);
      first += size;
    }
    return !run.cancelled?.();
  }

  /** Pipelines, tiles and turns take their time, in which all may have been given up. */
  private isGivenUp(run: Run): boolean {
    if (this.isDestroyed) throw new Error('the engine was destroyed while it computed');
    return run.cancelled?.() ?? false;
  }

  /** Starts that go together at most, so that what they carry from step to step has room. */
  private mostStartsOf({ experiment, needs }: Run): number {
    if (!needs?.tangents) return this.tile;
    const bytes = integratorStateBytes(experiment, 'tangents');
    return Math.min(this.tile, Math.floor(this.integrators.size / bytes));
  }

  /** @param atOnce whether one dispatch can take all steps */
  private takesFullHorizon(steps: number, atOnce: boolean): boolean {
    const most = this.context.software ? MOST_FULL_HORIZON_STEPS : 0;
    return atOnce && steps <= Math.min(most, this.stepsPerDispatch ?? most);
  }

  /**
   * What a tile goes through: where it is wanted the flow, then the experiment's own method; twice
   * where four tangents are wanted, two at a time.
   */
  private async passesOf(run: Run): Promise<readonly Pass[]> {
    const { experiment, needs, results, varied, basins } = run;
    const passOf = async (
      of: (experiment: Experiment) => Experiment,
      buffer: 0 | 1,
      kind: 'tangents' | 'state',
      { compare = 0, across = 0 }: Partial<Pick<Pass, 'compare' | 'across'>>,
    ): Promise<Pass> => {
      const base = of(experiment);
      const names = namesOf(base, varied?.ranges);
      const isShared = run.isPaired || sharedByLanes(base.method, names).length === 0;
      const lanes = isShared ? this.lanes : 1;
      const stateKind = kind === 'tangents' ? kind : stateKindFor(base.method, lanes);
      const parameters = buffer === 0 ? this.parameters : this.flowParameters;
      const schedule = scheduleFor(base);
      const [leastSteps, mostSteps] = stepsBetween(experiment, of, varied?.ranges['step']);
      const fullHorizon = this.takesFullHorizon(
        mostSteps,
        haveOwnSteps(names) || !extentOf(schedule).hasLast,
      );
      const choice = names.length > 0 ? { varied: names } : {};
      // Trajectories that a tile goes through twice, or beside those of the flow, are counted once.
      const visits = buffer === 0 && across !== 1 ? run.visits : undefined;
      const layout = parameterLayout(base);
      const values = parameterValues(base);
      this.context.device.queue.writeBuffer(parameters, 0, layout.pack(values));
      const { dispatch, starts, observations, integrators, observed } = this;
      const own =
        names.length > 0
          ? {
              values: new StartValues(experiment, of, names),
              parameters: this.startParametersNumber(buffer),
            }
          : undefined;
      const ownBuffer = own?.parameters.buffer;
      const state = [parameters, dispatch, starts, observations, integrators, observed];
      const bound = async (counting?: VisitCounts): Promise<BoundKernel> => {
        const FETCHES = fullHorizon && !counting ? 0 : 1;
        const STORES = fullHorizon && (counting || !visits) ? 0 : 1;
        const pipeline = await this.pipelines.of(base, {
          stateKind,
          constants: { FETCHES, STORES, ...counting?.constants },
          ...choice,
          ...counting?.choice,
        });
        const buffers = [...state, ownBuffer, ...(counting?.buffers ?? [])];
        return { pipeline, group: bind(this.context, pipeline, buffers) };
      };
      const measured = [parameters, dispatch, observed, results, ownBuffer, basins?.buffer];
      const [kernel, counting, measuring] = await Promise.all([
        bound(),
        visits && bound(visits),
        this.measuring.of(base, { ...choice, ...basins?.choice }),
      ]);
      return {
        kernel,
        // A kernel that counts costs more, and takes the last steps alone.
        counting: counting && { ...counting, from: visits!.firstCounted(leastSteps) },
        measuring: { pipeline: measuring, group: bind(this.context, measuring, measured) },
        lanes: lanesOf(stateKind),
        own,
        mostSteps,
        schedule,
        emaDecay: values['emaBeta']!,
        lastEmaDecay: values['emaLast']!,
        compare,
        across,
        fullHorizon,
      };
    };
    const passes: Pass[] = [];
    if (needs?.flow) passes.push(await passOf(flowOf, 1, 'state', {}));
    const compare = needs?.flow ? 1 : 0;
    const kind = needs?.tangents ? 'tangents' : 'state';
    const acrosses = needs?.tangents === 4 ? ([1, 2] as const) : ([0] as const);
    for (const across of acrosses) {
      passes.push(await passOf((own) => own, 0, kind, { compare, across }));
    }
    return passes;
  }

  private startParametersNumber(buffer: 0 | 1): StartParameters {
    return (this.startParameters[buffer] ??= new StartParameters(this.context, this.tile));
  }

  /** Takes a tile through its whole horizon; false where the run was cancelled on the way. */
  private async integrate(
    run: Run,
    turn: Turn,
    { measuring, lanes, schedule, emaDecay, lastEmaDecay, ...pass }: Pass,
    { even, hasLast }: Extent,
    tile: { readonly count: number; readonly offset: number },
    tell: (share: number) => void,
  ): Promise<boolean> {
    const { device } = this.context;
    const { compare, across, fullHorizon, counting } = pass;
    const all = even + (hasLast ? 1 : 0);
    for (let firstStep = 0; firstStep < all;) {
      if (turn.mustWait()) await turn.next();
      if (this.isGivenUp(run)) return false;
      const isLast = firstStep >= even;
      const isCounting = counting !== undefined && firstStep >= counting.from;
      const { pipeline, group } = isCounting ? counting : pass.kernel;
      const limit = isCounting || !counting ? even : counting.from;
      const fitting = fullHorizon
        ? even
        : (this.stepsPerDispatch ?? this.scheduler.stepsFor(pipeline, tile.count));
      const endStep = isLast ? all : Math.min(limit, firstStep + fitting);
      const values = DISPATCH.pack({
        ...tile,
        firstStep,
        endStep,
        h: isLast ? schedule.lastStep : schedule.step,
        emaDecay: isLast ? lastEmaDecay : emaDecay,
        compare,
        across,
      });
      device.queue.writeBuffer(this.dispatch, 0, values);
      const encoder = device.createCommandEncoder();
      const computePass = encoder.beginComputePass(this.scheduler.descriptor);
      computePass.setPipeline(pipeline);
      computePass.setBindGroup(0, group);
      computePass.dispatchWorkgroups(Math.ceil(tile.count / lanes / WORKGROUP));
      if (endStep === all && across !== 1) {
        computePass.setPipeline(measuring.pipeline);
        computePass.setBindGroup(0, measuring.group);
        computePass.dispatchWorkgroups(Math.ceil(tile.count / WORKGROUP));
      }
      computePass.end();
      const work = { kernel: pipeline, steps: endStep - firstStep, count: tile.count };
      await this.scheduler.submit(encoder, work);
      firstStep = endStep;
      tell(endStep / all);
    }
    return true;
  }

  destroy(): void {
    this.isDestroyed = true;
    this.scheduler.destroy();
    const { parameters, flowParameters, dispatch, starts } = this;
    const { observations, integrators, observed } = this;
    const inputs = [parameters, flowParameters, dispatch, starts];
    for (const buffer of [...inputs, observations, integrators, observed]) buffer.destroy();
    // There may be the second alone.
    this.startParameters.forEach((own) => own.destroy());
  }
}
