import type { Schedule } from '../measures/schedule.ts';
import { CHUNK_STEPS } from '../models/chunk-buffer.ts';

/** Steps that are taken in one go, all of length h. */
export interface Chunk {
  /** The number of the first one, from 1. */
  readonly first: number;
  readonly steps: number;
  readonly h: number;
}

/** A schedule in chunks; its last step goes alone where it is shorter. */
export function chunksOf({ steps, step, lastStep }: Schedule): readonly Chunk[] {
  const alike = lastStep === step ? steps : steps - 1;
  const chunks = Array.from({ length: Math.ceil(alike / CHUNK_STEPS) }, (_, i): Chunk => {
    const done = i * CHUNK_STEPS;
    return { first: done + 1, steps: Math.min(CHUNK_STEPS, alike - done), h: step };
  });
  if (alike < steps) chunks.push({ first: steps, steps: 1, h: lastStep });
  return chunks;
}
