import { isSameModel, numberOf, type Experiment } from '../../experiment/experiment.ts';
import { methodOf } from '../../experiment/parameters.ts';
import type { GpuContext } from '../context.ts';
import { colouringHigh } from '../../figure/colour/flow-colours.ts';
import { colouringCode } from './flow-colour.ts';
import { FLOW, flowCutOf, sliceText, sliceValues } from './flow-plan.ts';
import type { GpuMapView } from '../map/map-view.ts';
import { integratorStateBytes } from '../integrator-state.ts';
import { PARAMETER_BYTES, parameterLayout, parameterValues } from '../parameters.ts';
import { Upstream } from './upstream.ts';
import { VisibleCount } from './visible-count.ts';
import { bind, dispatchAll, KernelPipelines, storageBuffer, uniformBuffer } from '../pipelines.ts';

/** Codes of which steps splat light. */
const SPLATTING = { none: 0, 'one step': 1, 'every step': 2 };

/** After how many pictures the particles in the window are counted anew. */
const COUNTED_PICTURES = 16;

/** Bytes of a start's colour. */
const COLOUR_BYTES = 4;

/** What a move of the particles leaves behind, and where. */
export interface SplatTarget {
  readonly buffer: GPUBuffer;
  /** Pixels along a side. */
  readonly side: number;
  /** The map that colours the particles, and its palette or one in its place. */
  readonly map: GpuMapView;
  readonly palette: GPUBuffer;
  /** Which steps splat light; one that each particle draws, where light is dear. */
  readonly splatting: 'every step' | 'one step' | 'none';
}

/**
 * The particles of a slice, which move by an experiment. They set out together, so that all of them
 * are of the same age.
 */
export class FlowParticles {
  private readonly context: GpuContext;
  private readonly flow: GPUBuffer;
  private readonly parameters: GPUBuffer;
  private readonly pipelines: KernelPipelines;
  private readonly spawns: KernelPipelines;
  private readonly visible: VisibleCount;
  private readonly upstream: Upstream;
  private integrators: GPUBuffer | undefined;
  private startColours: GPUBuffer | undefined;
  private particles = 0;
  /** Those of the present model and method, once they are compiled. */
  private pipeline: GPUComputePipeline | undefined;
  private spawning: GPUComputePipeline | undefined;
  private compiling: Promise<void> = Promise.resolve();
  private experiment: Experiment | undefined;
  private restarting = true;
  /** The version of the map that colours the particles. */
  private coloursOf = -1;
  /** Pictures since the start: their light is drawn by it. */
  private pictures = 0;
  /** Steps since the start. */
  private taken = 0;
  /** The share of a rule's next step that earlier moves have begun. */
  private begun = 0;
  private age = 0;

  constructor(context: GpuContext) {
    this.context = context;
    this.flow = uniformBuffer(context, FLOW.size);
    this.parameters = uniformBuffer(context, PARAMETER_BYTES);
    this.visible = new VisibleCount(context);
    this.upstream = new Upstream(context);
    this.pipelines = new KernelPipelines(context, 'flow/advect');
    this.spawns = new KernelPipelines(context, 'flow/spawn');
  }

  get count(): number {
    return this.particles;
  }

  /** Time since they set out. */
  get elapsed(): number {
    return this.age;
  }

  /** Whether they are at their starts, and their light has to begin anew. */
  get isFresh(): boolean {
    return this.restarting;
  }

  get ready(): boolean {
    const placed = !this.restarting || this.upstream.ready;
    return this.pipeline !== undefined && this.spawning !== undefined && placed;
  }

  /** Particles that light the window when all of them are at their starts. */
  get lightCount(): number {
    return this.passing ? this.particles / 2 : this.particles;
  }

  /** Whether some come from outside the window. */
  get passing(): boolean {
    return this.upstream.any;
  }

  /** The share of the particles in the window, as last counted; undefined before that. */
  get visibleShare(): number | undefined {
    return this.visible.count === undefined ? undefined : this.visible.count / this.particles;
  }

  /**
   * Changes the dynamics under the particles; another slice, model or method makes them set out
   * again.
   */
  setExperiment(experiment: Experiment): void {
    const previous = this.experiment;
    this.experiment = experiment;
    const { method } = experiment;
    this.context.device.queue.writeBuffer(
      this.parameters,
      0,
      parameterLayout(experiment).pack(parameterValues(experiment)),
    );
    const isOther =
      !previous ||
      !isSameModel(previous, experiment) ||
      previous.method !== method ||
      sliceText(previous.slice) !== sliceText(experiment.slice);
    if (isOther) this.restart();
    this.setParticles(
      numberOf(experiment, 'particles'),
      integratorStateBytes(experiment, 'particle'),
    );
    if (this.restarting) this.upstream.find(experiment);
    this.compiling = this.compile(experiment);
    // Without a pipeline nothing moves; `compiled` rejects with the reason.
    this.compiling.catch(() => {});
  }

  /** Resolves once `ready`. */
  async compiled(): Promise<void> {
    await this.compiling;
    await this.upstream.found();
  }

  /** Everything begins anew, also what noise and light are drawn by. */
  restart(): void {
    this.restarting = true;
    this.age = 0;
    this.pictures = 0;
    this.taken = 0;
    this.begun = 0;
    this.visible.forget();
    if (this.experiment) this.upstream.find(this.experiment);
  }

  /** Light of the moves after this belongs to another picture. */
  nextPicture(): void {
    this.pictures += 1;
  }

  /** Moves every particle by a number of steps, which may be a fraction. */
  move(encoder: GPUCommandEncoder, steps: number, target: SplatTarget): void {
    const { context, pipeline, spawning, integrators, startColours, visible } = this;
    const { map } = target;
    const experiment = this.experiment!;
    const { slice } = experiment;
    const level = map.level!;
    const { count, length } = this.cut(steps, numberOf(experiment, 'step'));
    const counting = this.pictures % COUNTED_PICTURES === 0 && visible.begin(encoder);
    context.device.queue.writeBuffer(
      this.flow,
      0,
      FLOW.pack({
        ...sliceValues(slice),
        particles: this.particles,
        steps: count,
        h: length,
        splatting: SPLATTING[target.splatting],
        restart: this.restarting ? 1 : 0,
        frame: this.pictures,
        taken: this.taken,
        side: target.side,
        columns: target.side / (slice.x.max - slice.x.min),
        rows: target.side / (slice.y.max - slice.y.min),
        age: this.age,
        high: colouringHigh(experiment),
        mapSide: level.side,
        counting: counting ? 1 : 0,
        ...this.upstream.values,
      }),
    );
    const shared = [this.parameters, this.flow, integrators!, startColours!];
    if (this.restarting || map.version !== this.coloursOf) {
      const spawn = encoder.beginComputePass();
      spawn.setPipeline(spawning!);
      const colours = [map.scaleUniform, target.palette, level.results, this.upstream.buffer];
      spawn.setBindGroup(0, bind(context, spawning!, [...shared, ...colours]));
      dispatchAll(spawn, this.particles);
      spawn.end();
    }
    const advection = encoder.beginComputePass();
    advection.setPipeline(pipeline!);
    const splatted = [target.buffer, target.palette, visible.buffer];
    advection.setBindGroup(0, bind(context, pipeline!, [...shared, ...splatted]));
    dispatchAll(advection, Math.ceil(this.particles / flowCutOf(context).PARTICLES_PER_THREAD));
    advection.end();
    if (counting) visible.end(encoder);
    this.restarting = false;
    this.coloursOf = map.version;
    this.taken += count;
    this.age += length * count;
  }

  /** To be called when what `move` encoded is submitted. */
  submitted(): void {
    this.visible.submitted();
  }

  destroy(): void {
    const { flow, parameters, integrators, startColours, visible, upstream } = this;
    const parts = [flow, parameters, integrators, startColours, visible, upstream];
    for (const part of parts) part?.destroy();
    this.pipeline = this.spawning = undefined;
  }

  /** How many steps of which length a move takes. */
  private cut(steps: number, h: number): { count: number; length: number } {
    if (methodOf(this.experiment!.method).kind === 'flow') {
      // A flow may be cut finer than its step; a fraction of a step is a shorter one.
      const count = Math.max(1, Math.ceil(steps));
      return { count, length: (h * steps) / count };
    }
    // A rule has whole steps only: fractions add up, and in between its states stand still.
    this.begun += steps;
    const count = Math.floor(this.begun);
    this.begun -= count;
    return count === 0 ? { count: 1, length: 0 } : { count, length: h };
  }

  /** @param bytes of one particle's integrator state; other bytes mean another method's */
  private setParticles(particles: number, bytes: number): void {
    if (particles === this.particles && bytes * particles === this.integrators?.size) return;
    this.integrators?.destroy();
    this.startColours?.destroy();
    this.particles = particles;
    this.integrators = storageBuffer(this.context, bytes * particles);
    this.startColours = storageBuffer(this.context, COLOUR_BYTES * particles);
    this.restart();
  }

  private async compile(experiment: Experiment): Promise<void> {
    const choice = {
      constants: { colouring: colouringCode(experiment), ...flowCutOf(this.context) },
    };
    this.pipeline = this.pipelines.ready(experiment, choice);
    this.spawning = this.spawns.ready(experiment);
    if (this.ready) return;
    const compiling = [this.pipelines.of(experiment, choice), this.spawns.of(experiment)] as const;
    const [pipeline, spawning] = await Promise.all(compiling);
    if (experiment !== this.experiment) return;
    this.pipeline = pipeline;
    this.spawning = spawning;
  }
}
