import { isSliceOneDimensional, numberOf, type Experiment } from './experiment.ts';
import { methodOf, modelOf } from './parameters.ts';

/** What is known about where an experiment's training goes, in plain sentences. */
export function knownOf(experiment: Experiment): string {
  const known = modelOf(experiment.model).known({
    parameters: experiment.values,
    l2: numberOf(experiment, 'l2'),
    oneDimensional: isSliceOneDimensional(experiment.slice),
  });
  const { effect } = methodOf(experiment.method);
  // The sentences are about the loss alone; different rates stretch one player against the other.
  const equal = numberOf(experiment, 'rateD') === numberOf(experiment, 'rateG');
  return [
    ...(effect ? [effect, 'The flow:'] : []),
    known,
    ...(equal ? [] : ['Radii, periods and critical values are those of equal learning rates.']),
    ...(numberOf(experiment, 'noise') > 0 ? ['Noise keeps every state moving.'] : []),
  ].join(' ');
}
