import type { TangentMeasures } from '../measures/lyapunov.ts';
import type { Chunk } from './chunks.ts';
import type { Lane } from './lane.ts';

/** How two trajectories move, chunk by chunk. */
export interface PairIntegrator {
  /** Sets out from the states in rows 0 of the lanes' buffers, which are put into the allowed set. */
  begin(one: Lane, other: Lane): void;
  /** Takes both through a chunk, each as far as it stays within bounds, and shows it their observers. */
  advance(one: Lane, other: Lane, chunk: Chunk): void;
  /** What the tangents of both have shown; undefined where none are followed. */
  tangentMeasures(): readonly [TangentMeasures | undefined, TangentMeasures | undefined];
}
