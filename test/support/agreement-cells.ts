/** The cells of `npm run agreement`: every model by every method, on several kinds of starts. */
import { tryGpu } from '../../src/cli/engines.ts';
import { METHODS } from '../../src/methods/index.ts';
import { agreementOf, scanned, type Agreement } from './agreement.ts';
import { onLine, oneDimensional } from './random.ts';
import { VARIANTS, type Variant } from './variants.ts';

/** What starts are drawn, and how far they go. */
export interface Setting {
  readonly id: string;
  readonly title: string;
  readonly time: number;
  /** Starts in a cell; long horizons take fewer in the same time. */
  readonly count: number;
  /** Moves random states to where the setting has them; absent: they stay. */
  readonly place?: (states: Float64Array) => Float64Array;
}

export const SETTINGS: readonly Setting[] = [
  { id: 'plane', title: 'Two dimensions, T = 40', time: 40, count: 10_000 },
  { id: 'line', title: 'L = 0 in two dimensions, T = 40', time: 40, count: 10_000, place: onLine },
  {
    id: 'one-dimension',
    title: 'One dimension, T = 40',
    time: 40,
    count: 10_000,
    place: oneDimensional,
  },
  { id: 'long', title: 'Two dimensions, T = 400', time: 400, count: 2500 },
];

export interface Cell {
  readonly setting: Setting;
  readonly variant: Variant;
  readonly method: string;
}

/** All cells, setting by setting. */
export const CELLS: readonly Cell[] = SETTINGS.flatMap((setting) =>
  VARIANTS.flatMap((variant) => METHODS.map(({ id }): Cell => ({ setting, variant, method: id }))),
);

/** @throws Error where this machine has no adapter */
export async function openComparison(): Promise<{
  /** @param count by default the setting's */
  measure(cell: Cell, count?: number): Promise<Agreement>;
  close(): void;
}> {
  const gpu = await tryGpu();
  if (!('kind' in gpu)) throw new Error(gpu.reason);
  return {
    measure: ({ setting, variant, method }, count = setting.count) => {
      const experiment = scanned(variant.model.id, variant.values, method, setting.time);
      return agreementOf(gpu, experiment, count, setting.place);
    },
    close: () => gpu.destroy(),
  };
}
