/** The pixels of a video's panes. */
import type { Experiment } from '../../../experiment/experiment.ts';
import type { LabelCounts } from '../../../figure/legend/label-counts.ts';
import type { Rectangle } from '../../../figure/rectangle.ts';
import type { VideoPlan } from '../../../figure/video-plan.ts';
import type { OfflineFlowRenderer } from '../../../gpu/flow/offline-flow.ts';
import { drawMap, drawPixels, type MapSource } from '../figure-canvas.ts';

/** The map of each frame; over time it is the same in all frames and computed once. */
export class VideoMap {
  private readonly picture: OffscreenCanvas;
  private counts: LabelCounts | undefined;
  private computed = false;

  /** @param isStatic whether all frames have the same map */
  constructor(
    private readonly place: Rectangle,
    private readonly source: Omit<MapSource, 'experiment'>,
    private readonly isStatic: boolean,
    private readonly signal: AbortSignal,
  ) {
    this.picture = new OffscreenCanvas(place.width, place.height);
  }

  /** What occurs in the latest map; undefined before the first. */
  get labelCounts(): LabelCounts | undefined {
    return this.counts;
  }

  /** @throws the signal's reason when aborted */
  async draw(context: OffscreenCanvasRenderingContext2D, experiment: Experiment): Promise<void> {
    const { place, picture, source, signal } = this;
    if (!this.computed || !this.isStatic) {
      this.computed = true;
      const own = { x: 0, y: 0, width: place.width, height: place.height };
      const target = picture.getContext('2d')!;
      this.counts = await drawMap(target, own, { ...source, experiment }, signal, () => {});
    }
    context.drawImage(picture, place.x, place.y);
  }
}

/** The flow of each frame, advanced from the frame before. */
export class VideoFlow {
  /** @param isStatic whether all frames have the same experiment */
  constructor(
    private readonly place: Rectangle,
    private readonly renderer: OfflineFlowRenderer,
    private readonly plan: VideoPlan,
    private readonly isStatic: boolean,
  ) {}

  get time(): number {
    return this.renderer.time;
  }

  /** Frames are drawn in their order. */
  async draw(
    context: OffscreenCanvasRenderingContext2D,
    experiment: Experiment,
    frame: number,
  ): Promise<void> {
    const { place, renderer, plan } = this;
    if (!this.isStatic && frame > 0) await renderer.setExperiment(experiment);
    await renderer.advance(plan.stepsTo(frame), plan.stride);
    drawPixels(context, place, await renderer.pixels(), place.width);
  }

  destroy(): void {
    this.renderer.destroy();
  }
}
