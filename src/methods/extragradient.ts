import { declareMessages } from '../models/message.ts';
import {
  newStates,
  axpy,
  errorRatioSquaredOfChange,
  type Method,
  type AugmentedState,
} from './method.ts';
import { LEARNING_RATE } from './step.ts';

const SENTENCES = declareMessages('method.extragradient.theory', {
  inwards:
    'Looking ahead pulls inwards while ωh < 1: on the bilinear game by √(1−h²+h⁴) a step. Neutral circles of the flow shrink.',
});

/** Extragradient: the update uses the gradients at where a first one would lead. */
export const extragradient: Method = {
  id: 'extragradient',
  title: 'Extragradient',
  kind: 'rule',
  source: 'Korpelevich 1976; Gidel et al. 2019',
  doc: 'extragradient: both players look one step ahead and move by the gradients they find there',
  sentences: SENTENCES,
  theory: ({ singular }) => (singular ? [] : [SENTENCES.inwards]),
  parameters: [LEARNING_RATE],
  // |mu|^2 = 1 - (w h)^2 + (w h)^4
  criticalStep: (frequency) => 1 / frequency,
  solverState: [],
  numericalDissipation: 0,
  largestErrorRatio: Infinity,
  stepper: (dynamics) => {
    const [derivative, ahead] = newStates(dynamics, 2) as [AugmentedState, AugmentedState];
    return {
      solverState: [],
      begin: () => {},
      step: (state, h, change) => {
        dynamics.vectorField(state, derivative);
        axpy(ahead, state, h, derivative);
        // The look ahead is a state of the players too: in the allowed set.
        dynamics.project(ahead);
        dynamics.vectorField(ahead, change);
        for (let i = 0; i < change.length; i++) change[i] = h * change[i]!;
        return errorRatioSquaredOfChange(state, change);
      },
    };
  },
};
