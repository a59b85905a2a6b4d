import type { Job, Results } from '../experiment/engine.ts';
import type { Experiment, Slice } from '../experiment/experiment.ts';
import type { Grid } from '../experiment/grid.ts';
import type { ColourScale } from './colour/colour-scale.ts';
import type { Theme } from './colour/theme.ts';

/** Events of a map view. */
export interface MapEvents {
  /** Range or palette changed: the colour bar and the flow's colours follow. */
  scale(scale: ColourScale): void;
  /** The picture has all the starts that were asked for. */
  finished(): void;
  /** Computing or drawing failed; what is shown may be out of date. */
  failed(message: string): void;
}

export interface MapPicture {
  readonly grid: Grid;
  readonly results: Results;
}

/** The map of an experiment in a canvas, computed piece by piece. */
export interface MapView {
  /** Computes only when something computed changed; a measure or palette redraws. */
  setExperiment(experiment: Experiment): void;
  setTheme(theme: Theme): void;
  /** The canvas is square. */
  resize(devicePixels: number): void;
  /** Once an animation frame: computes a slice that fits, draws where needed. */
  frame(): void;
  /** The slice whose picture is in the canvas; undefined before there is one. */
  readonly shown: Slice | undefined;
  /** Of the present map, from 0 to 1. */
  readonly progress: number;
  readonly stepsPerSecond: number;
  /** The results of the coarsest level, which decide the colours; undefined before there are any. */
  readonly sample: Results | undefined;
  /** Makes the colours serve another map, too: the results of its coarsest level. */
  shareColours(other: Results | undefined): void;
  /** The finest level of the present experiment that is finished, if there is one. */
  results(): Promise<MapPicture | undefined>;
  destroy(): void;
}

/** Particles that move through the slice's plane, in a canvas, in the map's colours. */
export interface FlowView {
  setExperiment(experiment: Experiment): void;
  setTheme(theme: Theme): void;
  /** The canvas is square. */
  resize(devicePixels: number): void;
  restart(): void;
  /** Moves the particles to a time over several frames; an earlier time restarts them. */
  seek(time: number): void;
  /** One step more. */
  step(): void;
  /** The time that the particles are seeking; undefined where they have reached it. */
  readonly seekTarget: number | undefined;
  /** Advances by a number of steps, fractions adding up, and draws. */
  frame(steps: number): void;
  /** The slice whose picture is in the canvas; undefined before there is one. */
  readonly shown: Slice | undefined;
  /** Of the oldest particles. */
  readonly time: number;
  /** Average time between drawn frames, in milliseconds; 0 before there are two. */
  readonly frameTime: number;
  /** The same flow at the same time, drawn at another size. */
  picture(devicePixels: number, theme: Theme, job: Job): Promise<Uint8ClampedArray>;
  destroy(): void;
}
