/** What an ensemble is asked for, and what a tile goes through. */
import type { Experiment } from '../experiment/experiment.ts';
import type { Varied } from '../experiment/grid.ts';
import type { Needs } from '../experiment/needs.ts';
import type { Ranges } from '../experiment/plane.ts';
import type { Schedule } from '../measures/schedule.ts';
import type { Lanes } from './integrator-state.ts';
import type { ShaderSource } from './linker.ts';
import type { StartParameters } from './starts/start-parameters.ts';
import type { StartValues } from './starts/start-values.ts';
import type { VisitCounts } from './map/visit-counts.ts';
import { UniformLayout } from './uniforms.ts';

/** Where the starts of a tile come from: fills `out`, four numbers each. */
export type StartSource = (first: number, count: number, out: Float32Array<ArrayBuffer>) => void;

/** The parameters that differ from start to start: their ranges, and those of some starts. */
export interface VariedSource {
  readonly ranges: Ranges;
  of(first: number, count: number): Varied;
}

/** Equilibria that a run's starts are told apart by. Whoever made the buffer destroys it. */
export interface BasinStates {
  readonly choice: { readonly basins: ShaderSource };
  readonly buffer: GPUBuffer;
}

/** One run over many starts. */
export interface Run {
  readonly experiment: Experiment;
  readonly count: number;
  /** What to integrate beside the trajectories; by default nothing. */
  readonly needs?: Needs;
  readonly starts: StartSource;
  /** Parameters that differ from start to start; by default all starts have the experiment's. */
  readonly varied?: VariedSource;
  /** Starts 2i and 2i + 1 have the same of what two starts side by side share. */
  readonly isPaired?: boolean;
  /** Counts what the starts visit; by default nothing does. */
  readonly visits?: VisitCounts;
  /** What the measure `basin` numbers; by default nothing. */
  readonly basins?: BasinStates;
  /** Receives row `offsetOf(first)` and the following for every tile. */
  readonly results: GPUBuffer;
  /** The row in `results` of a tile's first start; by default the start's own number. */
  offsetOf?(first: number): number;
  /** After every tile, all of whose results have been submitted. */
  tileDone?(first: number, count: number): void | Promise<void>;
  progress?(share: number): void;
  /** Looked at between dispatches: the run ends early where it says so. */
  cancelled?(): boolean;
}

/** How an ensemble integrates, to compare one way with another; left out, as fits the adapter. */
export interface EnsembleOptions {
  /**
   * Starts that an invocation takes side by side. Adaptive methods and tangents go alone. The
   * results are the same.
   */
  readonly lanes?: Lanes;
  /**
   * Steps of each dispatch, in place of as many as fit a frame. With 1 every step is fetched from
   * memory and stored again. The results are the same.
   */
  readonly stepsPerDispatch?: number;
}

/** `Dispatch` of dispatch.wgsl. */
export const DISPATCH = new UniformLayout([
  { name: 'count', type: 'u32' },
  { name: 'offset', type: 'u32' },
  { name: 'firstStep', type: 'i32' },
  { name: 'endStep', type: 'i32' },
  { name: 'h', type: 'f32' },
  { name: 'emaDecay', type: 'f32' },
  { name: 'compare', type: 'u32' },
  { name: 'across', type: 'u32' },
]);

/** A pipeline with what it is bound to. */
export interface BoundKernel {
  readonly pipeline: GPUComputePipeline;
  readonly group: GPUBindGroup;
}

/** One integration of a tile. */
export interface Pass {
  readonly kernel: BoundKernel;
  /** What takes the steps from number `from` on (from 0) and counts what they visit. */
  readonly counting: (BoundKernel & { readonly from: number }) | undefined;
  /** What measures the tile when it is at its horizon. */
  readonly measuring: BoundKernel;
  readonly lanes: Lanes;
  /** Of the experiment, or of its flow; starts may have others. */
  readonly schedule: Schedule;
  /** Where starts have parameters of their own, these, and where they lie. */
  readonly own: { readonly values: StartValues; readonly parameters: StartParameters } | undefined;
  /** The most steps of any start. */
  readonly mostSteps: number;
  /** What the moving average keeps in a step, and in the last one. */
  readonly emaDecay: number;
  readonly lastEmaDecay: number;
  /** 1: the rows hold the flow's results. */
  readonly compare: 0 | 1;
  /**
   * 1: with the tangents of phi2 and theta2, for the next pass, which is 2; nothing in one dimension.
   * 0: all other passes.
   */
  readonly across: 0 | 1 | 2;
  /** Whether a dispatch takes as many steps as there are. */
  readonly fullHorizon: boolean;
}
