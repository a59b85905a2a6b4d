import { criticalL2, criticalPenalty } from './critical.ts';
import { declareMessages } from './message.ts';
import type { Model } from './model.ts';
import { norm, reciprocalOrZero } from './norms.ts';
import type { Values } from './parameter.ts';
import { fromPolar, polarOf } from './derivatives/second.ts';
import { logit } from './state.ts';

const SENTENCES = declareMessages('model.wgan-gp.theory', {
  bilinear: 'Without a penalty this is the bilinear game: every orbit closes after 2π.',
  linearWithL2:
    'Linear: eigenvalues −κ ± √(κ²−1) with κ = λ + μ/2. Every start converges, fastest at κ = 1.',
  linear: 'Linear: eigenvalues −λ ± √(λ²−1). Every start converges, fastest at λ = 1.',
  cycle: 'In one dimension a relaxation cycle: θ swings for ever and never settles at 0.',
  falseEquilibria: 'In one dimension false equilibria: φ → 0 while θ rests at ±2λc, away from 0.',
  smallerCircle:
    'Every start with L ≠ 0 ends on a circle of radius 2λc/(2λ+μ): L2 shrinks the circle and does not close it.',
  circle:
    'Every start with L ≠ 0 ends on the circle |θ| = |φ| = c, turning by the sign of L: two basins, told apart by signed revolutions, and neither is the equilibrium.',
  singular:
    'At φ = θ = 0 the field has no Jacobian: the penalty pushes |φ| towards c with a force of 2λc, whose direction φ/|φ| jumps there.',
});

/**
 * At the rest in one dimension, phi -> 0 and theta = 2 lambda c phi/|phi|, theta and the penalty's
 * pull cancel in phi'. Where they do to this share, a few roundings, and phi is as short, phi' is known
 * by neither its size nor its sign, and phi would hop over 0, where the field jumps by 4 lambda c.
 * There `decayAtRest` is taken for it. A faster one would let a rule's momentum carry phi over 0.
 */
const ROUNDING = 2 ** -49;

/**
 * The rate at which phi decays at the rest in one dimension, by unit of rateD: the slower root of
 * `x^2 - 2 kappa x + rateG/rateD = 0`, kappa = lambda + mu/2. L2 takes mu of it, the game itself the rest.
 */
function decayAtRest(lambda: number, values: Values): number {
  const l2 = Number(values['l2']);
  const kappa = lambda + l2 / 2;
  const ratio = Number(values['rateG']) / Number(values['rateD']);
  return kappa - Math.sqrt(Math.max(0, kappa * kappa - ratio)) - l2;
}

/**
 * WGAN with a gradient penalty (Gulrajani et al. 2017). c = 1 is the original, c = 0 the
 * zero-centred penalty, which the article calls WGAN-div.
 */
/** Whether paths in one dimension end at theta = +-2 lambda c, phi -> 0: the node there is no focus. */
function comesToRest(lambda: number, { l2, rateD, rateG }: Values): boolean {
  return lambda + Number(l2) / 2 >= Math.sqrt(Number(rateG) / Number(rateD));
}

export const wganGp: Model = {
  id: 'wgan-gp',
  title: 'WGAN-GP',
  source: 'Gulrajani et al. 2017; c = 0: Mescheder et al. 2018',
  parameters: [
    {
      kind: 'number',
      name: 'lambda',
      textId: 'wgan-gp.lambda',
      symbol: 'λ',
      default: 0.1,
      min: 0,
      // 10 is the value of its paper.
      max: 100,
      step: 0.01,
      logarithmic: true,
      doc: 'strength of the gradient penalty',
    },
    {
      kind: 'number',
      name: 'c',
      symbol: 'c',
      default: 1,
      min: 0,
      max: 2,
      step: 0.01,
      doc: 'gradient norm the penalty asks for: 1 the original, 0 zero-centred',
    },
  ],
  sentences: SENTENCES,
  formula: () => ({
    lossD: String.raw`u+\lambda(|\varphi|-c)^2`,
    lossG: String.raw`-u`,
    phi: String.raw`-\theta-2\lambda\Bigl(1-\dfrac{c}{|\varphi|}\Bigr)\varphi`,
    theta: String.raw`\varphi`,
  }),
  theory: ({ parameters, modifiers: { l2, rateD, rateG }, oneDimensional }) => {
    const lambda = Number(parameters['lambda']);
    if (lambda === 0 && l2 === 0) {
      return [SENTENCES.bilinear];
    }
    if (lambda === 0 || parameters['c'] === 0) {
      return [l2 > 0 ? SENTENCES.linearWithL2 : SENTENCES.linear];
    }
    if (oneDimensional) {
      return [
        comesToRest(lambda, { l2, rateD, rateG }) ? SENTENCES.falseEquilibria : SENTENCES.cycle,
      ];
    }
    return [l2 > 0 ? SENTENCES.smallerCircle : SENTENCES.circle];
  },
  critical: (values) => {
    if (values['c'] === 0) return criticalPenalty(values, 'lambda');
    return values['lambda'] === 0 ? criticalL2(values, 1) : undefined;
  },
  game: (values) => {
    const [lambda, c] = [Number(values['lambda']), Number(values['c'])];
    const rounding = ROUNDING * 2 * lambda * c;
    const decay = decayAtRest(lambda, values);
    // 1/|phi| of a phi as short.
    const long = lambda / (2 * rounding);
    /** Whether theta and the penalty's pull cancel, to rounding, where phi is short. */
    const isResting = (phi1: number, phi2: number, theta1: number, theta2: number) => {
      const inverse = reciprocalOrZero(norm(phi1, phi2));
      const left = 2 * lambda * c - (phi1 * theta1 + phi2 * theta2) * inverse;
      const across = (phi1 * theta2 - phi2 * theta1) * inverse;
      return Math.abs(left) < rounding && Math.abs(across) < rounding;
    };
    return {
      lossD: (s) => logit(s) + lambda * (norm(s[0]!, s[1]!) - c) ** 2,
      lossG: (s) => -logit(s),
      field: (phi1, phi2, theta1, theta2) => {
        const inverse = reciprocalOrZero(norm(phi1, phi2));
        const pull = 2 * lambda * (1 - c * inverse);
        let derivative1 = -theta1 - pull * phi1;
        let derivative2 = -theta2 - pull * phi2;
        if (inverse > long && isResting(phi1, phi2, theta1, theta2)) {
          derivative1 = -decay * phi1;
          derivative2 = -decay * phi2;
        }
        // One object: of two, an integrator's loop could leave neither out.
        return { phi1: derivative1, phi2: derivative2, theta1: phi1, theta2: phi2 };
      },
      jvp: (s, t, out) => {
        const inverse = reciprocalOrZero(norm(s[0]!, s[1]!));
        const n1 = s[0]! * inverse;
        const n2 = s[1]! * inverse;
        // phi/|phi| turns with the part of t across it.
        const turning = c * (n1 * t[1]! - n2 * t[0]!) * inverse;
        out[0] = -t[2]! - 2 * lambda * (t[0]! + turning * n2);
        out[1] = -t[3]! - 2 * lambda * (t[1]! - turning * n1);
        out[2] = t[0]!;
        out[3] = t[1]!;
      },
      // phi/|phi| turns, and the less the longer phi is.
      second: (s, t, r, out) => {
        const polar = polarOf(s, t, r, 0);
        const { inverse, alongT, acrossT, alongR, acrossR } = polar;
        const pull = -2 * lambda * c * inverse * inverse;
        fromPolar(
          polar,
          pull * acrossT * acrossR,
          pull * (alongT * acrossR + acrossT * alongR),
          out,
        );
      },
      ...(lambda !== 0 &&
        c !== 0 && {
          singularAtEquilibrium: SENTENCES.singular,
          directional: true,
          // |phi| = |theta| = 2 lambda c/(2 lambda + mu) but for learning rates; on lines a cycle or a rest.
          limitCycle: true,
          ...(comesToRest(lambda, values) && { restsOnLine: [-2 * lambda * c, 2 * lambda * c] }),
        }),
    };
  },
};
