/**
 * A chunk of one trajectory that a method writes and an observer reads: rows of `ROW` numbers, the
 * state, then squared error ratio and speed of the step that led to it. Of row 0, where the chunk
 * begins, only the state counts.
 */
export type ChunkBuffer = Float64Array;

/** Numbers in a row of a `ChunkBuffer`. */
export const ROW = 6;

/** Steps in the longest chunk: its buffer stays in a processor's nearest memory. */
export const CHUNK_STEPS = 64;

export function newChunkBuffer(): ChunkBuffer {
  return new Float64Array((CHUNK_STEPS + 1) * ROW);
}
