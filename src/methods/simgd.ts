import { declareMessages } from '../models/message.ts';
import { errorRatioSquaredOfChange, type Method } from './method.ts';
import { LEARNING_RATE } from './step.ts';

const SENTENCES = declareMessages('method.simgd.theory', {
  outwards:
    'Simultaneous steps push outwards: on the bilinear game by √(1+h²) a step. What is a neutral circle of the flow grows; a limit cycle only widens.',
});

/** Simultaneous gradient descent: `s + h v(s)`. */
export const simgd: Method = {
  id: 'simgd',
  title: 'SimGD',
  kind: 'rule',
  source: 'Mescheder et al. 2017, algorithm 1',
  doc: 'simultaneous gradient descent: both players move at once, each by its own gradient',
  sentences: SENTENCES,
  theory: () => [SENTENCES.outwards],
  parameters: [LEARNING_RATE],
  solverState: [],
  numericalDissipation: 0,
  largestErrorRatio: Infinity,
  widens: ['angularMomentum', 'discriminatorNorm'],
  stepper: ({ vectorField }) => ({
    solverState: [],
    begin: () => {},
    step: (state, h, change) => {
      vectorField(state, change);
      for (let i = 0; i < change.length; i++) change[i] = h * change[i]!;
      return errorRatioSquaredOfChange(state, change);
    },
  }),
};
