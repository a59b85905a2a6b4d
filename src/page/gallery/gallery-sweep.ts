import {
  heldEnds,
  modelFamily,
  parameterFamily,
  sweptParameters,
  usualEnds,
  type Ends,
  type Member,
} from '../../experiment/sweep.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import type { NumberParameter } from '../../models/parameter.ts';
import { told, words } from '../messages/words.ts';

/** Maps of a sweep: they fill rows of four and of three. */
const SWEEP = 12;

/** What the address says of all models. */
export const ALL_MODELS = 'models';

/** What the zoo shows. */
export interface Family {
  readonly members: readonly Member[];
  /** The number that is turned, and between which ends; undefined where all models are shown. */
  readonly sweep?: { readonly parameter: NumberParameter; readonly ends: Ends };
}

/**
 * The family that the address asks for: `models`, a parameter's name, or `name:from:to`. Where the
 * present model or method has no such parameter, all models.
 */
export function familyOf(experiment: Experiment, text: string): Family {
  const [name, from, to] = text.split(':');
  const parameter = sweptParameters(experiment).find((candidate) => candidate.name === name);
  if (!parameter) return { members: modelFamily(experiment) };
  const asked = { from: numberIn(from), to: numberIn(to) };
  const ends = Number.isFinite(asked.from + asked.to)
    ? heldEnds(experiment, parameter, asked)
    : usualEnds(experiment, parameter);
  return {
    members: parameterFamily(experiment, parameter, ends, SWEEP),
    sweep: { parameter, ends },
  };
}

/** What a member is called on the page. */
export function titleOfMember({ title }: Member): string {
  return title.map(told).join(words().common.comma);
}

/** What the address says of a sweep. */
export function textOfSweep({ name }: NumberParameter, { from, to }: Ends): string {
  return [name, from, to].join(':');
}

function numberIn(text: string | undefined): number {
  return text === undefined || text.trim() === '' ? NaN : Number(text.replace('−', '-'));
}
