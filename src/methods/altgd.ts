import { declareMessages, fill } from '../models/message.ts';
import { moveDiscriminator, moveGenerator } from './players.ts';
import {
  newStates,
  errorRatioSquaredOfChange,
  type Method,
  type AugmentedState,
} from './method.ts';
import { LEARNING_RATE } from './step.ts';

const SENTENCES = declareMessages('method.altgd.theory', {
  closed:
    'Alternating steps keep small orbits closed while ωh < {limit}, and conserve L where the flow does.',
});

/** Alternating gradient descent: one player's update uses the other's newest value. */
export const altgd: Method = {
  id: 'altgd',
  title: 'AltGD',
  kind: 'rule',
  source: 'Goodfellow et al. 2014, algorithm 1; Mescheder et al. 2018',
  doc: 'alternating gradient descent: one player moves, then the other, which sees the move',
  sentences: SENTENCES,
  theory: ({ method, singular }) =>
    singular
      ? []
      : [fill(SENTENCES.closed, { limit: 2 / Math.sqrt(Number(method.parameters['dSteps'])) })],
  parameters: [
    LEARNING_RATE,
    {
      kind: 'number',
      name: 'dSteps',
      symbol: 'D-steps',
      default: 1,
      min: 1,
      max: 10,
      step: 1,
      integer: true,
      doc: 'updates of the discriminator for one of the generator',
    },
    {
      kind: 'choice',
      name: 'first',
      symbol: 'first',
      default: 'discriminator',
      options: ['discriminator', 'generator'],
      doc: 'the player that moves first in each step',
    },
  ],
  // mu^2 - (2 - k (w h)^2) mu + 1 = 0 for k D-steps.
  criticalStep: (frequency, values) => 2 / (frequency * Math.sqrt(Number(values['dSteps']))),
  solverState: [],
  numericalDissipation: 0,
  largestErrorRatio: Infinity,
  keepsOrbits: true,
  // phi moves by its own gradient alone, whatever theta is by then.
  widens: ['discriminatorNorm'],
  stepper: (dynamics, values) => {
    const dSteps = Number(values['dSteps']);
    const [derivative, moved] = newStates(dynamics, 2) as [AugmentedState, AugmentedState];
    const discriminator = (h: number) => {
      for (let i = 0; i < dSteps; i++) {
        dynamics.vectorField(moved, derivative);
        moveDiscriminator(moved, h, derivative);
        dynamics.project(moved);
      }
    };
    const generator = (h: number) => {
      dynamics.vectorField(moved, derivative);
      moveGenerator(moved, h, derivative);
      dynamics.project(moved);
    };
    const order =
      values['first'] === 'generator' ? [generator, discriminator] : [discriminator, generator];
    return {
      solverState: [],
      begin: () => {},
      step: (state, h, change) => {
        moved.set(state);
        for (const player of order) player(h);
        for (let i = 0; i < change.length; i++) change[i] = moved[i]! - state[i]!;
        return errorRatioSquaredOfChange(state, change);
      },
    };
  },
};
