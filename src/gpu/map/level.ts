import { SAMPLE_SIDE } from '../../figure/colour/colour-scale.ts';
import { resultBytes } from '../results.ts';

/** A whole map at one resolution. */
export interface Level {
  readonly side: number;
  readonly results: GPUBuffer;
}

/** Side of the level between the sample and the finest. */
const MIDDLE_SIDE = 256;

/** The sides of a map's levels, coarse first; the finest is as fine as the device's buffers allow. */
export function levelSides({ limits }: GPUDevice, resolution: number): readonly number[] {
  const largest = Math.min(limits.maxStorageBufferBindingSize, limits.maxBufferSize);
  const fits = Math.floor(Math.sqrt(largest / resultBytes(1)));
  const finest = Math.min(resolution, fits);
  return [
    SAMPLE_SIDE,
    ...[MIDDLE_SIDE, finest].filter(
      (side, i, all) => side > SAMPLE_SIDE && (i > 0 || side < all[1]!),
    ),
  ];
}
