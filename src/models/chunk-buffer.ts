/**
 * A stretch of one trajectory as a method leaves it and an observer reads it: rows of `ROW` numbers,
 * the state, then squared strain and speed of the step that led to it. Of row 0, where the stretch
 * begins, only the state counts.
 */
export type Path = Float64Array;

/** Numbers in a row of a `Path`. */
export const ROW = 6;

/** Steps for which a path of `newPath` has room; such a path stays in a processor's nearest memory. */
export const STRETCH = 64;

export function newPath(): Path {
  return new Float64Array((STRETCH + 1) * ROW);
}
