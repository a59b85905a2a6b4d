import type { Values } from '../../src/models/parameter.ts';
import type { ModifierValues, Situation } from '../../src/models/theory.ts';

export interface SituationSpec {
  readonly model: string;
  readonly parameters: Values;
  readonly modifiers?: Partial<ModifierValues>;
  readonly method?: Situation['method'];
  readonly oneDimensional?: boolean;
  readonly singular?: boolean;
}

/** A situation without modifiers, by rk4 in the plane, but for what is said. */
export function situation({ model, parameters, ...more }: SituationSpec): Situation {
  return {
    model,
    parameters,
    modifiers: {
      l2: 0,
      rateD: 1,
      rateG: 1,
      emaBeta: 0,
      noise: 0,
      gradientNoise: 0,
      ...more.modifiers,
    },
    method: more.method ?? { id: 'rk4', kind: 'flow', parameters: { step: 0.0625 } },
    oneDimensional: more.oneDimensional ?? false,
    singular: more.singular ?? false,
  };
}
