import type { Job } from '../../experiment/engine.ts';
import { numberOf, type Experiment, type Slice } from '../../experiment/experiment.ts';
import { isSameSlice } from '../../experiment/viewport.ts';
import { BACKGROUND, type Theme } from '../../figure/colour/theme.ts';
import { PALETTE_BYTES } from '../colours.ts';
import type { GpuContext } from '../context.ts';
import { FlowParticles, type SplatTarget } from './flow-particles.ts';
import { approachOf, MOST_STEPS } from './flow-plan.ts';
import { FlowPainter } from './flow-painter.ts';
import { FrameThrottle } from '../frame-throttle.ts';
import type { GpuMapView } from '../map/map-view.ts';
import { storageBuffer } from '../pipelines.ts';
import { readPixels, textureSurface, type Surface } from '../surface.ts';

/** Frames that a standing picture takes to gather its light anew at another size or colour. */
const RENEWAL = 48;

/** How long a dispatch on the way to another time should take, in milliseconds. */
const TARGET = 24;

/** Steps of the first of them, and by how much each may be longer than the one before. */
const FIRST_STEPS = 2;
const GROWTH = 4;

/** The live flow: particles of the slice moving by the experiment, and their trails of light. */
export class GpuFlowView {
  private readonly context: GpuContext;
  private readonly surface: Surface;
  private readonly painter: FlowPainter;
  private readonly throttle: FrameThrottle;
  private readonly particles: FlowParticles;
  /** In place of the map's palette, for a picture on another ground. */
  private ownPalette: GPUBuffer | undefined;
  private experiment: Experiment | undefined;
  private theme: Theme = 'dark';
  private map: GpuMapView | undefined;
  private readonly mostSteps: number;
  private owed = 0;
  /** Frames still to draw although nothing moves. */
  private renewals = 0;
  private goal: number | undefined;
  private seeking: Promise<void> | undefined;
  private drawn: Slice | undefined;
  private destroyed = false;

  constructor(context: GpuContext, surface: Surface) {
    this.context = context;
    this.surface = surface;
    this.painter = new FlowPainter(context, surface);
    this.particles = new FlowParticles(context);
    this.throttle = new FrameThrottle(context);
    this.mostSteps = context.software ? MOST_STEPS.software : MOST_STEPS.hardware;
  }

  /** Time since the particles set out, at most the horizon. */
  get time(): number {
    return Math.min(this.particles.elapsed, this.horizon);
  }

  /** The time that the particles are on their way to; undefined where they are there. */
  get seekTarget(): number | undefined {
    return this.goal;
  }

  /** The slice that was drawn last. */
  get shown(): Slice | undefined {
    return this.drawn;
  }

  /** Average time between frames, in milliseconds; 0 before there are two. */
  get frameTime(): number {
    return this.throttle.interval;
  }

  /** Changes the dynamics under the particles; only another slice makes them set out again. */
  setExperiment(experiment: Experiment): void {
    this.experiment = experiment;
    this.renewals = RENEWAL;
    this.particles.setExperiment(experiment);
  }

  setTheme(theme: Theme): void {
    this.theme = theme;
    this.renewals = RENEWAL;
  }

  resize(side: number): void {
    if (this.painter.resize(side)) this.renewals = RENEWAL;
  }

  /** Particles take the colours of their starts from this map. */
  attachMap(map: GpuMapView): void {
    this.map = map;
  }

  /** Another palette than the map's own. */
  setPalette(palette: Float32Array<ArrayBuffer>): void {
    this.ownPalette ??= storageBuffer(this.context, PALETTE_BYTES);
    this.context.device.queue.writeBuffer(this.ownPalette, 0, palette);
  }

  restart(): void {
    this.goal = undefined;
    this.particles.restart();
  }

  /**
   * Takes the particles to a time from 0 to the horizon, on from where they are or, for an earlier
   * one, from their starts, in dispatches that fit a frame. The newest call counts.
   */
  seek(time: number): void {
    const goal = Math.min(Math.max(0, time), this.horizon);
    if (goal < this.particles.elapsed) {
      // Beyond the horizon the picture goes on, and stays of that time.
      if (goal === this.horizon) return;
      this.particles.restart();
    }
    this.goTo(goal);
  }

  /** One step more, after all that are on their way. */
  step(): void {
    if (!this.experiment) return;
    const from = this.goal ?? this.particles.elapsed;
    this.goTo(from + numberOf(this.experiment, 'step'));
  }

  /** Resolves once the particles are where they were sent. */
  async arrived(): Promise<void> {
    await this.seeking;
  }

  /**
   * Once per animation frame: moves by a number of steps, which may be a fraction, and draws; 0
   * lets the picture stand. While earlier frames are not on the screen yet, the steps are owed to
   * the next one, so that a slow adapter draws fewer frames instead of falling ever further behind.
   */
  frame(steps: number): void {
    if (this.goal !== undefined) {
      this.seeking ??= this.approach();
      return;
    }
    this.owed = Math.min(this.owed + steps, this.mostSteps);
    const standing = this.owed === 0 && !this.particles.isFresh;
    if (standing && this.renewals === 0) return;
    const busy = this.map !== undefined && this.map.progress < 1;
    if (!this.throttle.open(busy) || !this.advance(this.owed)) return;
    this.owed = 0;
    this.renewals = Math.max(0, this.renewals - 1);
    this.throttle.submitted();
  }

  /**
   * Moves and draws now; false where something is still missing.
   * @param stride this frame counts as so many: that much more of the trail fades
   */
  advance(steps: number, stride = 1): boolean {
    const { experiment, particles } = this;
    if (!experiment || !this.isReady(experiment)) return false;
    if (this.drawn && !isSameSlice(this.drawn, experiment.slice)) this.painter.clear();
    this.drawn = experiment.slice;
    const encoder = this.context.device.createCommandEncoder();
    this.move(encoder, steps, stride > 1 || !this.context.software ? 'every step' : 'one step');
    this.painter.draw(encoder, {
      trail: numberOf(experiment, 'trail') ** stride,
      particles: particles.count,
      ground: BACKGROUND[this.theme],
      paper: this.theme === 'light',
    });
    this.context.device.queue.submit([encoder.finish()]);
    particles.nextPicture();
    return true;
  }

  /** Resolves once `frame` can draw. @throws Error where a shader or the device failed. */
  async compiled(): Promise<void> {
    await this.painter.compiled();
    await this.particles.compiled();
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
      view.attachMap(map);
      view.setPalette(palette);
      view.resize(side);
      view.setExperiment(experiment);
      await view.compiled();
      await view.draw(this.time, job);
      return await readPixels(context, surface.texture());
    } finally {
      view.destroy();
    }
  }

  /**
   * Draws a flow that has just set out at a time, as if it had been watched all the way.
   * @throws the signal's reason when aborted
   */
  async draw(time: number, job?: Job): Promise<void> {
    const steps = time / numberOf(this.experiment!, 'step');
    const { unseen, frames } = approachOf(this.experiment!, steps, false);
    await this.pass(unseen, () => job?.signal?.aborted === true);
    job?.signal?.throwIfAborted();
    for (const [i, count] of frames.entries()) {
      this.advance(count);
      if (i % 16 !== 15) continue;
      await this.context.device.queue.onSubmittedWorkDone();
      job?.signal?.throwIfAborted();
      job?.progress?.(i / frames.length);
    }
    job?.signal?.throwIfAborted();
  }

  /** Goes by whole steps that nobody sees; trails stay as they are. */
  async skip(steps: number): Promise<void> {
    await this.pass(steps, () => this.destroyed);
  }

  destroy(): void {
    this.destroyed = true;
    this.painter.destroy();
    this.particles.destroy();
    this.surface.destroy();
    this.ownPalette?.destroy();
  }

  private get horizon(): number {
    return this.experiment ? numberOf(this.experiment, 'time') : 0;
  }

  /** Particles wait for the map that they wear the colours of. */
  private isReady({ slice }: Experiment): boolean {
    const { map, particles, painter } = this;
    return (
      map?.level !== undefined && particles.ready && painter.ready && isSameSlice(map.shown!, slice)
    );
  }

  private goTo(goal: number): void {
    this.goal = goal;
    this.owed = 0;
  }

  /** Goes to the newest goal until it is reached, or something is missing on the way. */
  private async approach(): Promise<void> {
    try {
      for (let goal = this.goal; goal !== undefined; goal = this.goal) {
        if (!this.experiment || !this.isReady(this.experiment)) return;
        if ((await this.approachOnce(goal, this.experiment)) && this.goal === goal) {
          this.goal = undefined;
        }
      }
    } catch {
      // Only a lost device fails here, and its loss is told elsewhere.
      this.goal = undefined;
    } finally {
      this.seeking = undefined;
    }
  }

  /** False where something changed on the way. */
  private async approachOnce(goal: number, experiment: Experiment): Promise<boolean> {
    const { context, particles } = this;
    const isStale = () => this.destroyed || this.goal !== goal || this.experiment !== experiment;
    const isFresh = particles.isFresh;
    const steps = Math.max(0, goal - particles.elapsed) / numberOf(experiment, 'step');
    const { unseen, frames, stride } = approachOf(experiment, steps, context.software);
    if (!(await this.pass(unseen, isStale))) return false;
    // What was seen before is not on the way.
    if (isFresh) this.painter.clear();
    for (const count of frames) {
      if (isStale() || !this.advance(count, stride)) return false;
      await context.device.queue.onSubmittedWorkDone();
    }
    this.renewals = 0;
    return true;
  }

  /** Takes whole steps that nobody sees; false where it was given up on the way. */
  private async pass(steps: number, isStale: () => boolean): Promise<boolean> {
    const { device } = this.context;
    let batch = FIRST_STEPS;
    for (let left = steps; left > 0;) {
      if (isStale()) return false;
      const count = Math.min(left, batch);
      const encoder = device.createCommandEncoder();
      const begin = performance.now();
      this.move(encoder, count, 'none');
      device.queue.submit([encoder.finish()]);
      await device.queue.onSubmittedWorkDone();
      left -= count;
      const fitting = (count * TARGET) / Math.max(0.1, performance.now() - begin);
      batch = Math.max(1, Math.floor(Math.min(GROWTH * count, fitting)));
    }
    return true;
  }

  private move(
    encoder: GPUCommandEncoder,
    steps: number,
    splatting: SplatTarget['splatting'],
  ): void {
    const map = this.map!;
    this.particles.move(encoder, steps, {
      buffer: this.painter.light,
      side: this.surface.side,
      map,
      palette: this.ownPalette ?? map.palette,
      splatting,
    });
  }
}
