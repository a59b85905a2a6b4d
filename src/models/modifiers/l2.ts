import type { LinearModifier } from './modifier.ts';

/** Weight decay of the discriminator: `mu |phi|^2 / 2` in its loss. */
export const l2: LinearModifier = {
  id: 'l2',
  acts: 'gradients',
  parameters: [
    {
      kind: 'number',
      name: 'l2',
      symbol: 'L2 on D, μ',
      default: 0,
      min: 0,
      max: 2,
      step: 0.01,
      doc: 'adds μ|φ|²/2 to the discriminator’s loss; for the Dirac GAN the R1 and R2 penalties and the zero-centred gradient penalty are this same term (γ = μ); Adam sees it in the gradient',
    },
  ],
  isOff: (values) => Number(values['l2']) === 0,
  formula: ({ lossD, phi, ...formula }) => ({
    ...formula,
    ...(lossD !== undefined && { lossD: String.raw`${lossD}+\tfrac{\mu}{2}|\varphi|^2` }),
    phi: String.raw`${phi}-\mu\varphi`,
  }),
  onField: (field, values) => {
    const mu = Number(values['l2']);
    return (phi1, phi2, theta1, theta2) => {
      const value = field(phi1, phi2, theta1, theta2);
      return {
        phi1: value.phi1 - mu * phi1,
        phi2: value.phi2 - mu * phi2,
        theta1: value.theta1,
        theta2: value.theta2,
      };
    };
  },
  onTangent: (values) => {
    const mu = Number(values['l2']);
    return (value, tangent) => {
      value[0] = value[0]! - mu * tangent[0]!;
      value[1] = value[1]! - mu * tangent[1]!;
    };
  },
};
