import type { Job } from '../../experiment/engine.ts';
import { withValues, type Experiment } from '../../experiment/experiment.ts';
import { SAMPLE_SIDE, type ColourScale } from '../../figure/colour/colour-scale.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import type { GpuContext } from '../context.ts';
import { GpuFlowView } from './flow-view.ts';
import { GpuMapView } from '../map/map-view.ts';
import { readPixels, textureSurface, type Surface } from '../surface.ts';

/** Of more steps in a frame only the last give light, so that no dispatch takes long. */
const MOST_SEEN = 8;

export interface OfflineFlowOptions {
  readonly experiment: Experiment;
  /** Pixels along a side. */
  readonly side: number;
  readonly theme: Theme;
  /** The colours of all frames. */
  readonly scale: ColourScale;
}

/** A flow apart from the live one, frame by frame: the same calls give the same pictures. */
export class OfflineFlowRenderer {
  private readonly context: GpuContext;
  private readonly surface: Surface;
  private readonly map: GpuMapView;
  private readonly flow: GpuFlowView;
  private finished: () => void = () => {};
  private failed: (reason: Error) => void = () => {};

  private constructor(context: GpuContext, { side, theme, scale }: OfflineFlowOptions) {
    this.context = context;
    this.surface = textureSurface(context, side);
    // Of this map only the numbers are used.
    this.map = new GpuMapView(context, textureSurface(context, 1), {
      scale: () => {},
      finished: () => this.finished(),
      failed: (message) => this.failed(new Error(message)),
    });
    this.map.setTheme(theme);
    this.map.keepScale(scale);
    this.flow = new GpuFlowView(context, this.surface);
    this.flow.setTheme(theme);
    this.flow.attachMap(this.map);
    this.flow.resize(side);
  }

  /** A film whose particles are at their starts. Who opens it destroys it. */
  static async open(context: GpuContext, spec: OfflineFlowOptions): Promise<OfflineFlowRenderer> {
    const renderer = new OfflineFlowRenderer(context, spec);
    try {
      await renderer.setExperiment(spec.experiment);
      return renderer;
    } catch (error) {
      renderer.destroy();
      throw error;
    }
  }

  /** Changes the dynamics; what has not set out yet takes the colours of the new map. */
  async setExperiment(experiment: Experiment): Promise<void> {
    const coarse = withValues(experiment, { resolution: SAMPLE_SIDE });
    await new Promise<void>((resolve, reject) => {
      this.finished = resolve;
      this.failed = reject;
      this.map.setExperiment(coarse);
      // Where nothing of the map changed it is finished already.
      if (this.map.progress === 1) resolve();
    });
    this.flow.setExperiment(coarse);
    await this.flow.compiled();
  }

  /** Goes to a time with all the light of the way. @throws the signal's reason when aborted */
  draw(time: number, job?: Job): Promise<void> {
    return this.flow.draw(time, job);
  }

  /** The next frame. @param stride see `GpuFlowView.advance` */
  async advance(steps: number, stride: number): Promise<void> {
    const unseen = Math.max(0, Math.floor(steps - MOST_SEEN));
    await this.flow.skip(unseen);
    if (!this.flow.advance(steps - unseen, stride))
      throw new Error('missing map: the film has no colours');
  }

  get time(): number {
    return this.flow.time;
  }

  /** RGBA, row by row from the top. */
  pixels(): Promise<Uint8ClampedArray<ArrayBuffer>> {
    return readPixels(this.context, this.surface.texture());
  }

  destroy(): void {
    this.flow.destroy();
    this.map.destroy();
  }
}
