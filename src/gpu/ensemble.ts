import type { Experiment } from '../experiment/experiment.ts';
import { flowOf } from '../experiment/flow.ts';
import type { Needs } from '../experiment/needs.ts';
import { scheduleFor } from '../experiment/schedule.ts';
import type { Schedule } from '../measures/schedule.ts';
import { METHODS } from '../methods/index.ts';
import { isOneDimensional } from '../models/state.ts';
import type { GpuContext } from './context.ts';
import {
  lanesOf,
  integratorStateBytes,
  stateKindFor,
  type Lanes,
  type StateKind,
} from './integrator-state.ts';
import { DispatchScheduler } from './dispatch-scheduler.ts';
import { PARAMETER_BYTES, parameterLayout, parameterValues } from './parameters.ts';
import { bind, KernelPipelines, storageBuffer, uniformBuffer, WORKGROUP } from './pipelines.ts';
import { UniformLayout } from './uniforms.ts';

/** Most starts in a tile: enough to fill a large graphics card, 90 MB of buffers. */
const TILE = { hardware: 262_144, software: 4096 };

/**
 * Most steps that a dispatch takes whole on the processor, where fetching and storing a start costs as
 * much as some ten steps: tiles are so small then that such dispatches are no longer than others. On
 * graphics cards they would be too small to fill them.
 */
const MOST_FULL_HORIZON_STEPS = 1024;

/** Bytes of a start's part of `Observation` in observe.wgsl. */
export const OBSERVATION = 192;

/** No method carries more than this for a start. With tangents it does, and tiles are smaller. */
const MOST_INTEGRATOR_STATE = Math.max(
  ...METHODS.map(({ id }) => integratorStateBytes(id, 'state')),
);

/** `Dispatch` of map.wgsl. */
export const DISPATCH = new UniformLayout([
  { name: 'count', type: 'u32' },
  { name: 'offset', type: 'u32' },
  { name: 'firstStep', type: 'i32' },
  { name: 'endStep', type: 'i32' },
  { name: 'h', type: 'f32' },
  { name: 'emaDecay', type: 'f32' },
  { name: 'compare', type: 'u32' },
  { name: 'across', type: 'u32' },
]);

/** Where the starts of a tile come from: fills `out`, four numbers each. */
export type StartSource = (first: number, count: number, out: Float32Array<ArrayBuffer>) => void;

/** One run over many starts. */
export interface Run {
  readonly experiment: Experiment;
  readonly count: number;
  /** What to integrate beside the trajectories; by default nothing. */
  readonly needs?: Needs;
  readonly starts: StartSource;
  /** Receives row `offsetOf(first)` and the following for every tile. */
  readonly results: GPUBuffer;
  /** The row in `results` of a tile's first start; by default the start's own number. */
  offsetOf?(first: number): number;
  /** After every tile, all of whose results have been submitted. */
  tileDone?(first: number, count: number): void | Promise<void>;
  progress?(share: number): void;
  /** Looked at between dispatches: the run ends early where it says so. */
  cancelled?(): boolean;
}

/** How an ensemble integrates, to compare one way with another; left out, as fits the adapter. */
export interface EnsembleOptions {
  /**
   * Starts that an invocation takes side by side. Adaptive methods and tangents go alone. The
   * results are the same.
   */
  readonly lanes?: Lanes;
  /**
   * Steps of each dispatch, in place of as many as fit a frame. With 1 every step is fetched from
   * memory and stored again. The results are the same.
   */
  readonly stepsPerDispatch?: number;
}

/** One integration of a tile. */
interface Pass {
  readonly pipeline: GPUComputePipeline;
  readonly group: GPUBindGroup;
  readonly lanes: Lanes;
  readonly schedule: Schedule;
  /** What the moving average keeps in a step, and in the last one. */
  readonly emaDecay: number;
  readonly lastEmaDecay: number;
  /** 1: the rows hold the flow's results. */
  readonly compare: 0 | 1;
  /**
   * 1: with the tangents of phi2 and theta2, for the next pass, which is 2; nothing in one dimension.
   * 0: all other passes.
   */
  readonly across: 0 | 1 | 2;
  /** Whether every dispatch takes its starts all the way. */
  readonly fullHorizon: boolean;
}

/** Integrates any number of starts, tile by tile, in dispatches that fit a frame. */
export class Ensemble {
  readonly scheduler: DispatchScheduler;
  /** Most starts that are integrated together. */
  readonly tile: number;
  private readonly context: GpuContext;
  private readonly pipelines: KernelPipelines;
  private readonly parameters: GPUBuffer;
  private readonly flowParameters: GPUBuffer;
  private readonly dispatch: GPUBuffer;
  private readonly starts: GPUBuffer;
  private readonly observations: GPUBuffer;
  private readonly integrators: GPUBuffer;
  private readonly startsOfTile: Float32Array<ArrayBuffer>;
  private readonly lanes: Lanes;
  private readonly stepsPerDispatch: number | undefined;

  constructor(context: GpuContext, options: EnsembleOptions = {}) {
    this.context = context;
    this.lanes = options.lanes ?? (context.software ? 2 : 1);
    this.stepsPerDispatch = options.stepsPerDispatch;
    this.scheduler = new DispatchScheduler(context);
    this.pipelines = new KernelPipelines(context, 'map');
    this.tile = context.software ? TILE.software : TILE.hardware;
    this.startsOfTile = new Float32Array(4 * this.tile);
    this.parameters = uniformBuffer(context, PARAMETER_BYTES);
    this.flowParameters = uniformBuffer(context, PARAMETER_BYTES);
    this.dispatch = uniformBuffer(context, DISPATCH.size);
    this.starts = storageBuffer(context, 16 * this.tile);
    this.observations = storageBuffer(context, OBSERVATION * this.tile);
    this.integrators = storageBuffer(context, MOST_INTEGRATOR_STATE * this.tile);
  }

  /** Runs to the end, true, or until cancelled, false. One run at a time. */
  async run(run: Run): Promise<boolean> {
    const { count } = run;
    const passes = await this.passesOf(run);
    const most = this.mostStartsOf(run);
    const works = passes.map(({ pipeline, fullHorizon, schedule }) => ({
      kernel: pipeline,
      steps: fullHorizon ? schedule.steps : undefined,
    }));
    for (let first = 0; first < count;) {
      const size = Math.min(this.scheduler.startsFor(works, most), count - first);
      run.starts(first, size, this.startsOfTile);
      this.context.device.queue.writeBuffer(this.starts, 0, this.startsOfTile, 0, 4 * size);
      const offset = run.offsetOf?.(first) ?? first;
      const planar = hasPlanarStart(this.startsOfTile, size);
      for (const [number, pass] of passes.entries()) {
        if (pass.across === 1 && !planar) continue;
        const tell = (share: number) =>
          run.progress?.((first + (size * (number + share)) / passes.length) / count);
        if (!(await this.integrate(run, pass, { count: size, offset }, tell))) return false;
      }
      await run.tileDone?.(first, size);
      first += size;
    }
    return !run.cancelled?.();
  }

  /** Starts that go together at most, so that what they carry from step to step has room. */
  private mostStartsOf({ experiment: { method }, needs }: Run): number {
    if (!needs?.tangents) return this.tile;
    const bytes = integratorStateBytes(method, 'tangents');
    return Math.min(this.tile, Math.floor(this.integrators.size / bytes));
  }

  private takesFullHorizon(schedule: Schedule): boolean {
    const { steps } = schedule;
    const most = this.context.software ? MOST_FULL_HORIZON_STEPS : 0;
    return (
      steps <= Math.min(most, this.stepsPerDispatch ?? most) && evenStepsOf(schedule) === steps
    );
  }

  /**
   * What a tile goes through: where it is wanted the flow, then the experiment's own method; twice
   * where four tangents are wanted, two at a time.
   */
  private async passesOf({ experiment, needs, results }: Run): Promise<readonly Pass[]> {
    const passOf = async (
      of: Experiment,
      parameters: GPUBuffer,
      stateKind: StateKind,
      { compare = 0, across = 0 }: Partial<Pick<Pass, 'compare' | 'across'>>,
    ): Promise<Pass> => {
      const schedule = scheduleFor(of);
      const fullHorizon = this.takesFullHorizon(schedule);
      const constants = { FULL_HORIZON: fullHorizon ? 1 : 0 };
      const pipeline = await this.pipelines.of(of, { stateKind, constants });
      const layout = parameterLayout(of.model, of.method);
      const values = parameterValues(of);
      this.context.device.queue.writeBuffer(parameters, 0, layout.pack(values));
      const { dispatch, starts, observations, integrators } = this;
      const buffers = [parameters, dispatch, starts, observations, integrators, results];
      const group = bind(this.context, pipeline, buffers);
      return {
        pipeline,
        group,
        lanes: lanesOf(stateKind),
        schedule,
        emaDecay: values['emaBeta']!,
        lastEmaDecay: values['emaLast']!,
        compare,
        across,
        fullHorizon,
      };
    };
    const pointsOf = ({ method }: Experiment) => stateKindFor(method, this.lanes);
    const stateKind = needs?.tangents ? 'tangents' : pointsOf(experiment);
    const passes: Pass[] = [];
    if (needs?.flow) {
      const flow = flowOf(experiment);
      passes.push(await passOf(flow, this.flowParameters, pointsOf(flow), {}));
    }
    const compare = needs?.flow ? 1 : 0;
    const acrosses = needs?.tangents === 4 ? ([1, 2] as const) : ([0] as const);
    for (const across of acrosses) {
      passes.push(await passOf(experiment, this.parameters, stateKind, { compare, across }));
    }
    return passes;
  }

  /** Takes a tile through its whole horizon; false where the run was cancelled on the way. */
  private async integrate(
    run: Run,
    {
      pipeline,
      group,
      lanes,
      schedule,
      emaDecay,
      lastEmaDecay,
      compare,
      across,
      fullHorizon,
    }: Pass,
    tile: { readonly count: number; readonly offset: number },
    tell: (share: number) => void,
  ): Promise<boolean> {
    const { device } = this.context;
    const { steps } = schedule;
    const even = evenStepsOf(schedule);
    for (let firstStep = 0; firstStep < steps;) {
      if (run.cancelled?.()) return false;
      const cut = firstStep < even ? even : steps;
      const fitting = fullHorizon
        ? steps
        : (this.stepsPerDispatch ?? this.scheduler.stepsFor(pipeline, tile.count));
      const endStep = Math.min(cut, firstStep + fitting);
      const length =
        endStep === steps && endStep - firstStep === 1
          ? { h: schedule.lastStep, emaDecay: lastEmaDecay }
          : { h: schedule.step, emaDecay };
      const values = DISPATCH.pack({ ...tile, firstStep, endStep, ...length, compare, across });
      device.queue.writeBuffer(this.dispatch, 0, values);
      const encoder = device.createCommandEncoder();
      const pass = encoder.beginComputePass(this.scheduler.descriptor);
      pass.setPipeline(pipeline);
      pass.setBindGroup(0, group);
      pass.dispatchWorkgroups(Math.ceil(tile.count / lanes / WORKGROUP));
      pass.end();
      const work = { kernel: pipeline, steps: endStep - firstStep, count: tile.count };
      await this.scheduler.submit(encoder, work);
      firstStep = endStep;
      tell(endStep / steps);
    }
    return true;
  }

  destroy(): void {
    this.scheduler.destroy();
    const { parameters, flowParameters, dispatch, starts, observations, integrators } = this;
    const buffers = [parameters, flowParameters, dispatch, starts, observations, integrators];
    for (const buffer of buffers) buffer.destroy();
  }
}

/** Whether any of the first `count` starts is outside the one-dimensional subspace. */
function hasPlanarStart(starts: Float32Array, count: number): boolean {
  for (let i = 0; i < count; i++) {
    if (!isOneDimensional(starts.subarray(4 * i, 4 * i + 4))) return true;
  }
  return false;
}

/** The number of steps of the same length from the first on. */
function evenStepsOf({ steps, step, lastStep }: Schedule): number {
  return Math.fround(lastStep) === Math.fround(step) ? steps : steps - 1;
}
