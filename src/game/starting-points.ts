/** The built-in models as games, for whoever writes a game of one's own and begins with one of them. */
import type { Model } from '../models/model.ts';
import type { NumberParameter, Values } from '../models/parameter.ts';
import type { GameSource } from './game-source.ts';

/** f-divergences' `f*(act(u))` and `act(u)`, as Nowozin's tables 2 and 6 give them. */
const DIVERGENCES: Readonly<Record<string, readonly [conjugate: string, activation: string]>> = {
  kl: ['exp(u - 1)', 'u'],
  'reverse-kl': ['-1 + u', '-exp(-u)'],
  pearson: ['u^2/4 + u', 'u'],
  hellinger: ['exp(u) - 1', '1 - exp(-u)'],
  js: ['softplus(u) - log(2)', 'log(2) - softplus(-u)'],
};

interface Losses {
  readonly lossD: string;
  readonly lossG: string;
}

/**
 * The losses of a built-in model as expressions. What is no part of a loss, such as the box of
 * wgan-clip, is not in them. `p`, which is |phi| in an expression, is `power` there.
 */
export function lossesOfModel(model: string, values: Values): Losses {
  switch (model) {
    case 'ns-gan':
      return { lossD: '-log(1 - sigmoid(u))', lossG: '-log(sigmoid(u))' };
    case 'saturating-gan':
      return { lossD: '-log(1 - sigmoid(u))', lossG: 'log(1 - sigmoid(u))' };
    case 'wgan':
      return { lossD: 'u/p', lossG: '-u/p' };
    case 'wgan-gp':
      return { lossD: 'u + lambda*(p - c)^2', lossG: '-u' };
    case 'gan-qp':
      return { lossD: 'u + u^2/(2*lambda*q)', lossG: '-u' };
    case 'lsgan':
      return { lossD: '(u - a)^2/2', lossG: '(u - g)^2/2' };
    case 'hinge-gan':
      return { lossD: 'max(0, 1 + u)', lossG: '-u' };
    case 'wgan-div':
      return { lossD: 'u + k*p^power', lossG: '-u' };
    case 'wgan-clip':
      return { lossD: 'u', lossG: '-u' };
    case 'f-gan': {
      const [conjugate, activation] = DIVERGENCES[String(values['divergence'])]!;
      const lossG = values['nonSaturating'] === true ? `-(${activation})` : `-(${conjugate})`;
      return { lossD: conjugate, lossG };
    }
    default:
      throw new Error(`unknown model: ${model}`);
  }
}

/** A game, and the values of its parameters. */
export interface StartingPoint {
  readonly source: GameSource;
  readonly values: Values;
}

/** Sliders reach this far, unless a parameter ends before or its value lies beyond. */
const REACH = 4;

/** The game that a built-in model is at values of its parameters. */
export function startingPointOf({ id, parameters }: Model, values: Values): StartingPoint {
  const losses = lossesOfModel(id, values);
  const text = `${losses.lossD} ${losses.lossG}`;
  const numbers = parameters
    .filter((parameter) => parameter.kind === 'number')
    .map((parameter) => [parameter.name === 'p' ? 'power' : parameter.name, parameter] as const)
    .filter(([name]) => new RegExp(`\\b${name}\\b`).test(text));
  const valueOf = ({ name }: NumberParameter) => Number(values[name]);
  const rangeOf = (parameter: NumberParameter) => {
    const { default: standard, min, max, doc } = parameter;
    const reached = [standard, valueOf(parameter)].map(Math.abs);
    const most = Math.max(REACH, ...reached);
    return { default: standard, min: Math.max(min, -most), max: Math.min(max, most), doc };
  };
  return {
    source: {
      ...losses,
      ...(numbers.length > 0 && {
        parameters: Object.fromEntries(
          numbers.map(([name, parameter]) => [name, rangeOf(parameter)]),
        ),
      }),
    },
    values: Object.fromEntries(numbers.map(([name, parameter]) => [name, valueOf(parameter)])),
  };
}
