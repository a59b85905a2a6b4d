import {
  clampedRange,
  modelVariants,
  sweepVariants,
  sweptParameters,
  defaultRange,
  type SweepRange,
  type Variant,
} from '../../experiment/sweep.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import type { NumberParameter } from '../../models/parameter.ts';
import { t, translate } from '../messages/messages.ts';

/** Maps of a sweep: they fill rows of four and of three. */
const SWEEP_VARIANTS = 12;

/** The address's value for all models. */
export const ALL_MODELS = 'models';

/** The variants that the gallery shows. */
export interface VariantSet {
  readonly variants: readonly Variant[];
  /** The parameter that varies and its range; undefined where all models are shown. */
  readonly sweep?: { readonly parameter: NumberParameter; readonly range: SweepRange };
}

/**
 * The variants of the address's parameter: `models`, a parameter's name, or `name:from:to`. All
 * models where the present model or method has no such parameter.
 */
export function variantSetOf(experiment: Experiment, text: string): VariantSet {
  const [name, from, to] = text.split(':');
  const parameter = sweptParameters(experiment).find((candidate) => candidate.name === name);
  if (!parameter) return { variants: modelVariants(experiment) };
  const asked = { from: numberIn(from), to: numberIn(to) };
  const range = Number.isFinite(asked.from + asked.to)
    ? clampedRange(experiment, parameter, asked)
    : defaultRange(experiment, parameter);
  return {
    variants: sweepVariants(experiment, parameter, range, SWEEP_VARIANTS),
    sweep: { parameter, range },
  };
}

/** The title of a variant on the page. */
export function variantTitle({ title }: Variant): string {
  return title.map(translate).join(t('common.comma'));
}

/** A sweep in the form of the address: `name:from:to`. */
export function sweepParam({ name }: NumberParameter, { from, to }: SweepRange): string {
  return [name, from, to].join(':');
}

function numberIn(text: string | undefined): number {
  return text === undefined || text.trim() === '' ? NaN : Number(text.replace('−', '-'));
}
