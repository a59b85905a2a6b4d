import { criticalL2 } from './critical.ts';
import { declareMessages } from './message.ts';
import type { Model } from './model.ts';
import { norm, reciprocalOrZero } from './norms.ts';
import { fromPolar, polarOf } from './derivatives/second.ts';
import { angularMomentum, logit } from './state.ts';

const SENTENCES = declareMessages('model.gan-qp.theory', {
  converges: 'With L2 on the discriminator it converges: the article’s remedy.',
  line: 'With L = 0, as here in one dimension, it converges, but only as 1/t.',
  circle:
    'L is conserved while E falls: every start ends on a circle of radius √|L|, and only L = 0 converges, as 1/t.',
});

/** GAN with a quadratic potential (Su 2018). The loss divides by |theta|, so the field does. */
export const ganQp: Model = {
  id: 'gan-qp',
  title: 'GAN-QP',
  source: 'Su 2018, arXiv:1811.07296',
  parameters: [
    {
      kind: 'number',
      name: 'lambda',
      textId: 'gan-qp.lambda',
      symbol: 'λ',
      default: 1,
      min: 0.05,
      max: 10,
      step: 0.05,
      doc: 'width of the quadratic potential',
    },
  ],
  sentences: SENTENCES,
  formula: () => ({
    lossD: String.raw`u+\dfrac{u^2}{2\lambda|\theta|}`,
    lossG: String.raw`-u`,
    phi: String.raw`-\theta-\dfrac{u\,\theta}{\lambda|\theta|}`,
    theta: String.raw`\varphi`,
  }),
  theory: ({ modifiers: { l2 }, oneDimensional }) => {
    if (l2 > 0) return [SENTENCES.converges];
    return [oneDimensional ? SENTENCES.line : SENTENCES.circle];
  },
  critical: (values) => criticalL2(values, 1),
  game: (values) => {
    const lambda = Number(values['lambda']);
    return {
      lossD: (s) => {
        const u = logit(s);
        return u + ((u * u) / (2 * lambda)) * reciprocalOrZero(norm(s[2]!, s[3]!));
      },
      lossG: (s) => -logit(s),
      field: (phi1, phi2, theta1, theta2) => {
        const u = phi1 * theta1 + phi2 * theta2;
        const push = 1 + u * reciprocalOrZero(lambda * norm(theta1, theta2));
        return { phi1: -push * theta1, phi2: -push * theta2, theta1: phi1, theta2: phi2 };
      },
      jvp: (s, t, out) => {
        const inverse = reciprocalOrZero(norm(s[2]!, s[3]!));
        const n1 = s[2]! * inverse;
        const n2 = s[3]! * inverse;
        const push = 1 + (logit(s) / lambda) * inverse;
        // |theta| times the change of u/|theta|: phi turns against theta/|theta| by the parts of both
        // across it, and nothing is divided by |theta| twice.
        const turning = angularMomentum(s) * inverse * (n1 * t[3]! - n2 * t[2]!);
        const change = (t[0]! * s[2]! + t[1]! * s[3]! - turning) / lambda;
        out[0] = -push * t[2]! - change * n1;
        out[1] = -push * t[3]! - change * n2;
        out[2] = t[0]!;
        out[3] = t[1]!;
      },
      // phi' + theta is -M phi/lambda, M = theta theta^T/|theta|, which is linear in phi.
      second: (s, t, r, out) => {
        const polar = polarOf(s, t, r, 2);
        const { inverse, n1, n2, alongT, acrossT, alongR, acrossR } = polar;
        const split = (v: ArrayLike<number>) =>
          [n1 * v[0]! + n2 * v[1]!, n1 * v[1]! - n2 * v[0]!] as const;
        const [along, across] = split(s);
        const [phiT, phiAcrossT] = split(t);
        const [phiR, phiAcrossR] = split(r);
        const bent = acrossT * acrossR * inverse;
        fromPolar(
          polar,
          -(
            alongT * phiR +
            acrossT * phiAcrossR +
            alongR * phiT +
            acrossR * phiAcrossT -
            bent * along
          ) / lambda,
          -(acrossT * phiR + acrossR * phiT + 2 * bent * across) / lambda,
          out,
        );
      },
    };
  },
};
