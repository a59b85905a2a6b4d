import type { ChunkBuffer } from '../models/chunk-buffer.ts';
import type { TangentMeasures } from '../measures/lyapunov.ts';
import type { Chunk } from './chunks.ts';

/** How two trajectories move, chunk by chunk. */
export interface PairIntegrator {
  /** Sets out from the states in rows 0, which are put into the allowed set. */
  begin(one: ChunkBuffer, other: ChunkBuffer): void;
  /** Writes a chunk into both buffers, of each as far as it stays within bounds. */
  advance(one: ChunkBuffer, other: ChunkBuffer, chunk: Chunk): void;
  /** What the tangents of both have shown; undefined where none are followed. */
  tangentMeasures(): readonly [TangentMeasures | undefined, TangentMeasures | undefined];
}
