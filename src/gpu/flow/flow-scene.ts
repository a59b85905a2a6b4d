import { experimentFromTarget } from '../../experiment/equilibrium/target.ts';
import { mapPlane } from '../../experiment/plane.ts';
import type { Job } from '../../experiment/engine.ts';
import { numberOf, type Experiment, type Slice } from '../../experiment/experiment.ts';
import { scheduleFor } from '../../experiment/schedule.ts';
import { isSameSlice } from '../../experiment/viewport.ts';
import { BACKGROUND, type Theme } from '../../figure/colour/theme.ts';
import { PALETTE_BYTES } from '../colours.ts';
import type { GpuContext } from '../context.ts';
import type { GpuMapView } from '../map/map-view.ts';
import { storageBuffer } from '../pipelines.ts';
import { readPixels, type Surface } from '../surface.ts';
import { FlowPainter } from './flow-painter.ts';
import { FlowParticles, type SplatTarget } from './flow-particles.ts';
import { approachOf } from './flow-plan.ts';
import { takeUnseen } from './unseen-steps.ts';

/** Frames of a picture that are submitted before the queue is waited for. */
const FRAMES_IN_FLIGHT = 16;

/**
 * Particles and their trails of light on a surface, moved and drawn only on a call. The live view,
 * pictures and videos are made of it.
 */
export class FlowScene {
  private readonly context: GpuContext;
  private readonly surface: Surface;
  private readonly painter: FlowPainter;
  private readonly particles: FlowParticles;
  /** In place of the map's palette, for a picture on another ground. */
  private ownPalette: GPUBuffer | undefined;
  private present: Experiment | undefined;
  private theme: Theme = 'dark';
  private map: GpuMapView | undefined;
  private drawn: Slice | undefined;
  private destroyed = false;

  /** @param surface which this scene destroys with itself */
  constructor(context: GpuContext, surface: Surface) {
    this.context = context;
    this.surface = surface;
    this.painter = new FlowPainter(context, surface);
    this.particles = new FlowParticles(context);
  }

  get experiment(): Experiment | undefined {
    return this.present;
  }

  get attachedMap(): GpuMapView | undefined {
    return this.map;
  }

  /** Time since the particles set out. */
  get elapsed(): number {
    return this.particles.elapsed;
  }

  /** The same, at most the horizon; 0 before there is an experiment. */
  get time(): number {
    return Math.min(this.elapsed, this.horizon);
  }

  /** Where the last step ends; 0 before there is an experiment. */
  get horizon(): number {
    return this.present ? scheduleFor(this.present).horizon : 0;
  }

  /** Whether particles from outside the window pass through it. */
  get passing(): boolean {
    return this.particles.passing;
  }

  /** The share of the particles in the window, as counted lately; undefined before that. */
  get visibleShare(): number | undefined {
    return this.particles.visibleShare;
  }

  /** Whether the particles are at their starts, and their light has to begin anew. */
  get isFresh(): boolean {
    return this.particles.isFresh;
  }

  /** Whether `advance` can draw: shaders are compiled, and the map is of this plane. */
  get isReady(): boolean {
    const { map, particles, painter, present } = this;
    return (
      present !== undefined &&
      map?.level !== undefined &&
      particles.ready &&
      painter.ready &&
      isSameSlice(map.shown!, mapPlane(present))
    );
  }

  /** The slice that was drawn last. */
  get shown(): Slice | undefined {
    return this.drawn;
  }

  /** Changes the dynamics under the particles. See `FlowParticles.setExperiment`. */
  setExperiment(experiment: Experiment): void {
    this.present = experiment;
    this.particles.setExperiment(experimentFromTarget(experiment));
  }

  setTheme(theme: Theme): void {
    this.theme = theme;
  }

  /** @returns whether the side in pixels changed, and with it all light was lost */
  resize(side: number): boolean {
    return this.painter.resize(side);
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
    this.particles.restart();
  }

  /** Clears all light. */
  clear(): void {
    this.painter.clear();
  }

  /** Resolves once shaders are compiled. @throws Error where a shader or the device failed. */
  async compiled(): Promise<void> {
    await this.painter.compiled();
    await this.particles.compiled();
  }

  /**
   * Moves by a number of steps, which may be a fraction, and draws, at once.
   * @param stride this frame counts as so many: that much more of the trail fades
   * @returns false, with nothing done, where the scene is not ready
   */
  advance(steps: number, stride = 1): boolean {
    const { present, particles } = this;
    if (!present || !this.isReady) return false;
    if (this.drawn && !isSameSlice(this.drawn, present.slice)) this.painter.clear();
    this.drawn = present.slice;
    const encoder = this.context.device.createCommandEncoder();
    this.move(encoder, steps, stride > 1 || !this.context.software ? 'every step' : 'one step');
    this.painter.draw(encoder, {
      trail: numberOf(present, 'trail') ** stride,
      particles: particles.lightCount,
      ground: BACKGROUND[this.theme],
      paper: this.theme === 'light',
    });
    this.context.device.queue.submit([encoder.finish()]);
    particles.submitted();
    particles.nextPicture();
    return true;
  }

  /**
   * Takes steps that nobody sees, in dispatches that fit a frame; trails stay as they are.
   * @param isStale asked before each dispatch: ends early where it returns true, or when destroyed
   * @returns whether all steps were taken
   */
  skip(steps: number, isStale: () => boolean = () => false): Promise<boolean> {
    const { device } = this.context;
    const dispatch = (count: number) => {
      const encoder = device.createCommandEncoder();
      this.move(encoder, count, 'none');
      device.queue.submit([encoder.finish()]);
      this.particles.submitted();
    };
    return takeUnseen(device, steps, dispatch, () => this.destroyed || isStale());
  }

  /**
   * Draws particles that are at their starts at a time, as if they had been watched all the way.
   * @throws the signal's reason when aborted
   */
  async draw(time: number, job?: Job): Promise<void> {
    const steps = time / numberOf(this.present!, 'step');
    const { unseen, frames } = approachOf(this.present!, steps, false);
    await this.skip(unseen, () => job?.signal?.aborted === true);
    job?.signal?.throwIfAborted();
    for (const [i, count] of frames.entries()) {
      this.advance(count);
      if (i % FRAMES_IN_FLIGHT !== FRAMES_IN_FLIGHT - 1) continue;
      await this.context.device.queue.onSubmittedWorkDone();
      job?.signal?.throwIfAborted();
      job?.progress?.(i / frames.length);
    }
    job?.signal?.throwIfAborted();
  }

  /** RGBA bytes of a scene on a texture, row by row from the top. */
  pixels(): Promise<Uint8ClampedArray<ArrayBuffer>> {
    return readPixels(this.context, this.surface.texture());
  }

  destroy(): void {
    this.destroyed = true;
    this.painter.destroy();
    this.particles.destroy();
    this.surface.destroy();
    this.ownPalette?.destroy();
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
