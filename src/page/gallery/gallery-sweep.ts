import {
  modelVariants,
  sweepVariants,
  sweptParameters,
  defaultRange,
  readRange,
  type SweepRange,
  type Variant,
} from '../../experiment/sweep.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { gamesByRules, RULES } from '../../experiment/editing/games-by-rules.ts';
import { ChoiceError, EXPECTED, invalid, oneLine } from '../../experiment/refusal.ts';
import { fill, type Message } from '../../models/message.ts';
import type { NumberParameter } from '../../models/parameter.ts';
import { t } from '../messages/later.ts';
import { translate } from '../messages/messages.ts';

/** Maps of a sweep: they fill rows of four and of three. */
const SWEEP_VARIANTS = 12;

/** The address's value for all models. */
export const ALL_MODELS = 'models';

/** The address's value for every game of a paper by every rule. */
export const GAMES_BY_RULES = 'rules';

/** The variants that the gallery shows. */
export interface VariantSet {
  readonly variants: readonly Variant[];
  /** It says what all share: measure, plane and horizon. */
  readonly shared: Experiment;
  /** Maps in a row, where every row is of one thing. */
  readonly columns?: number;
  /** The parameter that varies and its range; undefined where all models are shown. */
  readonly sweep?: { readonly parameter: NumberParameter; readonly range: SweepRange };
  /** Why it is not what was asked for. */
  readonly problem?: Message;
}

/**
 * The variants of the address's parameter: `models`, `rules`, a parameter's name, or `name:from:to`. An
 * unknown parameter is replaced by all models, an invalid range by the default one, and `problem`
 * says so.
 */
export function variantSetOf(experiment: Experiment, text: string): VariantSet {
  const [name = '', ...ends] = text.split(':');
  if (name === GAMES_BY_RULES) {
    const variants = gamesByRules();
    return { variants, shared: variants[0]!.experiment, columns: RULES.length };
  }
  const parameters = sweptParameters(experiment);
  const parameter = parameters.find((candidate) => candidate.name === name);
  if (!parameter) {
    const names = [ALL_MODELS, GAMES_BY_RULES, ...parameters.map((candidate) => candidate.name)];
    return {
      variants: modelVariants(experiment),
      shared: experiment,
      ...(name !== ALL_MODELS && {
        problem: invalid({
          what: 'gallery',
          got: oneLine(name),
          expected: fill(EXPECTED.oneOf, { options: names.join(', ') }),
        }).refusal,
      }),
    };
  }
  const setOf = (range: SweepRange): VariantSet => ({
    variants: sweepVariants(experiment, parameter, range, SWEEP_VARIANTS),
    shared: experiment,
    sweep: { parameter, range },
  });
  if (ends.length === 0) return setOf(defaultRange(experiment, parameter));
  try {
    const [from = '', to = ''] = ends;
    return setOf(readRange(experiment, parameter, { from, to }));
  } catch (error) {
    if (!(error instanceof ChoiceError)) throw error;
    return { ...setOf(defaultRange(experiment, parameter)), problem: error.refusal };
  }
}

/** The title of a variant on the page, below that of its row. */
export function variantTitle({ title }: Variant): string {
  return title.map(translate).join(t('common.comma'));
}

/** The title of a variant that stands alone. */
export function wholeTitle({ title, row }: Variant): string {
  return [...(row ? [row] : []), ...title].map(translate).join(t('common.comma'));
}

/** A sweep in the form of the address: `name:from:to`. */
export function sweepParam({ name }: NumberParameter, { from, to }: SweepRange): string {
  return [name, from, to].join(':');
}
