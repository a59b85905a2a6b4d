import { declareMessages } from '../models/message.ts';
import type { NumberParameter } from '../models/parameter.ts';
import {
  newStates,
  errorRatioSquaredOfChange,
  type Method,
  type AugmentedState,
} from './method.ts';
import { moveDiscriminator } from './players.ts';
import { LEARNING_RATE } from './step.ts';

function beta(name: string, symbol: string, value: number, doc: string): NumberParameter {
  return { kind: 'number', name, symbol, default: value, min: 0, max: 0.9999, step: 0.001, doc };
}

const SENTENCES = declareMessages('method.adam.theory', {
  stepLength:
    'Adam divides gradients by their recent size: its steps do not shrink with the gradient, so that it does not come to rest at the equilibrium.',
  singular:
    'Adam divides by the size of its gradients, which is 0 at the equilibrium: its step has no derivative there.',
});

/**
 * Adam (Kingma and Ba 2015, algorithm 1), each player with its own decay rates. A learning rate
 * multiplies the player's step: a factor of the gradient would cancel in `m / sqrt(v)`.
 */
export const adam: Method = {
  id: 'adam',
  title: 'Adam',
  kind: 'rule',
  source: 'Kingma & Ba 2015',
  doc: 'Adam: gradients divided by their recent size, so that steps do not shrink with them',
  sentences: SENTENCES,
  // With a large epsilon it is momentum, which does.
  theory: ({ method }) =>
    Number(method.parameters['adamEps']) <= 1e-3 ? [SENTENCES.stepLength] : [],
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
    {
      kind: 'boolean',
      name: 'alternating',
      symbol: 'alternating',
      default: false,
      doc: 'the generator moves after the discriminator and sees its move',
    },
  ],
  singularAtEquilibrium: SENTENCES.singular,
  solverState: ['first', 'second', 'weights'],
  numericalDissipation: 0,
  largestErrorRatio: Infinity,
  constantStepSize: true,
  componentwise: true,
  memory: (values) => 1 / (1 - Math.max(Number(values['beta2D']), Number(values['beta2G']))),
  stepper: (dynamics, values) => {
    const states = newStates(dynamics, 5);
    const [gradient, moved, first, second, weights] = states as [
      AugmentedState,
      AugmentedState,
      AugmentedState,
      AugmentedState,
      AugmentedState,
    ];
    const alternating = values['alternating'] === true;
    const eps = Number(values['adamEps']);
    const player = (name: 'D' | 'G', offset: 0 | 2, rate: number) => {
      const beta1 = Number(values[`beta1${name}`]);
      const beta2 = Number(values[`beta2${name}`]);
      /** Updates the player's memories by its gradient and writes its part of the change. */
      return (h: number, change: AugmentedState) => {
        // The moving averages of 1, 1 - beta^t: what the averages of gradients are divided by.
        const weight1 = beta1 * weights[offset]! + (1 - beta1);
        const weight2 = beta2 * weights[offset + 1]! + (1 - beta2);
        weights[offset] = weight1;
        weights[offset + 1] = weight2;
        for (let i = offset; i < offset + 2; i++) {
          const g = gradient[i]!;
          first[i] = beta1 * first[i]! + (1 - beta1) * g;
          second[i] = beta2 * second[i]! + (1 - beta2) * g * g;
          const mean = first[i]! / weight1;
          const root = Math.sqrt(second[i]! / weight2);
          change[i] = (rate * h * mean) / (root + eps);
          // The derivative of the lines above; that of a root at 0 is left out.
          for (let t = 4 + i; t < change.length; t += 4) {
            const tangent = gradient[t]!;
            first[t] = beta1 * first[t]! + (1 - beta1) * tangent;
            second[t] = beta2 * second[t]! + (1 - beta2) * 2 * g * tangent;
            const rootTangent = root === 0 ? 0 : second[t]! / weight2 / (2 * root);
            change[t] =
              (rate * h * (first[t]! / weight1 - (mean * rootTangent) / (root + eps))) /
              (root + eps);
          }
        }
      };
    };
    const discriminator = player('D', 0, dynamics.rates.discriminator);
    const generator = player('G', 2, dynamics.rates.generator);
    return {
      solverState: [first, second, weights],
      begin: () => [first, second, weights].forEach((solverState) => solverState.fill(0)),
      step: (state, h, change) => {
        dynamics.gradients(state, gradient);
        discriminator(h, change);
        if (alternating) {
          moved.set(state);
          moveDiscriminator(moved, 1, change);
          dynamics.project(moved);
          dynamics.gradients(moved, gradient);
        }
        generator(h, change);
        return errorRatioSquaredOfChange(state, change);
      },
    };
  },
};
