import { declareMessages } from '../models/message.ts';
import {
  newStates,
  errorRatioSquaredOfChange,
  type Method,
  type AugmentedState,
} from './method.ts';
import { LEARNING_RATE } from './step.ts';

const SENTENCES = declareMessages('method.omd.theory', {
  inwards:
    'Optimism pulls inwards nearly as extragradient does, while ωh < 1/√3: neutral circles of the flow shrink.',
});

/** Optimistic mirror descent (Euclidean): `s + 2h v_k - h v_(k-1)`, with v_(-1) = v_0. */
export const omd: Method = {
  id: 'omd',
  title: 'OMD',
  kind: 'rule',
  source: 'Daskalakis et al. 2018',
  doc: 'optimistic mirror descent: twice the present gradient less the previous one',
  sentences: SENTENCES,
  theory: ({ singular }) => (singular ? [] : [SENTENCES.inwards]),
  parameters: [LEARNING_RATE],
  // mu^2 - (1 + 2 z) mu + z = 0, z = i w h, has a root on the unit circle at w h = 1/sqrt(3).
  criticalStep: (frequency) => 1 / (Math.sqrt(3) * frequency),
  solverState: ['previous'],
  numericalDissipation: 0,
  largestErrorRatio: Infinity,
  stepper: (dynamics) => {
    const [derivative, previous] = newStates(dynamics, 2) as [AugmentedState, AugmentedState];
    return {
      solverState: [previous],
      begin: (state) => dynamics.vectorField(state, previous),
      step: (state, h, change) => {
        dynamics.vectorField(state, derivative);
        for (let i = 0; i < change.length; i++) {
          change[i] = h * (2 * derivative[i]! - previous[i]!);
        }
        previous.set(derivative);
        return errorRatioSquaredOfChange(state, change);
      },
    };
  },
};
