import { declareMessages } from '../models/message.ts';
import { pointsOf, shift, strain2OfChange, type Method, type Point } from './method.ts';
import { LEARNING_RATE } from './step.ts';

const SENTENCES = declareMessages('method.extragradient.theory', {
  inwards:
    'Looking ahead pulls inwards: on the bilinear game by √(1−h²+h⁴) a step, so what only circles under the flow converges.',
});

/** Extragradient: the update uses the gradients at where a first one would lead. */
export const extragradient: Method = {
  id: 'extragradient',
  title: 'Extragradient',
  kind: 'rule',
  source: 'Korpelevich 1976; Gidel et al. 2019',
  doc: 'extragradient: both players look one step ahead and move by the gradients they find there',
  sentences: SENTENCES,
  theory: () => [SENTENCES.inwards],
  parameters: [LEARNING_RATE],
  // |mu|^2 = 1 - (w h)^2 + (w h)^4
  criticalStep: (frequency) => 1 / frequency,
  memory: [],
  damping: 0,
  largestStrain: Infinity,
  stepper: (dynamics) => {
    const [slope, ahead] = pointsOf(dynamics, 2) as [Point, Point];
    return {
      memory: [],
      begin: () => {},
      step: (point, h, change) => {
        dynamics.velocity(point, slope);
        shift(ahead, point, h, slope);
        // The look ahead is a state of the players too: in the allowed set.
        dynamics.project(ahead);
        dynamics.velocity(ahead, change);
        for (let i = 0; i < change.length; i++) change[i] = h * change[i]!;
        return strain2OfChange(point, change);
      },
    };
  },
};
