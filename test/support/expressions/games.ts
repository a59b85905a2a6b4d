/** The built-in models as somebody would type them, and experiments with games. */
import {
  defaultExperiment,
  withValues,
  type Experiment,
} from '../../../src/experiment/experiment.ts';
import { assign } from '../../../src/experiment/schema.ts';
import { compileGame } from '../../../src/game/compile-game.ts';
import type { Values } from '../../../src/models/parameter.ts';
import { VARIANTS, type Variant } from '../variants.ts';

interface Losses {
  readonly lossD: string;
  readonly lossG: string;
}

/** f-divergences' `f*(act(u))` and `act(u)`, as Nowozin's table 2 and 6 give them. */
const DIVERGENCES: Readonly<Record<string, readonly [conjugate: string, activation: string]>> = {
  kl: ['exp(u - 1)', 'u'],
  'reverse-kl': ['-1 + u', '-exp(-u)'],
  pearson: ['u^2/4 + u', 'u'],
  hellinger: ['exp(u) - 1', '1 - exp(-u)'],
  js: ['softplus(u) - log(2)', 'log(2) - softplus(-u)'],
};

function lossesOf({ model, values }: Variant): Losses {
  switch (model.id) {
    case 'ns-gan':
      return { lossD: '-log(1-sigmoid(u))', lossG: '-log(sigmoid(u))' };
    case 'saturating-gan':
      return { lossD: '-log(1-sigmoid(u))', lossG: 'log(1-sigmoid(u))' };
    case 'wgan':
      return { lossD: 'u/p', lossG: '-u/p' };
    case 'wgan-gp':
      return { lossD: 'u + lambda*(p - c)^2', lossG: '-u' };
    case 'gan-qp':
      return { lossD: 'u + u^2/(2*lambda*q)', lossG: '-u' };
    case 'lsgan':
      return { lossD: '(u-a)^2/2', lossG: '(u-g)^2/2' };
    case 'hinge-gan':
      return { lossD: 'max(0, 1+u)', lossG: '-u' };
    case 'wgan-div':
      return { lossD: 'u + k*p^power', lossG: '-u' };
    case 'wgan-clip':
      return { lossD: 'u', lossG: '-u' };
    default: {
      const [conjugate, activation] = DIVERGENCES[String(values['divergence'])]!;
      const lossG = values['nonSaturating'] === true ? `-(${activation})` : `-(${conjugate})`;
      return { lossD: conjugate, lossG };
    }
  }
}

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
      { ...lossesOf(variant), parameters },
      Object.fromEntries(numbers),
    ),
  };
});
