import { norm, reciprocalOrZero, type Model } from './model.ts';
import { logit } from './state.ts';

/** GAN with a quadratic potential (Su 2018). The loss divides by |theta|, so the field does. */
export const ganQp: Model = {
  id: 'gan-qp',
  title: 'GAN-QP',
  source: 'Su 2018, arXiv:1811.07296',
  parameters: [
    {
      kind: 'number',
      name: 'lambda',
      symbol: 'λ',
      default: 1,
      min: 0.05,
      max: 10,
      step: 0.05,
      doc: 'width of the quadratic potential',
    },
  ],
  formula: () => ({
    lossD: String.raw`u+\dfrac{u^2}{2\lambda|\theta|}`,
    lossG: String.raw`-u`,
    phi: String.raw`-\theta-\dfrac{u\,\theta}{\lambda|\theta|}`,
    theta: String.raw`\varphi`,
  }),
  known: ({ l2, oneDimensional }) => {
    if (l2 > 0) return 'With L2 on the discriminator it converges: the article’s remedy.';
    return oneDimensional
      ? 'With L = 0, as here in one dimension, it converges, but only as 1/t.'
      : 'L is conserved while E falls: every start ends on a circle of radius √|L|, and only L = 0 converges, as 1/t.';
  },
  game: (values) => {
    const lambda = Number(values['lambda']);
    return {
      lossD: (s) => {
        const u = logit(s);
        return u + ((u * u) / (2 * lambda)) * reciprocalOrZero(norm(s[2]!, s[3]!));
      },
      lossG: (s) => -logit(s),
      field: (s, out) => {
        const push = 1 + (logit(s) / lambda) * reciprocalOrZero(norm(s[2]!, s[3]!));
        out[0] = -push * s[2]!;
        out[1] = -push * s[3]!;
        out[2] = s[0]!;
        out[3] = s[1]!;
      },
    };
  },
};
