import { isSliceOneDimensional, numberOf, type Experiment } from './experiment.ts';
import { modelOf } from './parameters.ts';

/** What is known about where an experiment's training goes, in plain sentences. */
export function knownOf(experiment: Experiment): string {
  const known = modelOf(experiment.model).known({
    parameters: experiment.values,
    l2: numberOf(experiment, 'l2'),
    oneDimensional: isSliceOneDimensional(experiment.slice),
  });
  // The sentences are about the loss alone; different rates stretch one player against the other.
  return numberOf(experiment, 'rateD') === numberOf(experiment, 'rateG')
    ? known
    : `${known} Radii, periods and critical values are those of equal learning rates.`;
}
