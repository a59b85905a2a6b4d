import type { Schedule } from '../measures/schedule.ts';
import { STRETCH } from '../models/chunk-buffer.ts';

/** Steps that are taken in one go, all of length h. */
export interface Stretch {
  /** The number of the first one, from 1. */
  readonly first: number;
  readonly steps: number;
  readonly h: number;
}

/** A schedule in stretches; its last step goes alone where it is shorter. */
export function stretchesOf({ steps, step, lastStep }: Schedule): readonly Stretch[] {
  const alike = lastStep === step ? steps : steps - 1;
  const stretches = Array.from({ length: Math.ceil(alike / STRETCH) }, (_, i): Stretch => {
    const done = i * STRETCH;
    return { first: done + 1, steps: Math.min(STRETCH, alike - done), h: step };
  });
  if (alike < steps) stretches.push({ first: steps, steps: 1, h: lastStep });
  return stretches;
}
