import { numberOf, withValues, type Experiment } from '../../experiment.ts';
import { methodOf } from '../../parameters.ts';

/** How much finer the steps are, or an adaptive method's tolerance, that show what steps do. */
const FINER = { step: 8, tolerance: 100 };

/**
 * An adaptive method has its own steps, and is asked for smaller errors; its shortest ones, which a
 * jump of the field takes, are a share of the longest.
 */
export function finer(experiment: Experiment, isBroken: boolean): Experiment {
  const isAdaptive = methodOf(experiment.method).adaptive === true;
  const smaller = (name: string, times: number) => ({
    [name]: numberOf(experiment, name) / times,
  });
  return withValues(experiment, {
    ...(isAdaptive && { ...smaller('rtol', FINER.tolerance), ...smaller('atol', FINER.tolerance) }),
    ...((!isAdaptive || isBroken) && {
      ...smaller('step', FINER.step),
      // The average's memory is a time, not a number of steps.
      emaBeta: numberOf(experiment, 'emaBeta') ** (1 / FINER.step),
    }),
  });
}
