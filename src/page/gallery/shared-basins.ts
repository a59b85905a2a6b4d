/** What the numbers of basins stand for where they stand for the same in all maps. */
import { equilibriumAt } from '../../cpu/equilibrium-kind.ts';
import { numberedEquilibria } from '../../experiment/equilibrium/numbered.ts';
import type { Variant } from '../../experiment/sweep.ts';
import type { ColourScale } from '../../figure/colour/colour-scale.ts';
import { basinKeyOf, type BasinKey } from '../../figure/legend/basin-legend.ts';
import type { State } from '../../models/state.ts';

/** Newton's method finds an equilibrium of two variants to this. */
const SAME = 1e-6;

/**
 * The equilibria that all variants have, searched while the page goes on; undefined where one has others,
 * where the signal is aborted before, or where the scale is not of basins: then numbers stand alone.
 */
export async function sharedBasins(
  scale: ColourScale | undefined,
  variants: readonly Variant[],
  signal: AbortSignal,
): Promise<BasinKey | undefined> {
  if (scale?.measure.scale !== 'basins') return undefined;
  let shared: readonly State[] | undefined;
  for (const { experiment } of variants) {
    const found = await numberedEquilibria(experiment, () => !signal.aborted);
    if (!found || signal.aborted) return undefined;
    if (shared && !areSame(shared, found.states)) return undefined;
    shared = found.states;
  }
  const { experiment } = variants[0]!;
  return basinKeyOf(
    experiment,
    (shared ?? []).map((state) => equilibriumAt(experiment, state)),
  );
}

function areSame(some: readonly State[], others: readonly State[]): boolean {
  return (
    some.length === others.length &&
    some.every((state, k) => state.every((value, i) => Math.abs(value - others[k]![i]!) <= SAME))
  );
}
