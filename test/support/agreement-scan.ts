/** Every model by every method, and what of it `npm run agreement` writes down. */
import { tryGpu } from '../../src/cli/engines.ts';
import { METHODS } from '../../src/methods/index.ts';
import { agreementOf, scanned, type Agreement } from './agreement.ts';
import { VARIANTS } from './variants.ts';

/** One model with its parameters, and how its labels agree by method. */
export interface Row {
  readonly name: string;
  readonly cells: readonly (Agreement & { readonly method: string })[];
}

/**
 * Compares the engines on `count` random starts of each model and method.
 * @param models ids; none: all
 */
export async function scan(
  models: readonly string[],
  { count, time, told }: { count: number; time: number; told: (row: Row) => void },
): Promise<void> {
  const gpu = await tryGpu();
  if (!('kind' in gpu)) throw new Error(gpu.reason);
  try {
    for (const { name, model, values } of VARIANTS) {
      if (models.length > 0 && !models.includes(model.id)) continue;
      const cells = [];
      for (const { id: method } of METHODS) {
        const experiment = scanned(model.id, values, method, time);
        cells.push({ method, ...(await agreementOf(gpu, experiment, count)) });
      }
      told({ name, cells });
    }
  } finally {
    gpu.destroy();
  }
}
