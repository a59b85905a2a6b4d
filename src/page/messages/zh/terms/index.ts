import { figures } from './figures.ts';
import { measures } from './measures.ts';
import { methods } from './methods.ts';
import { models } from './models.ts';
import { parameters } from './parameters.ts';
import { presets } from './presets.ts';

/** What models, measures and the like declare, by its English text. */
export const terms: Readonly<Record<string, string>> = {
  ...models,
  ...methods,
  ...parameters,
  ...measures,
  ...figures,
  ...presets,
};
