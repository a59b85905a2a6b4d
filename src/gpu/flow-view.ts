import type { Job } from '../experiment/engine.ts';
import { numberOf, type Experiment, type Slice } from '../experiment/experiment.ts';
import { methodOf } from '../experiment/parameters.ts';
import { isSameSlice } from '../experiment/window.ts';
import { GROUND, type Theme } from '../figure/theme.ts';
import { PALETTE_BYTES } from './colours.ts';
import type { GpuContext } from './context.ts';
import { colouringCode, colouringHigh } from './flow-colour.ts';
import { FLOW, framesTo, MOST_STEPS, reachOf, sliceText, sliceValues } from './flow-plan.ts';
import { FlowPainter } from './flow-painter.ts';
import { FrameGate } from './frame-gate.ts';
import type { GpuMapView } from './map-view.ts';
import { motionBytes } from './motion.ts';
import { parameterLayout, parameterValues } from './parameters.ts';
import { bind, KernelPipelines, storageBuffer, uniformBuffer, WORKGROUP } from './pipelines.ts';
import { readPixels, textureSurface, type Surface } from './surface.ts';

/** Points that give light along each step, on graphics cards and on the processor. */
const SPLATS = { hardware: 4, software: 1 };

/** Frames that a standing picture takes to gather its light anew at another size or colour. */
const RENEWAL = 48;

/** A state this small, relative to the slice's reach, has died out. */
const EXTINCT = 0.001;

/** Most workgroups along one dimension of a dispatch. */
const MOST_GROUPS = 65_535;

/** The live flow: particles of the slice moving by the experiment, and their trails of light. */
export class GpuFlowView {
  private readonly context: GpuContext;
  private readonly surface: Surface;
  private readonly painter: FlowPainter;
  private readonly gate: FrameGate;
  private readonly flow: GPUBuffer;
  private readonly parameters: GPUBuffer;
  private motions: GPUBuffer | undefined;
  private lives: GPUBuffer | undefined;
  private particles = 0;
  private readonly pipelines: KernelPipelines;
  /** That of the present model and method, once it is compiled. */
  private pipeline: GPUComputePipeline | undefined;
  private compiling: Promise<void> = Promise.resolve();
  /** In place of the map's palette, for a picture on another ground. */
  private ownPalette: GPUBuffer | undefined;
  private experiment: Experiment | undefined;
  private theme: Theme = 'dark';
  private map: GpuMapView | undefined;
  private restarting = true;
  private frames = 0;
  /** The version of the map whose colours the particles wear. */
  private coloursOf = -1;
  private readonly mostSteps: number;
  /** Steps of all frames so far. */
  private taken = 0;
  /** The share of a rule's next step that earlier frames have begun. */
  private begun = 0;
  private owed = 0;
  /** Frames still to draw although nothing moves. */
  private renewals = 0;
  private elapsed = 0;
  private drawn: Slice | undefined;

  constructor(context: GpuContext, surface: Surface) {
    this.context = context;
    this.surface = surface;
    this.flow = uniformBuffer(context, FLOW.size);
    this.parameters = uniformBuffer(context, 256);
    this.painter = new FlowPainter(context, surface);
    this.pipelines = new KernelPipelines(context, 'flow');
    this.gate = new FrameGate(context);
    this.mostSteps = context.software ? MOST_STEPS.software : MOST_STEPS.hardware;
  }

  /** Time since the particles set out, at most the horizon. */
  get time(): number {
    const horizon = this.experiment ? numberOf(this.experiment, 'time') : 0;
    return Math.min(this.elapsed, horizon);
  }

  /** The slice that was drawn last. */
  get shown(): Slice | undefined {
    return this.drawn;
  }

  /** Changes the dynamics under the particles; only another slice makes them set out again. */
  setExperiment(experiment: Experiment): void {
    const previous = this.experiment;
    this.experiment = experiment;
    this.renewals = RENEWAL;
    const { model, method } = experiment;
    this.context.device.queue.writeBuffer(
      this.parameters,
      0,
      parameterLayout(model, method).pack(parameterValues(experiment)),
    );
    if (!previous || sliceText(previous.slice) !== sliceText(experiment.slice)) this.restart();
    this.setParticles(numberOf(experiment, 'particles'), motionBytes(method, 'state'));
    this.compiling = this.compile(experiment);
    // Without a pipeline nothing moves; `compiled` tells why to who asks.
    this.compiling.catch(() => {});
  }

  setTheme(theme: Theme): void {
    this.theme = theme;
    this.renewals = RENEWAL;
  }

  resize(side: number): void {
    if (this.painter.resize(side)) this.renewals = RENEWAL;
  }

  /** Particles take the colours of their starts from this map. */
  follow(map: GpuMapView): void {
    this.map = map;
  }

  restart(): void {
    this.restarting = true;
    this.elapsed = 0;
  }

  /**
   * Once per animation frame: moves by a number of steps, which may be a fraction, and draws; 0
   * lets the picture stand. While earlier frames are not on the screen yet, the steps are owed to
   * the next one, so that a slow adapter draws fewer frames instead of falling ever further behind.
   */
  frame(steps: number): void {
    this.owed = Math.min(this.owed + steps, this.mostSteps);
    const standing = this.owed === 0 && !this.restarting;
    if (standing && this.renewals === 0) return;
    const busy = this.map !== undefined && this.map.progress < 1;
    if (!this.gate.open(busy) || !this.advance(this.owed)) return;
    this.owed = 0;
    this.renewals = Math.max(0, this.renewals - 1);
    this.gate.submitted();
  }

  /** Average time between frames, in milliseconds; 0 before there are two. */
  get frameTime(): number {
    return this.gate.interval;
  }

  /** Moves and draws now; false where something is still missing. */
  advance(steps: number): boolean {
    const { experiment, map, pipeline } = this;
    const level = map?.level;
    if (!experiment || !map || !level || !pipeline || !this.painter.ready) return false;
    const h = numberOf(experiment, 'step');
    // Particles wait for the map that they wear the colours of.
    if (!isSameSlice(map.shown!, experiment.slice)) return false;
    if (this.drawn && !isSameSlice(this.drawn, experiment.slice)) this.painter.clear();
    this.drawn = experiment.slice;
    const { count, length } = this.cut(steps, h);
    const { device, software } = this.context;
    device.queue.writeBuffer(
      this.flow,
      0,
      FLOW.pack({
        ...sliceValues(experiment.slice),
        particles: this.particles,
        steps: count,
        h: length,
        splats: software ? SPLATS.software : SPLATS.hardware,
        everyStep: software ? 0 : 1,
        restart: this.restarting ? 1 : 0,
        frame: this.frames,
        taken: this.taken,
        side: this.surface.side,
        life: numberOf(experiment, 'time'),
        extinct: EXTINCT * reachOf(experiment.slice),
        colour: colouringCode(experiment),
        high: colouringHigh(experiment, reachOf(experiment.slice)),
        mapSide: level.side,
        recolour: map.version === this.coloursOf ? 0 : 1,
      }),
    );
    const group = bind(this.context, pipeline, [
      this.parameters,
      this.flow,
      this.motions!,
      this.lives!,
      this.painter.light,
      map.scaleUniform,
      this.ownPalette ?? map.palette,
      level.results,
    ]);
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, group);
    const groups = Math.ceil(this.particles / WORKGROUP);
    pass.dispatchWorkgroups(Math.min(groups, MOST_GROUPS), Math.ceil(groups / MOST_GROUPS));
    pass.end();
    this.painter.draw(encoder, {
      trail: numberOf(experiment, 'trail'),
      particles: this.particles,
      ground: GROUND[this.theme],
      paper: this.theme === 'light',
    });
    device.queue.submit([encoder.finish()]);
    this.restarting = false;
    this.coloursOf = map.version;
    this.frames += 1;
    this.taken += count;
    this.elapsed += length * count;
    return true;
  }

  /** Resolves once `frame` can draw. @throws Error where a shader or the device failed. */
  async compiled(): Promise<void> {
    await this.painter.compiled();
    await this.compiling;
  }

  /**
   * The flow from its start to the present time as RGBA bytes, `side` pixels along each side: the
   * same experiment and time give the same picture.
   * @throws the signal's reason when aborted
   */
  async picture(side: number, theme: Theme, job?: Job): Promise<Uint8ClampedArray<ArrayBuffer>> {
    const { experiment, map, context } = this;
    const palette = map?.paletteOn(theme);
    if (!experiment || !map?.shown || !palette || !isSameSlice(map.shown, experiment.slice)) {
      throw new Error('missing map: its colours are not known yet, try again when it is drawn');
    }
    const surface = textureSurface(context, side);
    const view = new GpuFlowView(context, surface);
    try {
      view.setTheme(theme);
      view.follow(map);
      view.ownPalette = storageBuffer(context, PALETTE_BYTES);
      context.device.queue.writeBuffer(view.ownPalette, 0, palette);
      view.resize(side);
      view.setExperiment(experiment);
      await view.compiled();
      const frames = framesTo(experiment, this.time);
      for (const [i, steps] of frames.entries()) {
        view.advance(steps);
        if (i % 16 !== 15) continue;
        await context.device.queue.onSubmittedWorkDone();
        job?.signal?.throwIfAborted();
        job?.progress?.(i / frames.length);
      }
      return await readPixels(context, surface.texture());
    } finally {
      view.destroy();
    }
  }

  destroy(): void {
    this.painter.destroy();
    this.surface.destroy();
    for (const buffer of [this.flow, this.parameters, this.motions, this.lives, this.ownPalette]) {
      buffer?.destroy();
    }
    this.pipeline = undefined;
  }

  /** How many steps of which length a frame takes. */
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

  /** @param bytes of one particle's motion; other bytes mean another method's */
  private setParticles(particles: number, bytes: number): void {
    if (particles === this.particles && bytes * particles === this.motions?.size) return;
    this.motions?.destroy();
    this.lives?.destroy();
    this.particles = particles;
    this.motions = storageBuffer(this.context, bytes * particles);
    this.lives = storageBuffer(this.context, 16 * particles);
    this.restart();
  }

  private async compile(experiment: Experiment): Promise<void> {
    const known = this.pipelines.ready(experiment);
    this.pipeline = known;
    if (known) return;
    const pipeline = await this.pipelines.of(experiment);
    if (experiment === this.experiment) this.pipeline = pipeline;
  }
}
