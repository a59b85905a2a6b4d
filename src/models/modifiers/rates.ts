import type { LinearModifier } from './modifier.ts';

/** A learning rate for each player, relative to the step (two time scales, Heusel et al. 2017). */
export const rates: LinearModifier = {
  id: 'rates',
  acts: 'rates',
  parameters: [
    {
      kind: 'number',
      name: 'rateD',
      symbol: 'rate D',
      default: 1,
      min: 0.01,
      max: 10,
      step: 0.01,
      logarithmic: true,
      doc: 'learning rate of the discriminator relative to the step (TTUR); multiplies φ′, L2 included, and Adam’s step',
    },
    {
      kind: 'number',
      name: 'rateG',
      symbol: 'rate G',
      default: 1,
      min: 0.01,
      max: 10,
      step: 0.01,
      logarithmic: true,
      doc: 'learning rate of the generator relative to the step (TTUR); multiplies θ′, and Adam’s step',
    },
  ],
  isOff: (values) => Number(values['rateD']) === 1 && Number(values['rateG']) === 1,
  formula: ({ phi, theta, ...formula }, values) => ({
    ...formula,
    phi: values['rateD'] === 1 ? phi : String.raw`\alpha_D${bracketed(phi)}`,
    // One product of each model, and a sum with corrections.
    theta:
      values['rateG'] === 1
        ? theta
        : String.raw`\alpha_G\,${formula.where ? bracketed(theta) : theta}`,
  }),
  onField: (field, values) => {
    const [rateD, rateG] = [Number(values['rateD']), Number(values['rateG'])];
    return (phi1, phi2, theta1, theta2) => {
      const value = field(phi1, phi2, theta1, theta2);
      return {
        phi1: rateD * value.phi1,
        phi2: rateD * value.phi2,
        theta1: rateG * value.theta1,
        theta2: rateG * value.theta2,
      };
    };
  },
  onTangent: (values) => {
    const [rateD, rateG] = [Number(values['rateD']), Number(values['rateG'])];
    return (value) => {
      value[0] = rateD * value[0]!;
      value[1] = rateD * value[1]!;
      value[2] = rateG * value[2]!;
      value[3] = rateG * value[3]!;
    };
  },
};

function bracketed(tex: string): string {
  return String.raw`\bigl(${tex}\bigr)`;
}
