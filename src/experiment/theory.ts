import { isSliceOneDimensional, numberOf, type Experiment } from './experiment.ts';
import { methodOf, modelOf } from './parameters.ts';

/** Put before what is known of the flow where a training rule's own effect is told first. */
const OF_FLOW = 'The flow:';
const UNEQUAL = 'Radii, periods and critical values are those of equal learning rates.';
const NOISY = 'Noise keeps every state moving.';

/** The sentences that stand around those of models and methods. */
export const FRAME_SENTENCES: readonly string[] = [OF_FLOW, UNEQUAL, NOISY];

/** What is known about where an experiment's training goes, in plain sentences. */
export function knownOf(experiment: Experiment): readonly string[] {
  const known = modelOf(experiment.model).known({
    parameters: experiment.values,
    l2: numberOf(experiment, 'l2'),
    oneDimensional: isSliceOneDimensional(experiment.slice),
  });
  const { effect } = methodOf(experiment.method);
  // The sentences are about the loss alone; different rates stretch one player against the other.
  const equal = numberOf(experiment, 'rateD') === numberOf(experiment, 'rateG');
  return [
    ...(effect ? [effect, OF_FLOW] : []),
    known,
    ...(equal ? [] : [UNEQUAL]),
    ...(numberOf(experiment, 'noise') > 0 ? [NOISY] : []),
  ];
}
