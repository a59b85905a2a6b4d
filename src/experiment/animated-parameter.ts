import type { NumberParameter } from '../models/parameter.ts';
import { withValues, type Experiment } from './experiment.ts';
import { parametersOf, VIEW } from './parameters.ts';
import { assign, checkWhole } from './schema.ts';

/** A parameter that runs through a range. */
export interface ParameterRange {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

const VIEW_NAMES = new Set(VIEW.map(({ name }) => name));

/** The numbers that results depend on, in the order of the panel. */
export function animatableParameters(experiment: Experiment): readonly NumberParameter[] {
  return parametersOf(experiment).filter(
    (parameter): parameter is NumberParameter =>
      parameter.kind === 'number' && !VIEW_NAMES.has(parameter.name),
  );
}

/** The experiment at a fraction of the range, from 0 to 1; geometric for logarithmic parameters. */
export function withAnimatedValue(
  experiment: Experiment,
  range: ParameterRange,
  fraction: number,
): Experiment {
  const { name, from, to } = range;
  const parameter = animatableParameters(experiment).find((candidate) => candidate.name === name);
  const byRatio = parameter?.logarithmic === true && from > 0 && to > 0;
  const value = byRatio ? from * (to / from) ** fraction : from + (to - from) * fraction;
  // Four digits: more would only make captions flicker.
  const rounded = parameter?.integer ? Math.round(value) : Number(value.toPrecision(4));
  return withValues(experiment, { [name]: rounded });
}

/** @throws ChoiceError where an end of the range is invalid for the experiment */
export function checkRange(experiment: Experiment, { name, from, to }: ParameterRange): void {
  for (const end of [from, to]) checkWhole(assign(experiment, name, end));
}
