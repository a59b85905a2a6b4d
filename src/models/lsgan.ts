import { criticalL2 } from './critical.ts';
import { declareMessages } from './message.ts';
import type { Model } from './model.ts';
import { secondOfDrives } from './derivatives/second.ts';
import { logit, logitJvp } from './state.ts';

const SENTENCES = declareMessages('model.lsgan.theory', {
  flat: 'With the fake label a = 0 every state with φ = 0 is at rest, so θ stops wherever it happens to be: training ends, and nothing was learnt.',
  flatCreeping:
    'With the fake label a = 0 every state with φ = 0 is at rest. Where L = 0, θ stops at one of them; elsewhere it diverges slowly, |θ|⁶ ≈ 6g²L²t. It never converges.',
  targetZeroWithL2:
    'With the target g = 0 the linearisation does not attract; nonlinear terms bring θ to 0, but only as 1/√t.',
  targetZero:
    'With the target g = 0 θ converges and φ does not: it stops away from 0, or where L ≠ 0 grows for ever.',
  saddle:
    'With a and g of the same sign the equilibrium is a saddle: almost every start leaves it.',
  sink: 'L2 turns the centre into a sink.',
  creepsToCentre: 'The linearisation is a centre; nonlinear terms move θ to 0, as slowly as 1/√t.',
  creepsToCircle:
    'The linearisation is a centre; nonlinear terms move the orbit slowly towards the circle fixed by L, never to 0 unless L = 0.',
});

/** Slopes of u - a and of g - u. */
const LINEAR_DRIVES = [
  [1, 0],
  [-1, 0],
] as const;

/** Least-squares GAN (Mao et al. 2017). */
export const lsgan: Model = {
  id: 'lsgan',
  title: 'LSGAN',
  source: 'Mao et al. 2017',
  parameters: [
    {
      kind: 'number',
      name: 'a',
      symbol: 'a',
      default: -1,
      min: -2,
      max: 2,
      step: 0.05,
      doc: 'label of the fake sample',
    },
    {
      kind: 'number',
      name: 'g',
      symbol: 'g',
      default: 1,
      min: -2,
      max: 2,
      step: 0.05,
      doc: 'what the generator wants the discriminator to say',
    },
  ],
  sentences: SENTENCES,
  formula: () => ({
    lossD: String.raw`\tfrac12(u-a)^2`,
    lossG: String.raw`\tfrac12(u-g)^2`,
    phi: String.raw`-(u-a)\,\theta`,
    theta: String.raw`(g-u)\,\varphi`,
  }),
  theory: ({ parameters, modifiers: { l2 }, oneDimensional }) => {
    const [a, g] = [Number(parameters['a']), Number(parameters['g'])];
    if (a === 0) {
      if (l2 > 0 || oneDimensional || g === 0) return [SENTENCES.flat];
      return [SENTENCES.flatCreeping];
    }
    if (g === 0) {
      return [l2 > 0 ? SENTENCES.targetZeroWithL2 : SENTENCES.targetZero];
    }
    if (a * g > 0) {
      return [SENTENCES.saddle];
    }
    if (l2 > 0) return [SENTENCES.sink];
    return [oneDimensional ? SENTENCES.creepsToCentre : SENTENCES.creepsToCircle];
  },
  critical: (values) => criticalL2(values, -Number(values['a']) * Number(values['g'])),
  game: (values) => {
    const [a, g] = [Number(values['a']), Number(values['g'])];
    return {
      // |phi|^2 falls by 2 u^2, to 0: were |theta| bounded, L = |phi| |theta| sin would not be kept.
      alwaysGrows: a === 0 && g !== 0,
      lossD: (s) => (logit(s) - a) ** 2 / 2,
      lossG: (s) => (logit(s) - g) ** 2 / 2,
      field: (phi1, phi2, theta1, theta2) => {
        const u = phi1 * theta1 + phi2 * theta2;
        return {
          phi1: -(u - a) * theta1,
          phi2: -(u - a) * theta2,
          theta1: (g - u) * phi1,
          theta2: (g - u) * phi2,
        };
      },
      jvp: (s, t, out) => {
        const u = logit(s);
        const change = logitJvp(s, t);
        out[0] = -(u - a) * t[2]! - change * s[2]!;
        out[1] = -(u - a) * t[3]! - change * s[3]!;
        out[2] = (g - u) * t[0]! - change * s[0]!;
        out[3] = (g - u) * t[1]! - change * s[1]!;
      },
      second: secondOfDrives(() => LINEAR_DRIVES),
    };
  },
};
