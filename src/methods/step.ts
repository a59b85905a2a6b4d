import type { NumberParameter } from '../models/parameter.ts';

/** The step of a flow. A power of two is exact in binary, so its rounding does not add up. */
export function flowStep(more: Partial<NumberParameter>): NumberParameter {
  return {
    kind: 'number',
    name: 'step',
    textId: 'flow.step',
    symbol: 'step h',
    default: 0.0625,
    min: 0.001,
    max: 0.5,
    step: 0.001,
    logarithmic: true,
    doc: 'length of one step in time',
    ...more,
  };
}

/** The step of a training rule: no approximation, a choice of whoever trains. */
export const LEARNING_RATE: NumberParameter = {
  kind: 'number',
  name: 'step',
  textId: 'rule.step',
  symbol: 'learning rate h',
  default: 0.0625,
  min: 0.001,
  max: 4,
  step: 0.001,
  logarithmic: true,
  doc: 'learning rate of both players, multiplied by rate D and rate G; time is the number of steps times this',
};
