import { declareMessages, type Message } from '../models/message.ts';
import type { Parameter, Values } from '../models/parameter.ts';
import type { Situation } from '../models/theory.ts';
import { isSliceOneDimensional, numberOf, type Experiment } from './experiment.ts';
import { methodOf, modelOf } from './parameters.ts';

/** The sentences that stand around those of models and methods. */
export const FRAME_SENTENCES = declareMessages('theory', {
  /** Precedes the statements about the flow where those about the training rule come first. */
  ofFlow: 'The flow:',
  unequalRates: 'Radii, periods and critical values are those of equal learning rates.',
  noisy: 'Noise keeps every state moving.',
});

/** Theoretical statements about an experiment's training, as sentences. */
export function theoryOf(experiment: Experiment): readonly Message[] {
  const situation = situationOf(experiment);
  const { rateD, rateG, noise, gradientNoise } = situation.modifiers;
  const ofMethod = methodOf(experiment.method).theory?.(situation) ?? [];
  return [
    ...(ofMethod.length > 0 ? [...ofMethod, FRAME_SENTENCES.ofFlow] : []),
    ...modelOf(experiment.model).theory(situation),
    // The sentences are about the loss alone; different rates stretch one player against the other.
    ...(rateD === rateG ? [] : [FRAME_SENTENCES.unequalRates]),
    ...(noise > 0 || gradientNoise > 0 ? [FRAME_SENTENCES.noisy] : []),
  ];
}

/** What the sentences about an experiment may depend on. */
export function situationOf(experiment: Experiment): Situation {
  const { values } = experiment;
  const [model, method] = [modelOf(experiment.model), methodOf(experiment.method)];
  return {
    model: model.id,
    parameters: only(model.parameters, values),
    modifiers: {
      l2: numberOf(experiment, 'l2'),
      rateD: numberOf(experiment, 'rateD'),
      rateG: numberOf(experiment, 'rateG'),
      emaBeta: numberOf(experiment, 'emaBeta'),
      noise: numberOf(experiment, 'noise'),
      gradientNoise: numberOf(experiment, 'gradientNoise'),
    },
    method: { id: method.id, kind: method.kind, parameters: only(method.parameters, values) },
    oneDimensional: isSliceOneDimensional(experiment.slice),
  };
}

function only(parameters: readonly Parameter[], values: Values): Values {
  return Object.fromEntries(parameters.map(({ name }) => [name, values[name]!]));
}
