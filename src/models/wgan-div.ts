import { criticalL2, criticalPenalty } from './critical.ts';
import { declareMessages } from './message.ts';
import type { Model } from './model.ts';
import { norm, reciprocalOrZero } from './norms.ts';
import { fromPolar, polarOf } from './derivatives/second.ts';
import { logit } from './state.ts';

const SENTENCES = declareMessages('model.wgan-div.theory', {
  bilinear: 'Without a penalty this is the bilinear game.',
  exponential:
    'The penalty damps linearly near the equilibrium: every start converges exponentially.',
  algebraic:
    'Every start converges, but the penalty fades as |φ|ᵖ near the equilibrium, so the decay is algebraic: the closer, the slower.',
});

/** Wasserstein divergence (Wu et al. 2018); k = 2, p = 6 are that paper's. */
export const wganDiv: Model = {
  id: 'wgan-div',
  title: 'WGAN-div',
  source: 'Wu et al. 2018',
  parameters: [
    {
      kind: 'number',
      name: 'k',
      symbol: 'k',
      default: 2,
      min: 0,
      max: 10,
      step: 0.1,
      doc: 'strength of the gradient penalty',
    },
    {
      kind: 'number',
      name: 'p',
      symbol: 'p',
      default: 6,
      min: 2,
      max: 10,
      step: 0.5,
      doc: 'power of the gradient norm in the penalty',
    },
  ],
  sentences: SENTENCES,
  formula: () => ({
    lossD: String.raw`u+k|\varphi|^p`,
    lossG: String.raw`-u`,
    phi: String.raw`-\theta-k\,p\,|\varphi|^{p-2}\varphi`,
    theta: String.raw`\varphi`,
  }),
  theory: ({ parameters, modifiers: { l2 } }) => {
    if (parameters['k'] === 0 && l2 === 0) return [SENTENCES.bilinear];
    if (parameters['p'] === 2 || l2 > 0) {
      return [SENTENCES.exponential];
    }
    return [SENTENCES.algebraic];
  },
  critical: (values) => (values['p'] === 2 ? criticalPenalty(values, 'k') : criticalL2(values, 1)),
  game: (values) => {
    const [k, p] = [Number(values['k']), Number(values['p'])];
    return {
      // E' = -k p |phi|^p, and no path but 0 has phi = 0 for ever (LaSalle).
      alwaysConverges: k > 0,
      lossD: (s) => logit(s) + k * norm(s[0]!, s[1]!) ** p,
      lossG: (s) => -logit(s),
      field: (phi1, phi2, theta1, theta2) => {
        const pull = k * p * norm(phi1, phi2) ** (p - 2);
        return {
          phi1: -theta1 - pull * phi1,
          phi2: -theta2 - pull * phi2,
          theta1: phi1,
          theta2: phi2,
        };
      },
      jvp: (s, t, out) => {
        const size = norm(s[0]!, s[1]!);
        const inverse = reciprocalOrZero(size);
        const n1 = s[0]! * inverse;
        const n2 = s[1]! * inverse;
        const pull = k * p * size ** (p - 2);
        const stiffening = (p - 2) * pull * (n1 * t[0]! + n2 * t[1]!);
        out[0] = -t[2]! - pull * t[0]! - stiffening * n1;
        out[1] = -t[3]! - pull * t[1]! - stiffening * n2;
        out[2] = t[0]!;
        out[3] = t[1]!;
      },
      second: (s, t, r, out) => {
        const polar = polarOf(s, t, r, 0);
        const { inverse, alongT, acrossT, alongR, acrossR } = polar;
        // k p (p - 2) |phi|^(p-3), of which p < 3 makes a pole that the field has not.
        const size = inverse === 0 ? 0 : inverse ** (3 - p);
        const pull = -k * p * (p - 2) * size;
        fromPolar(
          polar,
          pull * ((p - 1) * alongT * alongR + acrossT * acrossR),
          pull * (alongT * acrossR + acrossT * alongR),
          out,
        );
      },
    };
  },
};
