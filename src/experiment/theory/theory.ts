import { isCorrected } from '../../models/modifiers/index.ts';
import { declareMessages, fill, type Message } from '../../models/message.ts';
import type { Parameter, Values } from '../../models/parameter.ts';
import type { Situation } from '../../models/theory.ts';
import { isSliceOneDimensional, numberOf, type Experiment } from '../experiment.ts';
import { methodOf, modelOf } from '../parameters.ts';

/** The sentences that stand around those of models and methods. */
export const FRAME_SENTENCES = declareMessages('theory', {
  /** Precedes the statements about the flow where those about the training rule come first. */
  ofFlow: 'The flow:',
  unequalRates: 'Radii, periods and critical values are those of equal learning rates.',
  otherRateFlow: 'With both learning rates at {rate} the flow goes {rate} times as fast.',
  otherRateRule: 'With both learning rates at {rate} a step is one of {rate} h.',
  hopping:
    'The field does not vanish at the equilibrium: steps of one length never come to rest there.',
  noisy: 'Noise keeps every state moving.',
  corrected:
    'The corrected field rests wherever the field does, and its eigenvalues at the equilibrium are others. What is known of the model without corrections, far from the equilibrium above all, is not said of it.',
});

/** Theoretical statements about an experiment's training, as sentences. */
export function theoryOf(experiment: Experiment): readonly Message[] {
  const situation = situationOf(experiment);
  const { rateD, rateG, noise, gradientNoise } = situation.modifiers;
  if (isCorrected(experiment.values)) return theoryOfCorrected(situation);
  const ofMethod = [
    ...(methodOf(experiment.method).theory?.(situation) ?? []),
    ...(situation.singular && situation.method.kind === 'rule' ? [FRAME_SENTENCES.hopping] : []),
  ];
  return [
    ...(ofMethod.length > 0 ? [...ofMethod, FRAME_SENTENCES.ofFlow] : []),
    ...modelOf(experiment).theory(situation),
    // The sentences are about the loss alone; different rates stretch one player against the other.
    ...(rateD === rateG ? ratesSentence(rateD, situation) : [FRAME_SENTENCES.unequalRates]),
    ...(noise > 0 || gradientNoise > 0 ? [FRAME_SENTENCES.noisy] : []),
  ];
}

/** What is true with corrections as well: that of learning rates and of noise. */
function theoryOfCorrected(situation: Situation): readonly Message[] {
  const { rateD, rateG, noise, gradientNoise } = situation.modifiers;
  return [
    FRAME_SENTENCES.corrected,
    ...(rateD === rateG ? ratesSentence(rateD, situation) : []),
    ...(noise > 0 || gradientNoise > 0 ? [FRAME_SENTENCES.noisy] : []),
  ];
}

/** Equal learning rates are a change of time, or of the step. */
function ratesSentence(rate: number, { method }: Situation): readonly Message[] {
  if (rate === 1) return [];
  const { otherRateFlow, otherRateRule } = FRAME_SENTENCES;
  return [fill(method.kind === 'flow' ? otherRateFlow : otherRateRule, { rate })];
}

/** What the sentences about an experiment may depend on. */
export function situationOf(experiment: Experiment): Situation {
  const { values } = experiment;
  const [model, method] = [modelOf(experiment), methodOf(experiment.method)];
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
    singular: model.game(values).singularAtEquilibrium !== undefined,
  };
}

function only(parameters: readonly Parameter[], values: Values): Values {
  return Object.fromEntries(parameters.map(({ name }) => [name, values[name]!]));
}
