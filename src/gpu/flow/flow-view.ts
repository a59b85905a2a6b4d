import { mapPlane } from '../../experiment/plane.ts';
import type { Job } from '../../experiment/engine.ts';
import { numberOf, withValues, type Experiment, type Slice } from '../../experiment/experiment.ts';
import { dynamicsKey } from '../../experiment/keys.ts';
import { isSameSlice } from '../../experiment/viewport.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import type { FlowEvents, FlowView } from '../../figure/views.ts';
import type { GpuContext } from '../context.ts';
import { FrameThrottle } from './frame-throttle.ts';
import type { GpuMapView } from '../map/map-view.ts';
import { textureSurface, type Surface } from '../surface.ts';
import { approachOf, MOST_STEPS } from './flow-plan.ts';
import { FlowScene } from './flow-scene.ts';

/** Frames that a standing picture takes to gather its light anew at another size or colour. */
const RENEWAL = 48;

/** How long the last picture stays before the particles set out again, in milliseconds. */
const END = 2000;

/** How long values have to stay as they are before the particles set out by them, in milliseconds. */
const REST = 300;

/** The share of the particles in the window under which it counts as empty. */
const EMPTY = 0.001;

/** Share of a step by which the sum of all steps may miss the horizon for rounding. */
const ROUNDING = 1e-6;

/**
 * The live flow: a scene in real time, on its way to any time. All particles are of the age that the
 * clock shows. While values change they go on by the present ones, so that one sees what a slider
 * does; once the values rest they set out again, to the same time where the flow stands.
 */
export class GpuFlowView implements FlowView {
  private readonly context: GpuContext;
  private readonly scene: FlowScene;
  private readonly throttle: FrameThrottle;
  private readonly events: FlowEvents;
  private readonly mostSteps: number;
  private owed = 0;
  /** Frames still to draw although nothing moves. */
  private renewals = 0;
  /** When the values changed by which the particles set out. */
  private changedAt: number | undefined;
  private moves = false;
  /** When the particles arrived at the horizon, or the last one left the window. */
  private endedAt: number | undefined;
  private goal: number | undefined;
  private seeking: Promise<void> | undefined;
  private destroyed = false;

  /** @param surface which this view destroys with itself */
  constructor(context: GpuContext, surface: Surface, events: FlowEvents) {
    this.context = context;
    this.events = events;
    this.scene = new FlowScene(context, surface);
    this.throttle = new FrameThrottle(context);
    this.mostSteps = context.software ? MOST_STEPS.software : MOST_STEPS.hardware;
  }

  get time(): number {
    return this.scene.time;
  }

  get ended(): boolean {
    const { experiment } = this.scene;
    return experiment !== undefined && this.stepsLeft(experiment) <= ROUNDING;
  }

  get empty(): boolean {
    const { isFresh, visibleShare } = this.scene;
    return !isFresh && visibleShare !== undefined && visibleShare < EMPTY;
  }

  get passing(): boolean {
    return this.scene.passing;
  }

  get seekTarget(): number | undefined {
    const returns = this.changedAt !== undefined && !this.moves;
    return this.goal ?? (returns ? this.time : undefined);
  }

  get pending(): boolean {
    const { experiment, isFresh } = this.scene;
    return this.seekTarget !== undefined || (experiment !== undefined && isFresh);
  }

  get shown(): Slice | undefined {
    return this.scene.shown;
  }

  get frameTime(): number {
    return this.throttle.interval;
  }

  setExperiment(experiment: Experiment): void {
    const { scene } = this;
    const previous = scene.experiment;
    this.renewals = RENEWAL;
    scene.setExperiment(experiment);
    if (scene.isFresh) this.changedAt = undefined;
    else if (previous && !moveAlike(previous, experiment)) this.changedAt = performance.now();
  }

  setTheme(theme: Theme): void {
    this.renewals = RENEWAL;
    this.scene.setTheme(theme);
  }

  resize(side: number): void {
    if (this.scene.resize(side)) this.renewals = RENEWAL;
  }

  /** Particles take the colours of their starts from this map. */
  attachMap(map: GpuMapView): void {
    this.scene.attachMap(map);
  }

  restart(): void {
    this.goal = undefined;
    this.beginAnew();
  }

  seek(time: number): void {
    const goal = Math.min(Math.max(0, time), this.scene.horizon);
    const { experiment, elapsed } = this.scene;
    if (experiment && elapsed - goal > ROUNDING * numberOf(experiment, 'step')) this.beginAnew();
    this.goTo(goal);
  }

  step(): void {
    const { experiment, elapsed } = this.scene;
    if (!experiment) return;
    const goal = (this.goal ?? elapsed) + numberOf(experiment, 'step');
    this.goTo(Math.min(goal, this.scene.horizon));
  }

  /** Resolves once the particles are where they were sent, or cannot get there. */
  async arrived(): Promise<void> {
    await this.seeking;
  }

  /**
   * Once per animation frame: moves by a number of steps, which may be a fraction, and draws; 0
   * lets the picture stand. While earlier frames are not on the screen yet, the steps are owed to
   * the next one, so that a slow adapter draws fewer frames instead of falling ever further behind.
   * At the horizon, or with an empty window, the picture stays for a moment; then the particles set
   * out again.
   */
  frame(steps: number): void {
    this.moves = steps > 0;
    if (this.hasRested()) this.setOutByPresentValues();
    if (this.goal !== undefined) {
      // It ends after it is noted, also where it cannot begin yet.
      this.seeking ??= this.approach().finally(() => (this.seeking = undefined));
      return;
    }
    const { scene } = this;
    const left = scene.experiment ? this.stepsLeft(scene.experiment) : 0;
    this.owed = this.ended ? 0 : Math.min(this.owed + steps, this.mostSteps, left);
    if (this.hasWaited()) this.restart();
    const standing = this.owed === 0 && !scene.isFresh;
    if (standing && this.renewals === 0) return;
    const busy = scene.attachedMap !== undefined && scene.attachedMap.progress < 1;
    if (!this.throttle.open(busy) || !scene.advance(this.owed)) return;
    this.owed = 0;
    this.renewals = Math.max(0, this.renewals - 1);
    this.throttle.submitted();
  }

  /** Moves and draws now; false where something is still missing. See `FlowScene.advance`. */
  advance(steps: number, stride = 1): boolean {
    return this.scene.advance(steps, stride);
  }

  /** Resolves once `frame` can draw. @throws Error where a shader or the device failed. */
  compiled(): Promise<void> {
    return this.scene.compiled();
  }

  async picture(side: number, theme: Theme, job?: Job): Promise<Uint8ClampedArray<ArrayBuffer>> {
    const { experiment, attachedMap: map } = this.scene;
    const palette = map?.paletteOn(theme);
    if (!experiment || !map?.shown || !palette || !isSameSlice(map.shown, mapPlane(experiment))) {
      throw new Error('missing map: its colours are not known yet, try again when it is drawn');
    }
    const scene = new FlowScene(this.context, textureSurface(this.context, side));
    try {
      scene.setTheme(theme);
      scene.attachMap(map);
      scene.setPalette(palette);
      scene.resize(side);
      scene.setExperiment(experiment);
      await scene.compiled();
      await scene.draw(this.time, job);
      return await scene.pixels();
    } finally {
      scene.destroy();
    }
  }

  destroy(): void {
    this.destroyed = true;
    this.scene.destroy();
  }

  /** Steps to the horizon. */
  private stepsLeft(experiment: Experiment): number {
    const { elapsed, horizon } = this.scene;
    return Math.max(0, horizon - elapsed) / numberOf(experiment, 'step');
  }

  /** Whether a flow that moves has shown its last picture for as long as that stays. */
  private hasWaited(): boolean {
    if (!this.moves || !(this.ended || this.empty)) this.endedAt = undefined;
    else this.endedAt ??= performance.now();
    return this.endedAt !== undefined && performance.now() > this.endedAt + END;
  }

  private hasRested(): boolean {
    return this.changedAt !== undefined && performance.now() > this.changedAt + REST;
  }

  private setOutByPresentValues(): void {
    const goal = this.seekTarget;
    this.beginAnew();
    if (goal !== undefined) this.goTo(goal);
  }

  private beginAnew(): void {
    this.changedAt = undefined;
    this.endedAt = undefined;
    this.scene.restart();
  }

  private goTo(goal: number): void {
    this.goal = goal;
    this.owed = 0;
  }

  /** Goes to the newest goal until it is reached, or something is missing on the way. */
  private async approach(): Promise<void> {
    try {
      for (let goal = this.goal; goal !== undefined; goal = this.goal) {
        const { experiment, isReady } = this.scene;
        if (!experiment || !isReady) return;
        if ((await this.approachOnce(goal, experiment)) && this.goal === goal) {
          this.goal = undefined;
        }
      }
    } catch (error) {
      this.goal = undefined;
      // What a destroyed view leaves unfinished is no failure.
      if (this.destroyed) return;
      this.events.failed(error instanceof Error ? error.message : 'unknown reason');
    }
  }

  /** False where something changed on the way. */
  private async approachOnce(goal: number, experiment: Experiment): Promise<boolean> {
    const { context, scene } = this;
    const isStale = () =>
      this.destroyed || this.goal !== goal || this.scene.experiment !== experiment;
    const { isFresh } = scene;
    const steps = Math.max(0, goal - scene.elapsed) / numberOf(experiment, 'step');
    const { unseen, frames, stride } = approachOf(experiment, steps, context.software);
    if (!(await scene.skip(unseen, isStale))) return false;
    // What was seen before is not on the way.
    if (isFresh) scene.clear();
    for (const count of frames) {
      if (isStale() || !scene.advance(count, stride)) return false;
      await context.device.queue.onSubmittedWorkDone();
    }
    this.renewals = 0;
    return true;
  }
}

/** Whether particles move alike up to the shorter of two horizons. */
function moveAlike(a: Experiment, b: Experiment): boolean {
  const key = (experiment: Experiment) => dynamicsKey(withValues(experiment, { time: 0, eps: 0 }));
  return key(a) === key(b);
}
