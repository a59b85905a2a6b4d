import type { Job, Results } from '../experiment/engine.ts';
import type { Experiment, Plane, Slice } from '../experiment/experiment.ts';
import type { Grid } from '../experiment/grid.ts';
import type { ColourScale } from './colour/colour-scale.ts';
import type { Theme } from './colour/theme.ts';

/** What a map reports. Never called after the view is destroyed. */
export interface MapEvents {
  /** Range or palette changed: the colour bar and the flow's colours follow. */
  scale(scale: ColourScale): void;
  /** The picture has all the starts that were asked for. */
  finished(): void;
  /** Computing or drawing failed; what is shown may be out of date. */
  failed(message: string): void;
}

/** What a flow reports. Never called after the view is destroyed. */
export interface FlowEvents {
  /** Moving or drawing failed; what is shown may be out of date. */
  failed(message: string): void;
}

export interface MapPicture {
  readonly grid: Grid;
  /** One row for each pixel of `grid`, row by row from the lowest y. */
  readonly results: Results;
  /** Of an ensemble that is still being refined: starts of each pixel that are measured. */
  readonly starts?: number;
}

/**
 * The map of an experiment in a canvas: coarse first, then finer, piece by piece, so that the thread
 * stays responsive. A newer experiment aborts the present one; the old picture stays until the first
 * coarse one replaces it. Failures are reported by `MapEvents.failed`, not thrown.
 */
export interface MapView {
  /** Computes only when something computed changed; a measure or palette redraws. */
  setExperiment(experiment: Experiment): void;
  /** Computes nothing until an experiment is set; absent where the flow needs the map. */
  rest?(): void;
  setTheme(theme: Theme): void;
  /** @param side of the square canvas, in device pixels */
  resize(side: number): void;
  /** Once an animation frame: computes a slice that fits, draws where needed. */
  frame(): void;
  /** The plane whose picture is in the canvas; undefined before there is one. */
  readonly shown: Plane | undefined;
  /** The share of the present map's work that is done, from 0 to 1. */
  readonly progress: number;
  /** The present map is whole and nothing of the picture before is left in the canvas. */
  readonly idle: boolean;
  /** A level of the present experiment is there, and no longer an earlier experiment's alone. */
  readonly isCurrent: boolean;
  /** Steps of single starts a second, as measured; 0 before there is a measurement. */
  readonly stepsPerSecond: number;
  /** The results of the coarsest level, which decide the colours; undefined before there are any. */
  readonly sample: Results | undefined;
  /** Makes the colours serve another map, too: the results of its coarsest level. */
  shareColours(other: Results | undefined): void;
  /** Keeps this scale's range as long as its measure is shown; undefined: fits what is shown. */
  holdRange(scale: ColourScale | undefined): void;
  /**
   * The finest finished level of the present experiment; undefined where there is none yet.
   * @throws Error where the results cannot be read
   */
  results(): Promise<MapPicture | undefined>;
  /** Aborts what is computed and destroys what the view created; it may not be used afterwards. */
  destroy(): void;
}

/**
 * Particles that move through the slice's plane, in a canvas, in the colours of their starts on the
 * map. Failures are reported by `FlowEvents.failed`, not thrown.
 */
export interface FlowView {
  /**
   * Changes the dynamics: another slice, model or method makes the particles set out again at once,
   * another value once no value has changed for a moment.
   */
  setExperiment(experiment: Experiment): void;
  setTheme(theme: Theme): void;
  /** @param side of the square canvas, in device pixels */
  resize(side: number): void;
  /** Puts all particles at their starts and ends a seek. */
  restart(): void;
  /**
   * Takes the particles to a time, clamped to [0, horizon]: from where they are or, for an earlier
   * one, from their starts, over several frames. The newest call counts.
   */
  seek(time: number): void;
  /** One step more, after a seek that is under way. */
  step(): void;
  /** The particles are at the horizon: there they stay for a moment, then they set out again. */
  readonly ended: boolean;
  /** Half of the particles come from outside the window, which is zoomed into, and are pale. */
  readonly passing: boolean;
  /** Nearly all particles have left the window: after a moment, too, they set out again. */
  readonly empty: boolean;
  /** The time that the particles are seeking; undefined where they have reached it. */
  readonly seekTarget: number | undefined;
  /** The picture of a flow that stands is still to come: of a seek, or of particles that have not set out. */
  readonly pending: boolean;
  /** Once an animation frame: advances by a number of steps, fractions adding up, and draws. */
  frame(steps: number): void;
  /** The slice whose picture is in the canvas; undefined before there is one. */
  readonly shown: Slice | undefined;
  /** Time since all particles set out, at most the horizon. */
  readonly time: number;
  /** Average time between drawn frames, in milliseconds; 0 before there are two. */
  readonly frameTime: number;
  /**
   * The flow from its start to the present time at another size: the same experiment and time give
   * the same picture.
   * @param side of the picture, in pixels
   * @returns RGBA bytes, row by row from the top
   * @throws the signal's reason when aborted, Error while the map has no colours
   */
  picture(side: number, theme: Theme, job: Job): Promise<Uint8ClampedArray>;
  /** Ends a seek and destroys what the view created; it may not be used afterwards. */
  destroy(): void;
}
