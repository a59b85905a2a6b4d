import type { Game } from '../../src/models/model.ts';
import { METHODS } from '../../src/methods/index.ts';
import { MODELS } from '../../src/models/index.ts';
import type { Model } from '../../src/models/model.ts';
import { defaultsOf, type Values } from '../../src/models/parameter.ts';

/** A model with parameters worth testing apart. */
export interface Variant {
  readonly name: string;
  readonly model: Model;
  readonly values: Values;
}

/** Values beside the defaults that reach other branches of a model. */
const FURTHER: Readonly<Record<string, readonly Values[]>> = {
  'wgan-gp': [{ c: 0 }, { lambda: 1.5 }],
  'gan-qp': [{ lambda: 0.4 }],
  lsgan: [{ a: 0, g: 1 }],
  'f-gan': ['kl', 'reverse-kl', 'pearson', 'hellinger', 'js'].flatMap((divergence) => [
    { divergence, nonSaturating: false },
    { divergence, nonSaturating: true },
  ]),
  'wgan-div': [{ p: 2 }, { k: 0.5, p: 3.5 }],
};

/** Every model with its defaults, and with every further choice. */
export const VARIANTS: readonly Variant[] = MODELS.flatMap((model) => {
  const standard = defaultsOf(model.parameters);
  return [{}, ...(FURTHER[model.id] ?? [])].map((change) => ({
    name: [model.id, ...Object.entries(change).map(([key, value]) => `${key}=${value}`)].join(' '),
    model,
    values: { ...standard, ...change },
  }));
});

/** The numbers rounded to float32, so that both precisions see the same parameters. */
export function rounded(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? Math.fround(value) : value,
    ]),
  );
}

export const METHOD_IDS = METHODS.map(({ id }) => id);

/** The game of a model at its defaults, some of them changed. */
export function gameOf(id: string, change: Values = {}): Game {
  const { model, values } = VARIANTS.find((variant) => variant.model.id === id)!;
  return model.game({ ...values, ...change });
}
