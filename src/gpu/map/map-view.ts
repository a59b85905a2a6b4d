import type { Engine, Results } from '../../experiment/engine.ts';
import { isSameLayout, rowLayoutOf, type RowLayout } from '../../experiment/ensemble/rows.ts';
import type { Experiment, Plane } from '../../experiment/experiment.ts';
import { mapKey } from '../../experiment/keys.ts';
import { comesSoon } from '../../experiment/ensemble/refined-map.ts';
import { mapPlane } from '../../experiment/plane.ts';
import { isSamePlane, isSameViewport } from '../../experiment/viewport.ts';
import { joined, scaleFor, type ColourScale } from '../../figure/colour/colour-scale.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import type { MapEvents, MapPicture, MapView } from '../../figure/views.ts';
import { PALETTE_BYTES, packPalette, packScale, SCALE_LAYOUT } from '../colours.ts';
import type { GpuContext } from '../context.ts';
import { colouringOf, flowTable } from '../../figure/colour/flow-colours.ts';
import { fits, openLevel, readRows, type Level } from './level.ts';
import { LevelMeasurer } from './level-measurer.ts';
import { MapPainter } from './map-painter.ts';
import { storageBuffer, uniformBuffer } from '../pipelines.ts';
import type { Surface } from '../surface.ts';

/**
 * The live map: computes the experiment's slice coarse first, then finer, in dispatches that fit a
 * frame, and draws what is there. A change starts anew; the old picture stays until the first
 * coarse one replaces it.
 */
export class GpuMapView implements MapView {
  /** The colours and the palette, also for the flow's particles. */
  readonly scaleUniform: GPUBuffer;
  readonly palette: GPUBuffer;
  private readonly context: GpuContext;
  private readonly events: MapEvents;
  private readonly measurer: LevelMeasurer;
  private readonly painter: MapPainter;
  private readonly levels: (Level | undefined)[] = [];
  /** In turn with the coarsest level, whose picture moves while the next one is computed. */
  private spare: Level | undefined;
  private experiment: Experiment | undefined;
  private theme: Theme = 'dark';
  /** Counts the experiments that had to be computed. */
  private wanted = 0;
  private computing: Promise<void> | undefined;
  /** The results of the coarsest level, and the experiment that they are of. */
  private coarse: { readonly experiment: Experiment; readonly rows: Results } | undefined;
  private shared: Results | undefined;
  private held: ColourScale | undefined;
  /** In place of the scale of each experiment's own. */
  private fixed: ColourScale | undefined;
  /** Counts changes of the complete level and of its colours. */
  private changes = 0;
  /** The finest complete level that is shown. */
  private complete: Level | undefined;
  /** The value of `wanted` that it was computed for, and that experiment's plane. */
  private completeTicket = 0;
  private completePlane: Plane | undefined;
  /** Starts of each pixel that are measured in it. */
  private completeStarts = 1;
  private share = 0;
  private destroyed = false;

  /** @param openPrecise the engine for planes that float32 does not resolve; without it they are float32's */
  constructor(
    context: GpuContext,
    surface: Surface,
    events: MapEvents,
    openPrecise?: () => Promise<Engine>,
  ) {
    this.context = context;
    this.events = events;
    this.measurer = new LevelMeasurer(context, openPrecise);
    this.scaleUniform = uniformBuffer(context, SCALE_LAYOUT.size);
    this.palette = storageBuffer(context, PALETTE_BYTES);
    this.painter = new MapPainter(context, surface, this.scaleUniform, this.palette);
  }

  /** From 0 to 1: how much of the present map's work is done. */
  get progress(): number {
    return this.share;
  }

  /** The present map is whole and nothing of the picture before is left in the canvas. */
  get idle(): boolean {
    return this.computing === undefined && !this.painter.fading;
  }

  get isCurrent(): boolean {
    return this.complete !== undefined && this.completeTicket === this.wanted;
  }

  get stepsPerSecond(): number {
    return this.measurer.stepsPerSecond;
  }

  /** The finest complete level that is shown, if there is one. */
  get level(): Level | undefined {
    return this.complete;
  }

  /** The plane of that level. */
  get shown(): Plane | undefined {
    return this.completePlane;
  }

  /** Another number whenever `level` or its colours have changed. */
  get version(): number {
    return this.changes;
  }

  setExperiment(experiment: Experiment): void {
    const previous = this.experiment;
    this.experiment = experiment;
    if (!previous || mapKey(previous) !== mapKey(experiment)) {
      this.wanted += 1;
      this.share = 0;
      this.computing ??= this.compute();
    } else {
      this.colour();
    }
  }

  setTheme(theme: Theme): void {
    this.theme = theme;
    this.colour();
  }

  /** The results of the coarsest level, which decide the colours. */
  get sample(): Results | undefined {
    return this.coarse?.rows;
  }

  /** Makes the colours serve another map, too: the results of its coarsest level. */
  shareColours(other: Results | undefined): void {
    if (other === this.shared) return;
    this.shared = other;
    this.colour();
  }

  holdRange(scale: ColourScale | undefined): void {
    if (scale === this.held) return;
    this.held = scale;
    this.colour();
  }

  /** Keeps to one scale, whatever is computed from now on. */
  keepScale(scale: ColourScale): void {
    this.fixed = scale;
    this.colour();
  }

  resize(side: number): void {
    this.painter.resize(side);
  }

  /** Resolves once it can draw. @throws Error where a shader or the device failed. */
  compiled(): Promise<void> {
    return this.painter.compiled();
  }

  /** The palette buffer's contents on dark or light ground; undefined before there is a range. */
  paletteOn(theme: Theme): Float32Array<ArrayBuffer> | undefined {
    const { experiment, coarse } = this;
    if (!experiment || !coarse) return undefined;
    const table = flowTable(colouringOf(experiment), theme);
    return packPalette(this.scaleOn(experiment, theme), table);
  }

  /** Draws where there is something new to see; once per animation frame. */
  frame(): void {
    this.painter.frame();
  }

  /** The finest complete level's numbers; undefined while that is still another experiment's. */
  async results(): Promise<MapPicture | undefined> {
    const level = this.complete;
    if (!level || !this.isCurrent) return undefined;
    const { side } = level;
    const results = await readRows(this.context, level).catch((error: unknown) => {
      // The device may have been lost meanwhile, and the view given up.
      if (this.destroyed) return undefined;
      throw error;
    });
    const starts = this.completeStarts;
    return results && { grid: { width: side, height: side }, results, starts };
  }

  destroy(): void {
    this.destroyed = true;
    this.measurer.destroy();
    this.painter.destroy();
    this.scaleUniform.destroy();
    this.palette.destroy();
    for (const level of [...this.levels, this.spare]) level?.results.destroy();
  }

  /** Computes until no newer experiment is wanted. */
  private async compute(): Promise<void> {
    let computed = 0;
    while (!this.destroyed && computed < this.wanted) {
      computed = this.wanted;
      try {
        await this.computeOnce(this.experiment!, computed);
      } catch (error) {
        // What a destroyed view leaves unfinished is no failure.
        if (this.destroyed) break;
        this.events.failed(error instanceof Error ? error.message : 'unknown reason');
      }
    }
    this.computing = undefined;
  }

  private async computeOnce(experiment: Experiment, ticket: number): Promise<void> {
    const layout = rowLayoutOf(experiment);
    const plane = mapPlane(experiment);
    const sides = this.measurer.sides(experiment, layout);
    const total = sides.reduce((sum, side) => sum + side * side, 0);
    let before = 0;
    // What is shown is drawn from its buffer until the next level is complete.
    if (this.complete && this.complete === this.levels[0]) this.exchangeCoarsest();
    for (const [index, side] of sides.entries()) {
      const level = this.levelOf(index, side, layout);
      const count = side * side;
      const begun = performance.now();
      let done = 0;
      const finished = await this.measurer.measure(level, experiment, {
        rowsDone: (rows) => {
          if (index > 0) this.painter.showRows(level, rows);
        },
        passDone: async (starts) => {
          if (index === 0) {
            this.coarse = { experiment, rows: await readRows(this.context, level) };
            this.colour();
          }
          this.show(level, starts, ticket, plane);
        },
        progress: (share) => {
          done = share;
          if (ticket === this.wanted) this.share = (before + share * count) / total;
        },
        cancelled: () =>
          this.destroyed ||
          (ticket !== this.wanted && (index > 0 || !comesSoon(experiment, begun, done))),
      });
      if (!finished) return;
      before += count;
    }
    await this.measurer.settled();
    if (ticket === this.wanted) this.events.finished();
  }

  /** Draws a level whose rows are all there; in another window fading would show two places. */
  private show(level: Level, starts: number, ticket: number, plane: Plane): void {
    const before = this.completePlane;
    const moved = before && isSamePlane(before, plane) && !isSameViewport(before, plane);
    this.complete = level;
    this.completeStarts = starts;
    this.completeTicket = ticket;
    this.completePlane = plane;
    this.changes += 1;
    this.painter.showComplete(level, moved === true);
  }

  /** Brings the colours up to date with measure, palette, theme and range. */
  private colour(): void {
    const { experiment, coarse } = this;
    if (!experiment || !coarse || this.destroyed) return;
    const scale = this.scaleOn(experiment, this.theme);
    const { queue } = this.context.device;
    queue.writeBuffer(this.scaleUniform, 0, packScale(scale));
    queue.writeBuffer(this.palette, 0, this.paletteOn(this.theme)!);
    this.painter.invalidate();
    this.changes += 1;
    this.events.scale(scale);
  }

  private scaleOn(experiment: Experiment, theme: Theme): ColourScale {
    const { rows, experiment: measured } = this.coarse!;
    // Until there are rows of a new layout, the old ones are shown as they were.
    const isSame = isSameLayout(rowLayoutOf(experiment), rowLayoutOf(measured));
    const of = isSame ? experiment : measured;
    return this.fixed ?? scaleFor(of, joined(rows, this.shared), theme, this.held);
  }

  /** Takes another buffer for the coarsest level, and keeps what the present one holds. */
  private exchangeCoarsest(): void {
    const next = this.spare;
    this.spare = this.levels[0];
    this.levels[0] = next;
  }

  private levelOf(index: number, side: number, layout: RowLayout): Level {
    const existing = this.levels[index];
    if (existing && fits(existing, layout, side)) return existing;
    const level = openLevel(this.context, layout, side);
    this.levels[index] = level;
    if (existing) {
      if (this.complete === existing) this.complete = undefined;
      this.painter.forget(existing);
      existing.results.destroy();
    }
    return level;
  }
}
