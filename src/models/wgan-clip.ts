import { criticalL2 } from './critical.ts';
import { declareMessages } from './message.ts';
import type { Model } from './model.ts';
import { logit } from './state.ts';

const SENTENCES = declareMessages('model.wgan-clip.theory', {
  sink: 'Inside the box it is the bilinear game with damping: L2 makes it a sink.',
  fits: 'Inside the box it is the bilinear game; the walls take energy until the orbit fits inside, and there it circles for ever.',
});

/** WGAN with weight clipping (Arjovsky et al. 2017): each component of phi in [-clip, clip]. */
export const wganClip: Model = {
  id: 'wgan-clip',
  title: 'WGAN, clipped weights',
  source: 'Arjovsky et al. 2017',
  anisotropic: true,
  parameters: [
    {
      kind: 'number',
      name: 'clip',
      symbol: 'clip',
      default: 1,
      min: 0.01,
      max: 4,
      step: 0.01,
      doc: 'bound on each component of φ',
    },
  ],
  sentences: SENTENCES,
  formula: () => ({
    lossD: String.raw`u`,
    lossG: String.raw`-u`,
    phi: String.raw`-\theta`,
    theta: String.raw`\varphi`,
    constraint: String.raw`\varphi_i\in[-\mathrm{clip},\mathrm{clip}]`,
  }),
  theory: ({ modifiers: { l2 } }) => [l2 > 0 ? SENTENCES.sink : SENTENCES.fits],
  critical: (values) => criticalL2(values, 1),
  game: (values) => {
    const clip = Number(values['clip']);
    return {
      lossD: (s) => logit(s),
      lossG: (s) => -logit(s),
      field: (phi1, phi2, theta1, theta2) => ({
        phi1: -theta1,
        phi2: -theta2,
        theta1: phi1,
        theta2: phi2,
      }),
      // The field is linear.
      jvp: (_, t, out) => {
        out[0] = -t[2]!;
        out[1] = -t[3]!;
        out[2] = t[0]!;
        out[3] = t[1]!;
      },
      project: (s) => {
        s[0] = Math.min(clip, Math.max(-clip, s[0]!));
        s[1] = Math.min(clip, Math.max(-clip, s[1]!));
      },
      projectTangent: (s, t) => {
        if (Math.abs(s[0]!) > clip) t[0] = 0;
        if (Math.abs(s[1]!) > clip) t[1] = 0;
      },
    };
  },
};
