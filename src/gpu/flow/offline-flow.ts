import type { Job } from '../../experiment/engine.ts';
import { withValues, type Experiment } from '../../experiment/experiment.ts';
import { SAMPLE_SIDE, type ColourScale } from '../../figure/colour/colour-scale.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import type { GpuContext } from '../context.ts';
import { GpuMapView } from '../map/map-view.ts';
import { textureSurface } from '../surface.ts';
import { FlowScene } from './flow-scene.ts';

/** Of more steps in a frame only the last splat light, so that no dispatch takes long. */
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
  private readonly map: GpuMapView;
  private readonly scene: FlowScene;
  private finished: () => void = () => {};
  private failed: (reason: Error) => void = () => {};

  private constructor(context: GpuContext, { side, theme, scale }: OfflineFlowOptions) {
    // Of this map only the numbers are used.
    this.map = new GpuMapView(context, textureSurface(context, 1), {
      scale: () => {},
      finished: () => this.finished(),
      failed: (message) => this.failed(new Error(message)),
    });
    this.map.setTheme(theme);
    this.map.keepScale(scale);
    this.scene = new FlowScene(context, textureSurface(context, side));
    this.scene.setTheme(theme);
    this.scene.attachMap(this.map);
    this.scene.resize(side);
  }

  /**
   * Resolves to a renderer whose particles are at their starts. The caller destroys it.
   * @throws Error where a shader, the map or the device failed
   */
  static async open(
    context: GpuContext,
    options: OfflineFlowOptions,
  ): Promise<OfflineFlowRenderer> {
    const renderer = new OfflineFlowRenderer(context, options);
    try {
      await renderer.setExperiment(options.experiment);
      return renderer;
    } catch (error) {
      renderer.destroy();
      throw error;
    }
  }

  /** Changes the dynamics; particles that have not set out yet take the colours of the new map. */
  async setExperiment(experiment: Experiment): Promise<void> {
    const coarse = withValues(experiment, { resolution: SAMPLE_SIDE });
    await new Promise<void>((resolve, reject) => {
      this.finished = resolve;
      this.failed = reject;
      this.map.setExperiment(coarse);
      // Where nothing of the map changed it is finished already.
      if (this.map.progress === 1) resolve();
    });
    this.scene.setExperiment(coarse);
    await this.scene.compiled();
  }

  /** Goes to a time with all the light of the way. @throws the signal's reason when aborted */
  draw(time: number, job?: Job): Promise<void> {
    return this.scene.draw(time, job);
  }

  /**
   * The next frame.
   * @param stride see `FlowScene.advance`
   * @throws Error where the map has no colours yet
   */
  async advance(steps: number, stride: number): Promise<void> {
    const unseen = Math.max(0, Math.floor(steps - MOST_SEEN));
    await this.scene.skip(unseen);
    if (!this.scene.advance(steps - unseen, stride)) {
      throw new Error('missing map: the frame has no colours');
    }
  }

  /** Time since the particles set out, at most the horizon. */
  get time(): number {
    return this.scene.time;
  }

  /** RGBA, row by row from the top. */
  pixels(): Promise<Uint8ClampedArray<ArrayBuffer>> {
    return this.scene.pixels();
  }

  destroy(): void {
    this.scene.destroy();
    this.map.destroy();
  }
}
