import { strength, type Correction } from './modifier.ts';

/** Consensus optimisation (Mescheder, Nowozin, Geiger 2017): both players descend `|v|^2 / 2` as well. */
export const consensus: Correction = {
  id: 'consensus',
  acts: 'correction',
  parameters: [
    strength(
      'consensus',
      'consensus γ',
      'consensus optimisation (Mescheder 2017): both players also descend γ|v|²/2, v the field with L2; v becomes v − γJᵀv',
    ),
  ],
  isOff: (values) => !(Number(values['consensus']) > 0),
  formula: ({ lossD, lossG, phi, theta, ...formula }) => ({
    ...formula,
    ...(lossD !== undefined && { lossD: String.raw`${lossD}+\tfrac{\gamma}{2}|v|^2` }),
    ...(lossG !== undefined && { lossG: String.raw`${lossG}+\tfrac{\gamma}{2}|v|^2` }),
    phi: String.raw`${phi}-\gamma\,(J^{\top}v)_\varphi`,
    theta: String.raw`${theta}-\gamma\,(J^{\top}v)_\theta`,
  }),
  adds: (values) => {
    const gamma = Number(values['consensus']);
    return (jacobian, v, out) => {
      for (let j = 0; j < 4; j++) {
        let sum = 0;
        for (let i = 0; i < 4; i++) sum += jacobian[4 * j + i]! * v[i]!;
        out[j] = out[j]! - gamma * sum;
      }
    };
  },
};
