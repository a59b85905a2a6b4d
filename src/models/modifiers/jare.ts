import { strength, type Correction } from './modifier.ts';

/** JARE (Nie and Patel 2019): each player also descends half the squared gradient norm of the other. */
export const jare: Correction = {
  id: 'jare',
  acts: 'correction',
  parameters: [
    strength(
      'jare',
      'JARE γ',
      'JARE (Nie and Patel 2019): each player also descends γ/2 times the other’s squared gradient norm, L2 included',
    ),
  ],
  isOff: (values) => !(Number(values['jare']) > 0),
  formula: ({ lossD, lossG, phi, theta, ...formula }) => ({
    ...formula,
    ...(lossD !== undefined && { lossD: String.raw`${lossD}+\tfrac{\gamma_J}{2}|v_\theta|^2` }),
    ...(lossG !== undefined && { lossG: String.raw`${lossG}+\tfrac{\gamma_J}{2}|v_\varphi|^2` }),
    phi: String.raw`${phi}-\gamma_J\,J_{\theta\varphi}^{\top}v_\theta`,
    theta: String.raw`${theta}-\gamma_J\,J_{\varphi\theta}^{\top}v_\varphi`,
  }),
  adds: (values) => {
    const gamma = Number(values['jare']);
    return (jacobian, v, out) => {
      for (let j = 0; j < 4; j++) {
        // Of the other player.
        const other = j < 2 ? 2 : 0;
        const sum =
          jacobian[4 * j + other]! * v[other]! + jacobian[4 * j + other + 1]! * v[other + 1]!;
        out[j] = out[j]! - gamma * sum;
      }
    };
  },
};
