import { declareMessages } from './message.ts';
import type { Game, Model } from './model.ts';
import { norm, reciprocalOrZero } from './norms.ts';
import { fromPolar, polarOf } from './derivatives/second.ts';
import { angularMomentum, logit } from './state.ts';

const SENTENCES = declareMessages('model.wgan.theory', {
  lineWithL2:
    'In one dimension φ/|φ| is only a sign: L2 shrinks φ, and θ walks away at unit speed all the same.',
  line: 'In one dimension φ/|φ| is only a sign: φ stands still and θ walks away at unit speed.',
  shrinks:
    'L2 shrinks |φ| while the loss only turns it; the smaller |φ|, the faster the turning and the stiffer the flow.',
  circles:
    'The loss cannot change |φ|, only turn it: from L ≠ 0, θ circles the equilibrium and never reaches it. With small |φ| the flow is stiff.',
  singular:
    'At φ = θ = 0 the field has no Jacobian: the direction φ/|φ| of its pull on θ jumps there.',
});

/** Below this |phi|^2 the derivative, which grows as 1/|phi|^2, may be out of float64. */
const SHORT_SQUARE = 1e-280;

const jvp: Game['jvp'] = (s, t, out) => {
  const inverse = reciprocalOrZero(norm(s[0]!, s[1]!));
  const n1 = s[0]! * inverse;
  const n2 = s[1]! * inverse;
  // phi/|phi| turns at `turn` along t, and phi' is `across` times (n2, -n1).
  const turn = (s[0]! * t[1]! - s[1]! * t[0]!) * inverse * inverse;
  const across = angularMomentum(s) * inverse * inverse;
  const change =
    ((s[0]! * t[3]! - s[1]! * t[2]!) * inverse -
      turn * (n1 * s[2]! + n2 * s[3]!) -
      across * (n1 * t[0]! + n2 * t[1]!)) *
    inverse;
  out[0] = change * n2 + across * turn * n1;
  out[1] = -change * n1 + across * turn * n2;
  out[2] = -turn * n2;
  out[3] = turn * n1;
};

/** Of -(d(phi/|phi|)) theta and phi/|phi|: what of each lies across phi, over |phi|, turns it. */
const second: NonNullable<Game['second']> = (s, t, r, out) => {
  const polar = polarOf(s, t, r, 0);
  const { inverse, n1, n2 } = polar;
  // In units of |phi|.
  const [at, ct] = [polar.alongT * inverse, polar.acrossT * inverse];
  const [ar, cr] = [polar.alongR * inverse, polar.acrossR * inverse];
  const split = (v: ArrayLike<number>) =>
    [n1 * v[2]! + n2 * v[3]!, n1 * v[3]! - n2 * v[2]!] as const;
  const [along, across] = split(s);
  const [alongT, acrossT] = split(t);
  const [alongR, acrossR] = split(r);
  const mixed = at * cr + ct * ar;
  // The third derivative of |phi|, along t, r and theta; and its second one, along t and r's theta and the reverse.
  const third = 2 * (along * ct * cr + across * mixed);
  const thirdAcross = 2 * along * mixed - across * (3 * ct * cr - 2 * at * ar);
  const twice = ct * acrossR + cr * acrossT;
  const twiceAcross = at * acrossR + ct * alongR + ar * acrossT + cr * alongT;
  fromPolar(polar, inverse * (twice - third), inverse * (twiceAcross - thirdAcross), out);
  const [directionAlong, directionAcross] = [-ct * cr, -mixed];
  out[2] = directionAlong * n1 - directionAcross * n2;
  out[3] = directionAlong * n2 + directionAcross * n1;
};

/** l' = x l/|phi|^2, by Simpson's rule: x moves evenly, and |phi| as an exponential. */
const acrossGrowth: Model['acrossGrowth'] = (phiFrom, phiTo, alongFrom, alongTo) =>
  (alongFrom / phiFrom / phiFrom +
    (2 * (alongFrom + alongTo)) / phiFrom / phiTo +
    alongTo / phiTo / phiTo) /
  6;

/**
 * Wasserstein GAN with a discriminator of unit norm, `D(x) = x . phi/|phi|`. For this linear
 * discriminator it is the same as spectral normalisation (Miyato et al. 2018).
 */
export const wgan: Model = {
  id: 'wgan',
  title: 'WGAN, unit-norm discriminator',
  source: 'Arjovsky et al. 2017; Miyato et al. 2018',
  parameters: [],
  sentences: SENTENCES,
  formula: () => ({
    lossD: String.raw`\dfrac{u}{|\varphi|}`,
    lossG: String.raw`-\dfrac{u}{|\varphi|}`,
    phi: String.raw`-\dfrac{\theta}{|\varphi|}+\dfrac{u\,\varphi}{|\varphi|^3}`,
    theta: String.raw`\dfrac{\varphi}{|\varphi|}`,
  }),
  theory: ({ modifiers: { l2 }, oneDimensional }) => {
    if (oneDimensional && l2 > 0) {
      return [SENTENCES.lineWithL2];
    }
    if (oneDimensional) {
      return [SENTENCES.line];
    }
    return [l2 > 0 ? SENTENCES.shrinks : SENTENCES.circles];
  },
  acrossGrowth,
  game: () => ({
    singularAtEquilibrium: SENTENCES.singular,
    lossD: (s) => logit(s) * reciprocalOrZero(norm(s[0]!, s[1]!)),
    lossG: (s) => -logit(s) * reciprocalOrZero(norm(s[0]!, s[1]!)),
    field: (phi1, phi2, theta1, theta2) => {
      const inverse = reciprocalOrZero(norm(phi1, phi2));
      // theta - u phi/|phi|^2 is theta's part across phi, (L/|phi|^2) (-phi2, phi1). Written so, no
      // rounding turns a player for whom L = 0, as in one dimension. 1/|phi|^2 alone may overflow.
      const turning = (phi1 * theta2 - phi2 * theta1) * inverse * inverse;
      const n1 = phi1 * inverse;
      const n2 = phi2 * inverse;
      return { phi1: turning * n2, phi2: -turning * n1, theta1: n1, theta2: n2 };
    },
    jvp: (s, t, out) => {
      if (s[0]! ** 2 + s[1]! ** 2 < SHORT_SQUARE) out.fill(0);
      else jvp(s, t, out);
    },
    second: (s, t, r, out) => {
      if (s[0]! ** 2 + s[1]! ** 2 < SHORT_SQUARE) out.fill(0);
      else second(s, t, r, out);
    },
    directional: true,
    // |phi| and |theta|^2/2 - |phi|^2 ln|L| are kept: L has a largest value, and a least.
    alwaysOrbits: true,
  }),
};
