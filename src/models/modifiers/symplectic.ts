import { strength, type Correction } from './modifier.ts';

/**
 * Symplectic gradient adjustment (Balduzzi et al. 2018) without alignment: `v + lambda A v`, A the
 * antisymmetric part of the Jacobian. No loss has it as its gradient.
 */
export const symplectic: Correction = {
  id: 'symplectic',
  acts: 'correction',
  parameters: [
    strength(
      'symplectic',
      'symplectic λ',
      'symplectic gradient adjustment (Balduzzi 2018), without alignment: v becomes v + λAv, A the antisymmetric part of the Jacobian of the field with L2',
    ),
  ],
  isOff: (values) => !(Number(values['symplectic']) > 0),
  formula: ({ phi, theta, where, constraint }) => ({
    ...(where && { where }),
    ...(constraint !== undefined && { constraint }),
    phi: String.raw`${phi}+\tfrac{\lambda_S}{2}\bigl((J-J^{\top})v\bigr)_\varphi`,
    theta: String.raw`${theta}+\tfrac{\lambda_S}{2}\bigl((J-J^{\top})v\bigr)_\theta`,
  }),
  adds: (values) => {
    const half = Number(values['symplectic']) / 2;
    return (jacobian, v, out) => {
      for (let i = 0; i < 4; i++) {
        let sum = 0;
        for (let j = 0; j < 4; j++) sum += (jacobian[4 * j + i]! - jacobian[4 * i + j]!) * v[j]!;
        out[i] = out[i]! + half * sum;
      }
    };
  },
};
