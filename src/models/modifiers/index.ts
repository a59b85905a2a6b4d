import type { NumberParameter, Values } from '../parameter.ts';
import { consensus } from './consensus.ts';
import { jare } from './jare.ts';
import { l2 } from './l2.ts';
import type { Correction, LinearModifier, Modifier } from './modifier.ts';
import { nk } from './nk.ts';
import { rates } from './rates.ts';
import { symplectic } from './symplectic.ts';

/**
 * Every modifier of a model's field: those of `gradients` act first, in this order, then corrections,
 * then those of `rates`. A new one is its two files, named alike, and a line here.
 */
export const FIELD_MODIFIERS: readonly Modifier[] = [l2, consensus, symplectic, jare, nk, rates];

/** Parameters of all corrections. */
export const CORRECTION_PARAMETERS: readonly NumberParameter[] = FIELD_MODIFIERS.filter(
  isCorrection,
).flatMap(({ parameters }) => parameters);

/** Those that change something at these values. */
export function activeModifiers(values: Values): readonly Modifier[] {
  return FIELD_MODIFIERS.filter((modifier) => !modifier.isOff(values));
}

export function isLinear(modifier: Modifier): modifier is LinearModifier {
  return modifier.acts !== 'correction';
}

export function isCorrection(modifier: Modifier): modifier is Correction {
  return modifier.acts === 'correction';
}

/** Whether the field is corrected: what is known of a model's own field does not hold then. */
export function isCorrected(values: Values): boolean {
  return FIELD_MODIFIERS.some((modifier) => isCorrection(modifier) && !modifier.isOff(values));
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
