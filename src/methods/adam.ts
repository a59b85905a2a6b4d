import { declareMessages } from '../models/message.ts';
import type { NumberParameter } from '../models/parameter.ts';
import {
  newStates,
  errorRatioSquaredOfChange,
  type Method,
  type AugmentedState,
} from './method.ts';
import { LEARNING_RATE } from './step.ts';

function beta(name: string, symbol: string, value: number, doc: string): NumberParameter {
  return { kind: 'number', name, symbol, default: value, min: 0, max: 0.9999, step: 0.001, doc };
}

const SENTENCES = declareMessages('method.adam.theory', {
  stepLength:
    'Adam moves by about h in every component whatever the gradient, so it does not settle closer to a rest than about h.',
  singular:
    'Adam divides by the size of its gradients, which is 0 at the equilibrium: its step has no derivative there.',
});

/** Adam (Kingma and Ba 2015, algorithm 1), both players at once, each with its own decay rates. */
export const adam: Method = {
  id: 'adam',
  title: 'Adam',
  kind: 'rule',
  source: 'Kingma & Ba 2015',
  doc: 'Adam: moves of about h in every component, whatever the size of its gradient',
  sentences: SENTENCES,
  theory: () => [SENTENCES.stepLength],
  parameters: [
    LEARNING_RATE,
    // 0.5 is what GANs are trained with since Radford et al. 2016.
    beta('beta1D', 'β₁D', 0.5, 'memory of the discriminator’s gradients'),
    beta('beta2D', 'β₂D', 0.999, 'memory of the discriminator’s squared gradients'),
    beta('beta1G', 'β₁G', 0.5, 'memory of the generator’s gradients'),
    beta('beta2G', 'β₂G', 0.999, 'memory of the generator’s squared gradients'),
    {
      kind: 'number',
      name: 'adamEps',
      symbol: 'Adam-ε',
      default: 1e-8,
      min: 1e-12,
      max: 10,
      step: 1e-8,
      logarithmic: true,
      doc: 'added to the root of the mean squared gradient; where it is much larger than that, Adam is momentum',
    },
  ],
  singularAtEquilibrium: SENTENCES.singular,
  solverState: ['first', 'second', 'weights'],
  numericalDissipation: 0,
  largestErrorRatio: Infinity,
  constantStepSize: true,
  stepper: (dynamics, values) => {
    const [derivative, first, second, weights] = newStates(dynamics, 4) as [
      AugmentedState,
      AugmentedState,
      AugmentedState,
      AugmentedState,
    ];
    const [beta1D, beta2D] = [Number(values['beta1D']), Number(values['beta2D'])];
    const [beta1G, beta2G] = [Number(values['beta1G']), Number(values['beta2G'])];
    const eps = Number(values['adamEps']);
    return {
      solverState: [first, second, weights],
      begin: () => [first, second, weights].forEach((solverState) => solverState.fill(0)),
      step: (state, h, change) => {
        dynamics.vectorField(state, derivative);
        // The moving averages of 1, 1 - beta^t: what the averages of gradients are divided by.
        [beta1D, beta2D, beta1G, beta2G].forEach((b, i) => {
          weights[i] = b * weights[i]! + (1 - b);
        });
        for (let i = 0; i < 4; i++) {
          const discriminator = i < 2;
          const [b1, b2] = discriminator ? [beta1D, beta2D] : [beta1G, beta2G];
          const [w1, w2] = discriminator ? [weights[0]!, weights[1]!] : [weights[2]!, weights[3]!];
          const g = derivative[i]!;
          first[i] = b1 * first[i]! + (1 - b1) * g;
          second[i] = b2 * second[i]! + (1 - b2) * g * g;
          const mean = first[i]! / w1;
          const root = Math.sqrt(second[i]! / w2);
          change[i] = (h * mean) / (root + eps);
          if (change.length === 4) continue;
          // The derivative of the lines above; that of a root at 0 is left out.
          const tangent = derivative[4 + i]!;
          first[4 + i] = b1 * first[4 + i]! + (1 - b1) * tangent;
          second[4 + i] = b2 * second[4 + i]! + (1 - b2) * 2 * g * tangent;
          const rootTangent = root === 0 ? 0 : second[4 + i]! / w2 / (2 * root);
          change[4 + i] =
            (h * (first[4 + i]! / w1 - (mean * rootTangent) / (root + eps))) / (root + eps);
        }
        return errorRatioSquaredOfChange(state, change);
      },
    };
  },
};
