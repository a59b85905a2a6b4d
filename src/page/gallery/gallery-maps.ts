import type { Engine } from '../../experiment/engine.ts';
import { mapOf } from '../../experiment/pixels.ts';
import { numberOf } from '../../experiment/experiment.ts';
import type { Variant } from '../../experiment/sweep.ts';
import { SAMPLE_SIDE } from '../../figure/colour/colour-scale.ts';
import type { MapPicture } from '../../figure/views.ts';

/** Starts along a side of the finest maps: more than a tile has pixels, or what a processor can. */
const FINEST = { gpu: 256, cpu: 96 } as const;

/** More maps than these are so much coarser that all of them have as many starts. */
const MANY = 20;

interface Job {
  readonly signal: AbortSignal;
  /** A map is there, coarse or fine. */
  onMap(index: number, picture: MapPicture): void;
  progress(fraction: number): void;
}

/**
 * Measures the maps of a set of variants in order, all of them coarse before the first is fine.
 * @throws the signal's reason when aborted
 */
export async function measureMaps(
  engine: Engine,
  variants: readonly Variant[],
  { signal, onMap, progress }: Job,
): Promise<void> {
  const sides = sidesFor(engine, variants);
  const starts = variants.length * sides.reduce((sum, side) => sum + side * side, 0);
  let before = 0;
  for (const side of sides) {
    const grid = { width: side, height: side };
    for (const [index, { experiment }] of variants.entries()) {
      const results = await mapOf(engine, experiment, grid, {
        signal,
        progress: (fraction) => progress((before + fraction * side * side) / starts),
      });
      before += side * side;
      progress(before / starts);
      onMap(index, { grid, results });
    }
  }
}

function sidesFor({ kind }: Engine, variants: readonly Variant[]): readonly number[] {
  const shared = Math.sqrt(Math.min(1, MANY / variants.length));
  const finest = Math.round((FINEST[kind] * shared) / 8) * 8;
  const most = Math.min(finest, numberOf(variants[0]!.experiment, 'resolution'));
  return most > SAMPLE_SIDE ? [SAMPLE_SIDE, most] : [most];
}
