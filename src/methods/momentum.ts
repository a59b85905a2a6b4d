import { declareMessages, fill } from '../models/message.ts';
import {
  newStates,
  errorRatioSquaredOfChange,
  type Method,
  type AugmentedState,
} from './method.ts';
import { moveDiscriminator } from './players.ts';
import { LEARNING_RATE } from './step.ts';

const SENTENCES = declareMessages('method.momentum.theory', {
  faster: 'Momentum makes simultaneous steps diverge faster on the bilinear game.',
  slower:
    'Negative momentum slows the divergence of simultaneous steps on the bilinear game, and does not end it.',
  diverges: 'Alternating steps with positive momentum diverge on the bilinear game.',
  converges:
    'Alternating steps with negative momentum converge on the bilinear game while ωh < {limit}.',
});

/** Gradient descent with Polyak's momentum: `m <- beta m + v`, `s <- s + h m`. */
export const momentum: Method = {
  id: 'momentum',
  title: 'Momentum',
  kind: 'rule',
  source: 'Polyak 1964; negative in games: Gidel et al. 2019',
  doc: 'gradient descent with momentum: a share β of the last move is added to the next; negative β damps',
  sentences: SENTENCES,
  theory: ({ method }) => {
    const beta = Number(method.parameters['beta']);
    if (beta === 0) return [];
    if (method.parameters['alternating'] !== true) {
      return [beta > 0 ? SENTENCES.faster : SENTENCES.slower];
    }
    if (beta > 0) return [SENTENCES.diverges];
    return [fill(SENTENCES.converges, { limit: 2 * (1 + beta) })];
  },
  parameters: [
    LEARNING_RATE,
    {
      kind: 'number',
      name: 'beta',
      symbol: 'momentum β',
      default: 0.5,
      min: -0.95,
      max: 0.95,
      step: 0.05,
      doc: 'share of the last move in the next; negative: against it',
    },
    {
      kind: 'boolean',
      name: 'alternating',
      symbol: 'alternating',
      default: false,
      doc: 'the generator moves after the discriminator and sees its move',
    },
  ],
  solverState: ['moment'],
  numericalDissipation: 0,
  largestErrorRatio: Infinity,
  stepper: (dynamics, values) => {
    const beta = Number(values['beta']);
    const alternating = values['alternating'] === true;
    const [derivative, moved, moment] = newStates(dynamics, 3) as [
      AugmentedState,
      AugmentedState,
      AugmentedState,
    ];
    return {
      solverState: [moment],
      begin: () => moment.fill(0),
      step: (state, h, change) => {
        dynamics.vectorField(state, derivative);
        if (alternating) {
          moved.set(state);
          moveDiscriminator(moved, h * beta, moment);
          moveDiscriminator(moved, h, derivative);
          dynamics.project(moved);
          dynamics.vectorField(moved, change);
          // The generator's derivative at the discriminator's newest state.
          for (let i = 2; i < change.length; i += 4) {
            derivative[i] = change[i]!;
            derivative[i + 1] = change[i + 1]!;
          }
        }
        for (let i = 0; i < change.length; i++) {
          moment[i] = beta * moment[i]! + derivative[i]!;
          change[i] = h * moment[i]!;
        }
        return errorRatioSquaredOfChange(state, change);
      },
    };
  },
};
