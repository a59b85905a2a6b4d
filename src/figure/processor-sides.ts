import { SAMPLE_SIDE } from './colour/colour-scale.ts';

/** Starts along each side, coarse first; a processor takes seconds for the last. */
const SIDES = [SAMPLE_SIDE, 128, 192];

/** The sides of the levels of a live map that a processor computes. */
export function processorSides(resolution: number): readonly number[] {
  return SIDES.filter((side, i) => i === 0 || side <= resolution);
}
