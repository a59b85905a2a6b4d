import { criticalL2 } from './critical.ts';
import { declareMessages } from './message.ts';
import { logistic, logisticSlopes, softplus, type Model } from './model.ts';
import { secondOfDrives } from './derivatives/second.ts';
import { logit, logitJvp } from './state.ts';

const SENTENCES = declareMessages('model.saturating-gan.theory', {
  sink: 'L2 turns the centre into a sink: eigenvalues −μ/2 ± √(μ²−1)/2, fastest at μ = 1.',
  closed:
    'Zero-sum: E and L are both conserved, so every orbit is closed, exactly periodic and neutral. Nothing converges.',
});

/** Goodfellow et al. 2014, equation 1: the zero-sum game. */
export const saturatingGan: Model = {
  id: 'saturating-gan',
  title: 'Saturating GAN',
  source: 'Goodfellow et al. 2014',
  parameters: [],
  sentences: SENTENCES,
  formula: () => ({
    lossD: String.raw`-\log(1-\sigma(u))`,
    lossG: String.raw`\log(1-\sigma(u))`,
    phi: String.raw`-\sigma(u)\,\theta`,
    theta: String.raw`\sigma(u)\,\varphi`,
  }),
  theory: ({ modifiers: { l2 } }) => [l2 > 0 ? SENTENCES.sink : SENTENCES.closed],
  critical: (values) => criticalL2(values, 1 / 4),
  game: () => ({
    lossD: (s) => softplus(logit(s)),
    lossG: (s) => -softplus(logit(s)),
    field: (phi1, phi2, theta1, theta2) => {
      const fake = logistic(phi1 * theta1 + phi2 * theta2);
      return {
        phi1: -fake * theta1,
        phi2: -fake * theta2,
        theta1: fake * phi1,
        theta2: fake * phi2,
      };
    },
    jvp: (s, t, out) => {
      const u = logit(s);
      const fake = logistic(u);
      const change = fake * logistic(-u) * logitJvp(s, t);
      out[0] = -fake * t[2]! - change * s[2]!;
      out[1] = -fake * t[3]! - change * s[3]!;
      out[2] = fake * t[0]! + change * s[0]!;
      out[3] = fake * t[1]! + change * s[1]!;
    },
    second: secondOfDrives((u) => {
      const slopes = logisticSlopes(u);
      return [slopes, slopes];
    }),
  }),
};
