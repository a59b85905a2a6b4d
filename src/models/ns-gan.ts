import { criticalL2 } from './critical.ts';
import { declareMessages } from './message.ts';
import { logisticSlopes, oppositeLogistic, softplus, type Model } from './model.ts';
import { secondOfDrives } from './derivatives/second.ts';
import { logit, logitJvp } from './state.ts';

const SENTENCES = declareMessages('model.ns-gan.theory', {
  sink: 'L2 turns the centre into a sink: eigenvalues −μ/2 ± √(μ²−1)/2, fastest at μ = 1.',
  creepsToCentre: 'The linearisation is a centre; nonlinear terms move θ slowly to 0, as √(8/t).',
  creepsToCircle:
    'The linearisation is a centre; nonlinear terms move θ slowly to the circle of radius √|L|, never to 0 unless L = 0. The article’s figure describes only the first few revolutions.',
});

/** Goodfellow et al. 2014, section 3, the non-saturating generator loss; the article's first GAN. */
export const nsGan: Model = {
  id: 'ns-gan',
  title: 'Non-saturating GAN',
  source: 'Goodfellow et al. 2014; Mescheder et al. 2018',
  parameters: [],
  sentences: SENTENCES,
  formula: () => ({
    lossD: String.raw`-\log(1-\sigma(u))`,
    lossG: String.raw`-\log\sigma(u)`,
    phi: String.raw`-\sigma(u)\,\theta`,
    theta: String.raw`\sigma(-u)\,\varphi`,
  }),
  theory: ({ modifiers: { l2 }, oneDimensional }) => {
    if (l2 > 0) {
      return [SENTENCES.sink];
    }
    return [oneDimensional ? SENTENCES.creepsToCentre : SENTENCES.creepsToCircle];
  },
  critical: (values) => criticalL2(values, 1 / 4),
  game: () => ({
    lossD: (s) => softplus(logit(s)),
    lossG: (s) => softplus(-logit(s)),
    field: (phi1, phi2, theta1, theta2) => {
      const exponential = Math.exp(-(phi1 * theta1 + phi2 * theta2));
      const fake = 1 / (1 + exponential);
      const real = oppositeLogistic(exponential, fake);
      return {
        phi1: -fake * theta1,
        phi2: -fake * theta2,
        theta1: real * phi1,
        theta2: real * phi2,
      };
    },
    jvp: (s, t, out) => {
      const exponential = Math.exp(-logit(s));
      const fake = 1 / (1 + exponential);
      const real = oppositeLogistic(exponential, fake);
      const change = fake * real * logitJvp(s, t);
      out[0] = -fake * t[2]! - change * s[2]!;
      out[1] = -fake * t[3]! - change * s[3]!;
      out[2] = real * t[0]! - change * s[0]!;
      out[3] = real * t[1]! - change * s[1]!;
    },
    second: secondOfDrives((u) => {
      const slopes = logisticSlopes(u);
      return [slopes, [-slopes[0], -slopes[1]]];
    }),
  }),
};
