import { METHODS } from '../../../src/methods/index.ts';
import type { Values } from '../../../src/models/parameter.ts';

/** Parameters of methods worth testing beside the defaults. */
export const METHOD_CHOICES: readonly { readonly method: string; readonly values: Values }[] = [
  ...METHODS.map(({ id }) => ({ method: id, values: {} })),
  { method: 'altgd', values: { first: 'generator' } },
  { method: 'altgd', values: { dSteps: 3 } },
  { method: 'momentum', values: { beta: -0.5 } },
  { method: 'momentum', values: { beta: -0.5, alternating: true } },
  { method: 'adam', values: { beta1D: 0.875, beta2G: 0.9375, adamEps: 0.125 } },
  { method: 'adam', values: { adamEps: 0.125, rateD: 2, rateG: 0.5, l2: 0.25 } },
  { method: 'adam', values: { adamEps: 0.125, alternating: true, rateG: 2, l2: 0.25 } },
];
