/** Steps of single starts a second of both engines; `cpu` on one core. */
export interface EngineRow {
  readonly model: string;
  readonly method: string;
  /** gpu over cpu; null without a gpu. */
  readonly ratio: number | null;
  /** The same, per core where the adapter computes on the processor. */
  readonly ratioPerCore: number | null;
  readonly gpu: number | null;
  readonly cpu: number;
}

/** Steps of single starts a second of the map's kernel in several shapes, RK4. */
export interface KernelRow {
  readonly model: string;
  /** The map's own over one step a dispatch, and over one particle an invocation. */
  readonly overNaive: number;
  readonly overOne: number;
  readonly naive: number;
  readonly one: number;
  /** As fits the adapter: two side by side on software, one on hardware. */
  readonly map: number;
}

/** Steps of single starts a second on one core: the cpu engine and a plain loop, RK4. */
export interface LoopRow {
  readonly model: string;
  readonly ratio: number;
  readonly cpu: number;
  readonly plain: number;
}

/** Milliseconds of a frame of as many pixels as 1280 x 800. */
export interface FrameRow {
  readonly particles: number;
  readonly whole: number;
  /** What the whole costs of all cores together. */
  readonly onCores: number;
  readonly moveAndSplat: number;
  readonly fadeAndTone: number;
  readonly mapDraw: number;
}

/** How time grows with one thing. */
export interface GrowthRow {
  readonly of: 'side' | 'steps';
  readonly value: number;
  readonly starts: number;
  readonly steps: number;
  readonly milliseconds: number;
  /** Time of one step of one start, relative to that of all rows of this kind together. */
  readonly relative: number;
}

/** A diagram of as many trajectories as a map has: an ensemble in every column. */
export const DIAGRAM = 'diagram over l2';

/** Initial conditions with several starts behind each pixel. */
export const ENSEMBLE = 'ensemble of 4';

/** Steps of single starts a second of maps of ns-gan, of an ensemble and of a diagram. */
export interface PlaneRow {
  readonly method: string;
  /** The parameters on the axes, `ENSEMBLE` or `DIAGRAM`. */
  readonly axes: string;
  /** What a step over parameters costs, as a multiple of one over initial conditions. */
  readonly cost: number;
  readonly plane: number;
  readonly slice: number;
}

/** Steps of single starts a second of a built-in model and of the same losses typed as a game, RK4; on the processor of a core. */
export interface GameRow {
  readonly model: string;
  readonly engine: 'gpu' | 'cpu';
  /** typed over built-in. */
  readonly ratio: number;
  readonly typed: number;
  readonly builtIn: number;
}

/** One thing that was asked for, as a number, with what was measured. */
export interface Target {
  readonly what: string;
  readonly asked: string;
  readonly measured: number;
  readonly unit: '×' | 'core-ms' | '%';
  readonly met: boolean;
}

export interface Report {
  readonly adapter: string | null;
  readonly software: boolean;
  readonly processor: string;
  readonly cores: number;
  readonly date: string;
  readonly unit: string;
  readonly rounds: number;
  readonly rows?: readonly EngineRow[];
  readonly kernels?: readonly KernelRow[];
  readonly loops?: readonly LoopRow[];
  readonly frames?: readonly FrameRow[];
  readonly growth?: readonly GrowthRow[];
  readonly planes?: readonly PlaneRow[];
  readonly games?: readonly GameRow[];
  /** What was asked of Ganfield, by what of it was measured here. */
  readonly bars: readonly Target[];
}

export const SECTIONS = [
  'engines',
  'kernels',
  'loops',
  'frames',
  'growth',
  'planes',
  'games',
] as const;

export type Section = (typeof SECTIONS)[number];

/** A report without what follows from its numbers. */
export type Measurements = Omit<Report, 'bars' | 'unit'>;
