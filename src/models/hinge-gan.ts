import { criticalL2 } from './critical.ts';
import { declareMessages } from './message.ts';
import type { Model } from './model.ts';
import { logit } from './state.ts';

const SENTENCES = declareMessages('model.hinge-gan.theory', {
  sink: 'Near the equilibrium it is the bilinear game, so L2 makes it a sink.',
  drifts:
    'Where u > −1 it is the bilinear game and circles; where u < −1 the hinge loss is inactive: the discriminator stands still while θ drifts.',
});

/** Hinge loss (Lim and Ye 2017; Tran et al. 2017). */
export const hingeGan: Model = {
  id: 'hinge-gan',
  title: 'Hinge GAN',
  source: 'Lim & Ye 2017',
  parameters: [],
  sentences: SENTENCES,
  formula: () => ({
    lossD: String.raw`\max(0,1+u)`,
    lossG: String.raw`-u`,
    phi: String.raw`-[u>-1]\,\theta`,
    theta: String.raw`\varphi`,
  }),
  theory: ({ modifiers: { l2 } }) => [l2 > 0 ? SENTENCES.sink : SENTENCES.drifts],
  critical: (values) => criticalL2(values, 1),
  game: () => ({
    lossD: (s) => Math.max(0, 1 + logit(s)),
    lossG: (s) => -logit(s),
    field: (phi1, phi2, theta1, theta2) => {
      const active = phi1 * theta1 + phi2 * theta2 > -1 ? 1 : 0;
      return { phi1: -active * theta1, phi2: -active * theta2, theta1: phi1, theta2: phi2 };
    },
    jvp: (s, t, out) => {
      const active = logit(s) > -1 ? 1 : 0;
      out[0] = -active * t[2]!;
      out[1] = -active * t[3]!;
      out[2] = t[0]!;
      out[3] = t[1]!;
    },
  }),
};
