import { strength, type Correction } from './modifier.ts';

/** The regulariser of Nagarajan and Kolter (2017): the generator also descends `eta |v_phi|^2`. */
export const nk: Correction = {
  id: 'nk',
  acts: 'correction',
  parameters: [
    strength(
      'nk',
      'NK η',
      'Nagarajan and Kolter 2017: the generator also descends η times the discriminator’s squared gradient norm, L2 included',
    ),
  ],
  isOff: (values) => !(Number(values['nk']) > 0),
  formula: ({ lossG, theta, ...formula }) => ({
    ...formula,
    ...(lossG !== undefined && { lossG: String.raw`${lossG}+\eta\,|v_\varphi|^2` }),
    theta: String.raw`${theta}-2\eta\,J_{\varphi\theta}^{\top}v_\varphi`,
  }),
  adds: (values) => {
    const twice = 2 * Number(values['nk']);
    return (jacobian, v, out) => {
      for (let j = 2; j < 4; j++) {
        out[j] = out[j]! - twice * (jacobian[4 * j]! * v[0]! + jacobian[4 * j + 1]! * v[1]!);
      }
    };
  },
};
