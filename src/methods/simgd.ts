import { declareMessages } from '../models/message.ts';
import { strain2OfChange, type Method } from './method.ts';
import { LEARNING_RATE } from './step.ts';

const SENTENCES = declareMessages('method.simgd.theory', {
  outwards:
    'Simultaneous steps push outwards: on the bilinear game by √(1+h²) a step, so what only circles under the flow diverges.',
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
  memory: [],
  damping: 0,
  largestStrain: Infinity,
  stepper: ({ velocity }) => ({
    memory: [],
    begin: () => {},
    step: (point, h, change) => {
      velocity(point, change);
      for (let i = 0; i < change.length; i++) change[i] = h * change[i]!;
      return strain2OfChange(point, change);
    },
  }),
};
