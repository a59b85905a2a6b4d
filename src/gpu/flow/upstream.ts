/** Where training comes from that passes through a window which is zoomed into. */
import { defaultViewport } from '../../experiment/default-viewport.ts';
import {
  presetExperiments,
  type PresetExperiment,
} from '../../experiment/editing/preset-experiments.ts';
import { numberOf, type Experiment, type Slice } from '../../experiment/experiment.ts';
import { dynamicsKey } from '../../experiment/keys.ts';
import { scheduleFor } from '../../experiment/schedule.ts';
import type { GpuContext } from '../context.ts';
import { integratorStateBytes } from '../integrator-state.ts';
import { PARAMETER_BYTES, parameterLayout, parameterValues } from '../parameters.ts';
import {
  bind,
  dispatchAll,
  KernelPipelines,
  readFloats,
  storageBuffer,
  uniformBuffer,
} from '../pipelines.ts';
import { FLOW, sliceText, sliceValues } from './flow-plan.ts';
import { cellsUpstream, outerValues, passingLightOf, CELLS } from './upstream-cells.ts';
import { takeUnseen } from './unseen-steps.ts';

/** Steps that are followed at most: beyond, a far horizon would keep the picture waiting. */
const MOST_FOLLOWED = 4096;

/** What the flow's kernels read where no particles come from outside. */
const NOWHERE = { ...outerValues(undefined), upstreamCount: 0, passingLight: 1 };

/**
 * Particles that set out in a window which is zoomed into soon leave it, and what passes through it
 * started elsewhere. So the plane as it was before the zoom is cut into cells, training is followed
 * from the middle of each, and the cells from which it passes through the window are kept: half of the
 * particles set out there.
 */
export class Upstream {
  /** The cells' numbers. */
  buffer: GPUBuffer;
  private readonly context: GpuContext;
  private readonly pipelines: KernelPipelines;
  private presets: readonly PresetExperiment[] | undefined;
  private present: Readonly<Record<string, number>> = NOWHERE;
  private key = '';
  private searching: Promise<void> = Promise.resolve();
  /** Only the last search counts. */
  private searches = 0;
  private done = 0;

  constructor(context: GpuContext) {
    this.context = context;
    this.pipelines = new KernelPipelines(context, 'flow/passage');
    this.buffer = storageBuffer(context, 4);
  }

  /** Whether the cells are those of what was asked for last. */
  get ready(): boolean {
    return this.done === this.searches;
  }

  /** Whether there are any. */
  get any(): boolean {
    return this.present['upstreamCount'] !== 0;
  }

  /** The fields of `FLOW` that say where particles set out. */
  get values(): Readonly<Record<string, number>> {
    return this.present;
  }

  /** Looks for the cells upstream of an experiment's slice. */
  find(experiment: Experiment): void {
    this.presets ??= presetExperiments();
    const outer = defaultViewport(experiment, this.presets);
    const key = JSON.stringify([
      dynamicsKey(experiment),
      sliceText(experiment.slice),
      sliceText(outer),
      numberOf(experiment, 'particles'),
    ]);
    if (key === this.key) return;
    this.key = key;
    const search = ++this.searches;
    if (sliceText(outer) === sliceText(experiment.slice)) {
      this.done = search;
      this.take([], NOWHERE);
      return;
    }
    this.searching = this.search(experiment, outer, () => search !== this.searches).finally(() => {
      if (search === this.searches) this.done = search;
    });
    // Without cells particles set out in the window alone; why, the device says.
    this.searching.catch(() => {});
  }

  /** Resolves once they are found. */
  async found(): Promise<void> {
    await this.searching;
  }

  destroy(): void {
    this.searches += 1;
    this.buffer.destroy();
  }

  private async search(
    experiment: Experiment,
    outer: Slice,
    isStale: () => boolean,
  ): Promise<void> {
    const { slice } = experiment;
    const passed = await this.follow(experiment, outer, isStale);
    if (!passed || isStale()) return;
    const cells = cellsUpstream(passed, slice, outer);
    const light = passingLightOf(cells.length, slice, outer, numberOf(experiment, 'particles'));
    const values = { ...outerValues(outer), upstreamCount: cells.length, passingLight: light };
    this.take(cells, cells.length === 0 ? NOWHERE : values);
  }

  private take(cells: readonly number[], values: Readonly<Record<string, number>>): void {
    if (values === NOWHERE && !this.any) return;
    this.buffer.destroy();
    this.buffer = storageBuffer(this.context, 4 * Math.max(1, cells.length));
    this.context.device.queue.writeBuffer(this.buffer, 0, new Uint32Array(cells));
    this.present = values;
  }

  /** Of each cell 1 where its training passes through the window, or near it; else 0. */
  private async follow(
    experiment: Experiment,
    outer: Slice,
    isStale: () => boolean,
  ): Promise<Uint32Array | undefined> {
    const { context } = this;
    const { device } = context;
    const pipeline = await this.pipelines.of(experiment);
    if (isStale()) return undefined;
    const parameters = uniformBuffer(context, PARAMETER_BYTES);
    const flow = uniformBuffer(context, FLOW.size);
    const bytes = integratorStateBytes(experiment, 'particle');
    const integrators = storageBuffer(context, bytes * CELLS * CELLS);
    const passed = storageBuffer(context, 4 * CELLS * CELLS);
    try {
      const layout = parameterLayout(experiment);
      device.queue.writeBuffer(parameters, 0, layout.pack(parameterValues(experiment)));
      let taken = 0;
      const dispatch = (count: number) => {
        const values = followingValues(experiment, outer, count, taken);
        device.queue.writeBuffer(flow, 0, FLOW.pack(values));
        const encoder = device.createCommandEncoder();
        const pass = encoder.beginComputePass();
        pass.setPipeline(pipeline);
        pass.setBindGroup(0, bind(context, pipeline, [parameters, flow, integrators, passed]));
        dispatchAll(pass, CELLS * CELLS);
        pass.end();
        device.queue.submit([encoder.finish()]);
        taken += count;
      };
      const steps = Math.min(scheduleFor(experiment).steps, MOST_FOLLOWED);
      if (!(await takeUnseen(device, steps, dispatch, isStale))) return undefined;
      const bits = await readFloats(context, passed, 4 * CELLS * CELLS);
      return new Uint32Array(bits.buffer);
    } finally {
      for (const buffer of [parameters, flow, integrators, passed]) buffer.destroy();
    }
  }
}

/** `FLOW` of a dispatch that follows training from the cells. */
function followingValues(experiment: Experiment, outer: Slice, steps: number, taken: number) {
  const { slice } = experiment;
  const margin = (axis: 'x' | 'y') => (outer[axis].max - outer[axis].min) / CELLS;
  const around = (axis: 'x' | 'y') => ({
    ...slice[axis],
    // Training from elsewhere in a cell passes beside that from its middle.
    min: slice[axis].min - margin(axis),
    max: slice[axis].max + margin(axis),
  });
  return {
    ...sliceValues({ ...slice, x: around('x'), y: around('y') }),
    ...outerValues(outer),
    particles: CELLS * CELLS,
    steps,
    h: numberOf(experiment, 'step'),
    restart: taken === 0 ? 1 : 0,
    taken,
    ...ONLY_DRAWN,
  };
}

/** What only drawing reads. */
const ONLY_DRAWN = {
  splatting: 0,
  frame: 0,
  side: 0,
  columns: 0,
  rows: 0,
  age: 0,
  high: 0,
  mapSide: 0,
  counting: 0,
  upstreamCount: 0,
  passingLight: 1,
};
