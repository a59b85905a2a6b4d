import type { DynamicsChoice } from '../experiment/parameters.ts';
import { FIELD_MODIFIERS, isCorrection, isLinear } from '../models/modifiers/index.ts';
import type { Modifier } from '../models/modifiers/modifier.ts';
import type { ShaderSource } from './linker.ts';

/** Ids of those that may be linked where they are off: they then compute what is there without them. */
export const LINEAR_MODIFIERS: readonly string[] = FIELD_MODIFIERS.filter(isLinear).map(
  ({ id }) => id,
);

/** Whether any of these is a correction. */
export function corrects(ids: readonly string[]): boolean {
  return FIELD_MODIFIERS.some((modifier) => isCorrection(modifier) && ids.includes(modifier.id));
}

/**
 * The modifiers of these ids, and what calls them in their order.
 * @param fieldCode WGSL of the model's field
 * @param file of shaders/ by its name
 */
export function modifierSources(
  ids: readonly string[],
  choice: DynamicsChoice,
  fieldCode: string,
  file: (name: string) => ShaderSource,
): readonly ShaderSource[] {
  const linked = FIELD_MODIFIERS.filter(({ id }) => ids.includes(id));
  const sources = [...linked.map(({ id }) => file(`modifiers/${id}`)), file('modifiers')];
  const chains =
    chain('withGradientModifiers', linked, 'gradients') +
    chain('withRateModifiers', linked, 'rates');
  if (!corrects(ids)) {
    return [...sources, { path: 'modifiers', code: chains }, file('modifiers/uncorrected')];
  }
  return [
    ...sources,
    { path: 'modifiers', code: chains + sumOf(linked) },
    file('modifiers/corrected'),
    ...secondSource(choice, fieldCode, file),
  ];
}

/** WGSL of a function that applies the linear modifiers of one kind. */
function chain(name: string, linked: readonly Modifier[], acts: Modifier['acts']): string {
  const calls = linked
    .filter((modifier) => modifier.acts === acts)
    .map(({ id }) => `  value = with${id[0]!.toUpperCase()}${id.slice(1)}(value, s);\n`);
  return `fn ${name}(raw: vec4f, s: vec4f) -> vec4f {\n  var value = raw;\n${calls.join('')}  return value;\n}\n`;
}

/** WGSL of the sum of all corrections. */
function sumOf(linked: readonly Modifier[]): string {
  const terms = linked.filter(isCorrection).map(({ id }) => `${id}Of(jacobian, v)`);
  return `fn corrections(jacobian: mat4x4f, v: vec4f) -> vec4f {\n  return ${terms.join(' + ')};\n}\n`;
}

/** The second derivative of a model's field, where the model's file has none. */
function secondSource(
  { game }: DynamicsChoice,
  fieldCode: string,
  file: (name: string) => ShaderSource,
): readonly ShaderSource[] {
  if (game) return [{ path: `games/${game.hash}/second`, code: game.wgslOfSecond }];
  return /\bfn second\b/.test(fieldCode) ? [] : [file('linear-pieces')];
}
