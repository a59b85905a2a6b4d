/** What of a trajectory's way can be counted, and in which bins. */
import { COMPONENTS } from '../models/state.ts';

/** What can be counted, in the order of the codes of `visited` in WGSL; lengths, L and E are those of the state less the target. */
export const VISITED = [...COMPONENTS, 'length', 'phi-length', 'theta-length', 'L', 'E'] as const;

export type Visited = (typeof VISITED)[number];

/** What a diagram may be of. */
export const DIAGRAM_OF = [...VISITED, 'outcome'] as const;

/** Evenly spaced bins of one number of a state, and whose visits are counted together. */
export interface VisitBins {
  readonly of: Visited;
  /** The ends of the lowest and of the highest bin; both belong to them. */
  readonly low: number;
  readonly high: number;
  readonly rows: number;
  /** The share of the steps that is counted, at its end: above 0 and 1 at most. */
  readonly last: number;
  /** Starts that belong to one column, one after the other. */
  readonly startsPerColumn: number;
}

/** What an engine is asked to count beside its measures. */
export interface Visits {
  readonly bins: VisitBins;
  /** What is visited is added to these: column by column, from the lowest bin. */
  readonly counts: Uint32Array;
}
