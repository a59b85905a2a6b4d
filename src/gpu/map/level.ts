import type { Results } from '../../experiment/engine.ts';
import { isSameLayout, type RowLayout } from '../../experiment/ensemble/rows.ts';
import { SAMPLE_SIDE } from '../../figure/colour/colour-scale.ts';
import type { GpuContext } from '../context.ts';
import { readFloats, storageBuffer } from '../pipelines.ts';
import { decode } from '../results.ts';

/** A whole map at one resolution. */
export interface Level {
  readonly side: number;
  /** Of its rows. */
  readonly layout: RowLayout;
  readonly results: GPUBuffer;
}

/** Side of the level between the sample and the finest. */
const MIDDLE_SIDE = 256;

/** The sides of a map's levels, coarse first; the finest is as fine as the device's buffers allow. */
export function levelSides(
  { limits }: GPUDevice,
  layout: RowLayout,
  resolution: number,
): readonly number[] {
  const largest = Math.min(limits.maxStorageBufferBindingSize, limits.maxBufferSize);
  const most = Math.floor(Math.sqrt(largest / levelBytes(layout, 1)));
  const finest = Math.min(resolution, most);
  return [
    SAMPLE_SIDE,
    ...[MIDDLE_SIDE, finest].filter(
      (side, i, all) => side > SAMPLE_SIDE && (i > 0 || side < all[1]!),
    ),
  ];
}

export function openLevel(context: GpuContext, layout: RowLayout, side: number): Level {
  return { side, layout, results: storageBuffer(context, levelBytes(layout, side)) };
}

/** Whether a level has room for these rows, and no more. */
export function fits(level: Level, layout: RowLayout, side: number): boolean {
  return level.side === side && isSameLayout(level.layout, layout);
}

/** Reads a level's rows back. @throws Error where the device was lost */
export async function readRows(
  context: GpuContext,
  { side, layout, results }: Level,
): Promise<Results> {
  return decode(await readFloats(context, results, levelBytes(layout, side)));
}

function levelBytes({ columns }: RowLayout, side: number): number {
  return 4 * columns.length * side ** 2;
}
