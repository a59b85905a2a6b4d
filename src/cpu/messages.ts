import type { Results, Trajectory } from '../experiment/engine.ts';
import type { Experiment } from '../experiment/experiment.ts';
import type { Varied } from '../experiment/grid.ts';
import type { Visits } from '../measures/visits.ts';
import type { State } from '../models/state.ts';

/** What a pool asks of a worker; `id` is the pool's own name for the task. */
export type Request =
  | {
      readonly kind: 'trace';
      readonly id: number;
      readonly experiment: Experiment;
      readonly starts: readonly State[];
      readonly count: number;
    }
  | {
      readonly kind: 'measure';
      readonly id: number;
      readonly experiment: Experiment;
      readonly starts: Float64Array;
      readonly measures: readonly string[] | undefined;
      readonly varied: Varied | undefined;
      readonly visits: Visits | undefined;
      readonly equilibria: readonly State[];
    }
  | { readonly kind: 'abort'; readonly id: number };

export type Task = Exclude<Request, { kind: 'abort' }>;

export type Reply =
  | { readonly kind: 'progress'; readonly id: number; readonly share: number }
  | {
      readonly kind: 'done';
      readonly id: number;
      readonly value: Trajectory[] | Results;
      /** What was visited, where that was asked for. */
      readonly counts?: Uint32Array | undefined;
    }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };
