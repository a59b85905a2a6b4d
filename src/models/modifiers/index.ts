import type { Values } from '../parameter.ts';
import { l2 } from './l2.ts';
import type { Modifier } from './modifier.ts';
import { rates } from './rates.ts';

/**
 * Every modifier of a model's field, in the order in which they act; those of `gradients` before those
 * of `rates`. A new one is its two files, named alike, and a line here.
 */
export const FIELD_MODIFIERS: readonly Modifier[] = [l2, rates];

/** Those that change something at these values. */
export function activeModifiers(values: Values): readonly Modifier[] {
  return FIELD_MODIFIERS.filter((modifier) => !modifier.isOff(values));
}

/** Names of the parameters that the field follows from, beside the model's own. */
export const FIELD_NAMES: readonly string[] = namesOf(FIELD_MODIFIERS);

/** Of these, those that the players' gradients follow from. */
export const GRADIENT_NAMES: readonly string[] = namesOf(
  FIELD_MODIFIERS.filter(({ acts }) => acts !== 'rates'),
);

function namesOf(modifiers: readonly Modifier[]): readonly string[] {
  return modifiers.flatMap(({ parameters }) => parameters.map(({ name }) => name));
}
