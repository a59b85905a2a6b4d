import { mapPlane } from '../../experiment/plane.ts';
import type { Engine, Results } from '../../experiment/engine.ts';
import { comesSoon, refinedMap } from '../../experiment/ensemble/refined-map.ts';
import { numberOf, type Experiment, type Plane } from '../../experiment/experiment.ts';
import { scheduleFor } from '../../experiment/schedule.ts';
import { joined, scaleFor, type ColourScale } from '../../figure/colour/colour-scale.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import { processorSides } from '../../figure/processor-sides.ts';
import { mapKey } from '../../experiment/keys.ts';
import type { MapEvents, MapPicture, MapView } from '../../figure/views.ts';
import { paintInto } from '../ui/paint-map.ts';
import { t } from '../messages/messages.ts';
import { FadingPicture } from './fading-picture.ts';

/** What is computed: an experiment's map, level by level. */
interface Job {
  readonly experiment: Experiment;
  readonly key: string;
  readonly abort: AbortController;
  /** The coarsest level is not there yet. */
  coarse: boolean;
}

/** A level of a map. */
interface Level extends MapPicture {
  readonly key: string;
  readonly plane: Plane;
}

/** The map from an engine that is slow: level by level, painted into a plain canvas. */
export class CpuMapView implements MapView {
  private readonly picture: FadingPicture;
  private experiment: Experiment | undefined;
  private theme: Theme = 'dark';
  private key = '';
  /** The finest level so far, and the coarsest of the same map, which fixes its scale. */
  private finest: Level | undefined;
  private coarsest: Level | undefined;
  /** The sample of another map that shares the colour scale. */
  private shared: Results | undefined;
  private held: ColourScale | undefined;
  private job: Job | undefined;
  private computed = 0;
  private rate = 0;

  constructor(
    private readonly engine: Engine,
    canvas: HTMLCanvasElement,
    private readonly events: MapEvents,
  ) {
    this.picture = new FadingPicture(canvas);
  }

  setExperiment(experiment: Experiment): void {
    const key = mapKey(experiment);
    this.experiment = experiment;
    if (key === this.key) {
      this.repaint();
      return;
    }
    this.key = key;
    this.computed = 0;
    // The coarsest level goes on where it comes soon.
    if (this.job && !this.job.coarse) this.job.abort.abort();
    void this.compute();
  }

  rest(): void {
    this.experiment = undefined;
    this.key = '';
    this.job?.abort.abort();
  }

  setTheme(theme: Theme): void {
    if (theme === this.theme) return;
    this.theme = theme;
    this.repaint();
  }

  resize(devicePixels: number): void {
    this.picture.resize(devicePixels);
  }

  frame(): void {
    this.picture.frame();
  }

  get shown(): Plane | undefined {
    return this.picture.shown;
  }

  get progress(): number {
    return this.computed;
  }

  get idle(): boolean {
    return this.computed === 1 && this.picture.settled;
  }

  get isCurrent(): boolean {
    return this.finest?.key === this.key;
  }

  get stepsPerSecond(): number {
    return this.rate;
  }

  get sample(): Results | undefined {
    return this.coarsest?.results;
  }

  shareColours(other: Results | undefined): void {
    if (other === this.shared) return;
    this.shared = other;
    this.repaint();
  }

  holdRange(scale: ColourScale | undefined): void {
    if (scale === this.held) return;
    this.held = scale;
    this.repaint();
  }

  results(): Promise<MapPicture | undefined> {
    return Promise.resolve(this.isCurrent ? this.finest : undefined);
  }

  destroy(): void {
    this.job?.abort.abort();
  }

  private repaint(): void {
    const { experiment, finest, coarsest } = this;
    if (!experiment || !finest || !coarsest) return;
    const { shared, theme, held } = this;
    const scale = scaleFor(experiment, joined(coarsest.results, shared), theme, held);
    this.events.scale(scale);
    const image = new OffscreenCanvas(1, 1);
    paintInto(image, finest, scale);
    this.picture.set(image, finest.plane);
  }

  /** Computes all levels of the present experiment, then those of a newer one if it changed. */
  private async compute(): Promise<void> {
    const { experiment, key } = this;
    if (this.job || !experiment) return;
    const job: Job = { experiment, key, abort: new AbortController(), coarse: true };
    this.job = job;
    try {
      await this.computeLevels(job);
      if (job.key === this.key) {
        this.computed = 1;
        this.events.finished();
      }
    } catch (error) {
      if (!job.abort.signal.aborted) {
        this.events.failed(error instanceof Error ? error.message : t('common.unknownReason'));
      }
    } finally {
      this.job = undefined;
    }
    if (job.key !== this.key) void this.compute();
  }

  /** Stops after the level in which a newer experiment was set. */
  private async computeLevels(job: Job): Promise<void> {
    const { experiment, key, abort } = job;
    const most = numberOf(experiment, 'resolution');
    const levels = processorSides(most);
    const all = levels.reduce((sum, size) => sum + size * size, 0);
    const { steps } = scheduleFor(experiment);
    let before = 0;
    for (const size of levels) {
      const [grid, count] = [{ width: size, height: size }, size * size];
      const startedAt = performance.now();
      const passes = refinedMap(this.engine, experiment, grid, {
        signal: abort.signal,
        progress: (fraction) => {
          if (key === this.key) this.computed = (before + fraction * count) / all;
          else if (job.coarse && !comesSoon(experiment, startedAt, fraction)) abort.abort();
          this.rate = (fraction * count * steps) / ((performance.now() - startedAt) / 1000);
        },
      });
      for await (const { starts, results } of passes) {
        this.finest = { grid, results, starts, key, plane: mapPlane(experiment) };
        if (size === levels[0]) this.coarsest = this.finest;
        job.coarse = false;
        this.repaint();
        if (key !== this.key) return;
      }
      before += count;
    }
  }
}
