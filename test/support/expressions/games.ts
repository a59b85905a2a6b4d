/** The built-in models as somebody would type them, and experiments with games. */
import {
  defaultExperiment,
  withValues,
  type Experiment,
} from '../../../src/experiment/experiment.ts';
import { assign } from '../../../src/experiment/schema.ts';
import { compileGame } from '../../../src/game/compile-game.ts';
import type { Values } from '../../../src/models/parameter.ts';
import { lossesOfModel } from '../../../src/game/starting-points.ts';
import { VARIANTS, type Variant } from '../variants.ts';

export interface TypedGame {
  readonly name: string;
  readonly variant: Variant;
  readonly experiment: Experiment;
}

export function experimentWithGame(game: unknown, values: Values = {}): Experiment {
  return withValues(assign(defaultExperiment(), 'game', game, compileGame), values);
}

/** Every variant of every built-in model, typed; `p`, which is |phi| in a text, is `power` there. */
export const TYPED_GAMES: readonly TypedGame[] = VARIANTS.map((variant) => {
  const { p, ...values } = variant.values;
  const numbers = Object.entries({ ...values, ...(p !== undefined && { power: p }) }).filter(
    ([, value]) => typeof value === 'number',
  );
  const parameters = Object.fromEntries(
    numbers.map(([name]) => [name, { min: -1000, max: 1000, default: 1 }]),
  );
  return {
    name: variant.name,
    variant,
    experiment: experimentWithGame(
      { ...lossesOfModel(variant.model.id, variant.values), parameters },
      Object.fromEntries(numbers),
    ),
  };
});
