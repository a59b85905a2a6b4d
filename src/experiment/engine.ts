import { MEASURES } from '../measures/index.ts';
import type { Schedule } from '../measures/schedule.ts';
import type { Visits } from '../measures/visits.ts';
import { declareMessages, fill, type Message } from '../models/message.ts';
import type { State } from '../models/state.ts';
import type { Experiment } from './experiment.ts';
import type { Varied } from './grid.ts';

/** The columns of a trajectory after its time. */
export const TRAJECTORY_COLUMNS = [
  'phi1',
  'phi2',
  'theta1',
  'theta2',
  'emaPhi1',
  'emaPhi2',
  'emaTheta1',
  'emaTheta2',
] as const;

/** One trajectory sampled in time. */
export interface Trajectory {
  readonly start: State;
  /** A rule's samples are iterates: nothing lies between them. */
  readonly kind: Schedule['kind'];
  /** From 0 to T, both included; of a flow evenly spaced, of a rule at whole steps. */
  readonly times: Float64Array;
  /** Row-major, `TRAJECTORY_COLUMNS.length` numbers a sample. NaN after it left every bound. */
  readonly samples: Float64Array;
}

/** Row-major, `MEASURES.length` numbers a start; `outcome` as its index in `OUTCOMES`. */
export type Results = Float32Array | Float64Array;

export const COLUMNS = MEASURES.length;

export interface Job {
  /** Aborts the job: it rejects with the signal's reason, within a slice of time or a dispatch. */
  readonly signal?: AbortSignal;
  /** Measures that are wanted, by default all but `basin`: others may be left out, as NaN. */
  readonly measures?: readonly string[];
  /** Parameters whose values differ from start to start; by default all starts have the experiment's. */
  readonly varied?: Varied;
  /** What the measure `basin` numbers, in this order; by default `ganfield equilibria`'s, which the engine finds. */
  readonly equilibria?: readonly State[];
  /** What of the starts' way is counted beside; by default nothing. Its counts are written to. */
  readonly visits?: Visits;
  /** Called with the fraction that is done, from 0 to 1. */
  progress?(fraction: number): void;
}

/**
 * What computes. Both engines give the same results up to the precision of their numbers; neither
 * keeps arguments, or changes any but the counts of `Job.visits`. A trajectory that leaves every bound is no error: its measures are
 * not finite, and its outcome says so.
 */
export interface Engine {
  readonly kind: 'cpu' | 'gpu';
  /** The adapter's name and the numbers' width, for display. */
  readonly adapter: string;
  /** A note about the precision of its numbers; undefined where there is none. */
  readonly statusNote?: Promise<Message | undefined>;
  /**
   * Samples one trajectory for each start from 0 to the horizon: a flow at `count` evenly spaced
   * times, a rule at `count` whole steps or, where it has no more, at every one.
   * @param count at least 2
   * @returns one trajectory a start, in their order
   * @throws RangeError for a horizon of under four steps, Error where a shader or the device failed
   */
  trace(experiment: Experiment, starts: readonly State[], count: number): Promise<Trajectory[]>;
  /**
   * Integrates every start to the horizon and measures it.
   * @param starts row-major, four numbers each in the order of `COMPONENTS`
   * @param job the wanted measures, progress, and a signal that aborts
   * @returns row-major, `COLUMNS` numbers a start, in the order of the starts
   * @throws the signal's reason when aborted, also when it was before; RangeError for a horizon of
   *   under four steps, Error where a shader, a worker or the device failed
   */
  measure(experiment: Experiment, starts: Float64Array, job?: Job): Promise<Results>;
  /** Frees the engine's own resources; jobs under way may reject, and it may not be used afterwards. */
  destroy(): void;
}

/** What the numbers of an engine are, for captions. */
export function remarkOf({ kind, adapter }: Pick<Engine, 'kind' | 'adapter'>): Message {
  return kind === 'cpu' ? REMARKS.float64 : fill(REMARKS.float32, { adapter });
}

export const REMARKS = declareMessages('engine.remark', {
  float64: 'float64',
  float32: 'float32 on {adapter}',
});
