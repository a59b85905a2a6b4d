import { engines } from './engines.ts';
import { expressions } from './expressions.ts';
import { figures } from './figures.ts';
import { measures } from './measures.ts';
import { methods } from './methods.ts';
import { models } from './models.ts';
import { parameters } from './parameters.ts';
import { presets } from './presets.ts';
import { refusals } from './refusals.ts';

/** Chinese of what is declared outside the page, by the ids of the declarations. */
export const declared: Readonly<Record<string, string>> = {
  ...engines,
  ...expressions,
  ...figures,
  ...measures,
  ...methods,
  ...models,
  ...parameters,
  ...presets,
  ...refusals,
};
