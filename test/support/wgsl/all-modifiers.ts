import { cpuEngine } from '../../../src/cpu/engine.ts';
import type { Engine } from '../../../src/experiment/engine.ts';
import { defaultExperiment, withValues } from '../../../src/experiment/experiment.ts';
import type { Variant } from '../variants.ts';

const START = [0.5, 0.25, 0.875, -0.375] as const;

/**
 * Largest difference to float64 of a component over 32 steps with every modifier at once.
 *
 * @param gpu - The engine that is compared.
 * @param variant - A model with its parameters.
 * @param method - The id of a method.
 */
export async function errorWithAllModifiers(
  gpu: Engine,
  { model, values }: Variant,
  method: string,
): Promise<number> {
  const experiment = withValues(defaultExperiment(model.id, method), {
    ...values,
    l2: 0.25,
    consensus: 0.125,
    symplectic: 0.0625,
    jare: 0.03125,
    nk: 0.0625,
    rateD: 1.5,
    rateG: 0.5,
    emaBeta: 0.75,
    noise: 0.03125,
    time: 2,
    // Steps that are not cut: where rounding cuts them elsewhere, an average samples other times.
    step: 0.0625,
  });
  const [[expected], [actual]] = await Promise.all([
    cpuEngine.trace(experiment, [START], 9),
    gpu.trace(experiment, [START], 9),
  ]);
  return Math.max(...expected!.samples.map((x, i) => Math.abs(x - actual!.samples[i]!)));
}

/** Some steps' rounding; Adam divides by roots that are 0 at first. */
export const largestError = (method: string): number => (method === 'adam' ? 1e-3 : 2e-5);
