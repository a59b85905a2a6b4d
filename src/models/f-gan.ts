import { criticalL2 } from './critical.ts';
import { declareMessages } from './message.ts';
import { logistic, logisticSlopes, softplus, type Model } from './model.ts';
import { secondOfDrives } from './derivatives/second.ts';
import { logit, logitJvp } from './state.ts';

/** One divergence by its conjugate composed with its output activation, and their derivatives. */
interface Divergence {
  /** `f*(act(u))`, the discriminator's loss of the fake sample. */
  conjugate(u: number): number;
  /** `w(u)`, the derivative of `conjugate`. */
  weight(u: number): number;
  /** `w'(u)`. */
  weightDerivative(u: number): number;
  /** `w''(u)`. */
  weightCurvature(u: number): number;
  /** `act(u)`, the output activation. */
  activation(u: number): number;
  /** `act'(u)`. */
  activationDerivative(u: number): number;
  /** `act''(u)`. */
  curvature(u: number): number;
  /** `act'''(u)`. */
  curvatureDerivative(u: number): number;
  readonly tex: {
    conjugate: string;
    weight: string;
    activation: string;
    activationDerivative: string;
  };
}

/** Nowozin et al. 2016, tables 2 and 6: conjugates and output activations. */
const DIVERGENCES: Readonly<Record<string, Divergence>> = {
  kl: {
    conjugate: (u) => Math.exp(u - 1),
    weight: (u) => Math.exp(u - 1),
    weightDerivative: (u) => Math.exp(u - 1),
    weightCurvature: (u) => Math.exp(u - 1),
    activation: (u) => u,
    activationDerivative: () => 1,
    curvature: () => 0,
    curvatureDerivative: () => 0,
    tex: { conjugate: 'e^{u-1}', weight: 'e^{u-1}', activation: 'u', activationDerivative: '' },
  },
  'reverse-kl': {
    conjugate: (u) => -1 + u,
    weight: () => 1,
    weightDerivative: () => 0,
    weightCurvature: () => 0,
    activation: (u) => -Math.exp(-u),
    activationDerivative: (u) => Math.exp(-u),
    curvature: (u) => -Math.exp(-u),
    curvatureDerivative: (u) => Math.exp(-u),
    tex: { conjugate: 'u-1', weight: '', activation: '-e^{-u}', activationDerivative: 'e^{-u}' },
  },
  pearson: {
    conjugate: (u) => (u * u) / 4 + u,
    weight: (u) => 1 + u / 2,
    weightDerivative: () => 1 / 2,
    weightCurvature: () => 0,
    activation: (u) => u,
    activationDerivative: () => 1,
    curvature: () => 0,
    curvatureDerivative: () => 0,
    tex: {
      conjugate: String.raw`\tfrac14u^2+u`,
      weight: String.raw`\bigl(1+\tfrac u2\bigr)`,
      activation: 'u',
      activationDerivative: '',
    },
  },
  hellinger: {
    conjugate: (u) => Math.exp(u) - 1,
    weight: (u) => Math.exp(u),
    weightDerivative: (u) => Math.exp(u),
    weightCurvature: (u) => Math.exp(u),
    activation: (u) => 1 - Math.exp(-u),
    activationDerivative: (u) => Math.exp(-u),
    curvature: (u) => -Math.exp(-u),
    curvatureDerivative: (u) => Math.exp(-u),
    tex: {
      conjugate: 'e^u-1',
      weight: 'e^u',
      activation: '1-e^{-u}',
      activationDerivative: 'e^{-u}',
    },
  },
  js: {
    conjugate: (u) => softplus(u) - Math.LN2,
    weight: (u) => logistic(u),
    weightDerivative: (u) => logistic(u) * logistic(-u),
    weightCurvature: (u) => logisticSlopes(u)[1],
    activation: (u) => Math.LN2 - softplus(-u),
    activationDerivative: (u) => logistic(-u),
    curvature: (u) => -logistic(u) * logistic(-u),
    curvatureDerivative: (u) => -logisticSlopes(u)[1],
    tex: {
      conjugate: String.raw`\log(1+e^u)-\log2`,
      weight: String.raw`\sigma(u)`,
      activation: String.raw`\log2-\log(1+e^{-u})`,
      activationDerivative: String.raw`\sigma(-u)`,
    },
  },
};

function divergenceOf(values: Readonly<Record<string, unknown>>): Divergence {
  return DIVERGENCES[String(values['divergence'])]!;
}

const SENTENCES = declareMessages('model.f-gan.theory', {
  sink: 'L2 turns the centre into a sink.',
  bilinear: 'Exactly the bilinear game: every orbit closes after 2π.',
  closedUnlessFlat:
    'Zero-sum: E and L are conserved and orbits are closed, but for those that meet u = −2: there both players’ gradients vanish and training stops short.',
  closed:
    'Zero-sum: E and L are both conserved, so every orbit is closed and neutral, whatever the divergence.',
  creepsToCentre: 'The linearisation is a centre; nonlinear terms move θ to 0, as slowly as 1/√t.',
  creepsToCircle:
    'The linearisation is a centre; nonlinear terms move the orbit slowly towards the circle fixed by L, never to 0 unless L = 0.',
});

/** f-GAN (Nowozin et al. 2016): the article's "every f-GAN". */
export const fGan: Model = {
  id: 'f-gan',
  title: 'f-GAN',
  source: 'Nowozin et al. 2016',
  parameters: [
    {
      kind: 'choice',
      name: 'divergence',
      symbol: 'divergence',
      default: 'kl',
      options: Object.keys(DIVERGENCES),
      doc: 'the f-divergence that the discriminator estimates',
    },
    {
      kind: 'boolean',
      name: 'nonSaturating',
      symbol: 'non-saturating',
      default: false,
      doc: 'the generator maximises the activation instead of the conjugate',
    },
  ],
  sentences: SENTENCES,
  formula: (values) => {
    const { tex } = divergenceOf(values);
    const [open, close] = [String.raw`\bigl(`, String.raw`\bigr)`];
    return {
      lossD: tex.conjugate,
      lossG: values['nonSaturating']
        ? `-${open}${tex.activation}${close}`
        : `-${open}${tex.conjugate}${close}`,
      phi: String.raw`-${tex.weight}\,\theta`,
      theta: String.raw`${values['nonSaturating'] ? tex.activationDerivative : tex.weight}\,\varphi`,
    };
  },
  theory: ({ parameters, modifiers: { l2 }, oneDimensional }) => {
    if (l2 > 0) return [SENTENCES.sink];
    const bilinear =
      parameters['divergence'] === 'reverse-kl' && parameters['nonSaturating'] === false;
    if (bilinear) return [SENTENCES.bilinear];
    if (parameters['nonSaturating'] === false && parameters['divergence'] === 'pearson') {
      return [SENTENCES.closedUnlessFlat];
    }
    if (parameters['nonSaturating'] === false) {
      return [SENTENCES.closed];
    }
    return [oneDimensional ? SENTENCES.creepsToCentre : SENTENCES.creepsToCircle];
  },
  critical: (values) => {
    const { weight, activationDerivative } = divergenceOf(values);
    return criticalL2(
      values,
      weight(0) * (values['nonSaturating'] ? activationDerivative(0) : weight(0)),
    );
  },
  game: (values) => {
    const divergence = divergenceOf(values);
    const { conjugate, weight, weightDerivative, activation, activationDerivative, curvature } =
      divergence;
    const nonSaturating = values['nonSaturating'] === true;
    return {
      lossD: (s) => conjugate(logit(s)),
      lossG: (s) => (nonSaturating ? -activation(logit(s)) : -conjugate(logit(s))),
      field: (phi1, phi2, theta1, theta2) => {
        const u = phi1 * theta1 + phi2 * theta2;
        const w = weight(u);
        const b = nonSaturating ? activationDerivative(u) : w;
        return { phi1: -w * theta1, phi2: -w * theta2, theta1: b * phi1, theta2: b * phi2 };
      },
      jvp: (s, t, out) => {
        const u = logit(s);
        const along = logitJvp(s, t);
        const w = weight(u);
        const b = nonSaturating ? activationDerivative(u) : w;
        const changeW = weightDerivative(u) * along;
        const changeB = nonSaturating ? curvature(u) * along : changeW;
        out[0] = -w * t[2]! - changeW * s[2]!;
        out[1] = -w * t[3]! - changeW * s[3]!;
        out[2] = b * t[0]! + changeB * s[0]!;
        out[3] = b * t[1]! + changeB * s[1]!;
      },
      second: secondOfDrives((u) => {
        const slopes = [weightDerivative(u), divergence.weightCurvature(u)] as const;
        return [slopes, nonSaturating ? [curvature(u), divergence.curvatureDerivative(u)] : slopes];
      }),
    };
  },
};
