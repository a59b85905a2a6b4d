/** Variants: experiments that differ in one choice, for side-by-side maps. */
import type { NumberParameter } from '../models/parameter.ts';
import { MODELS } from '../models/index.ts';
import { numberOf, withModel, withValues, type Experiment } from './experiment.ts';
import { modelOf, RUN } from './parameters.ts';
import { axisParameters, mapPlane, onSlice, parameterAxesOf } from './plane.ts';
import { EXPECTED, GOT, invalid } from './refusal.ts';
import { readNumber } from './schema.ts';
import { fill, literal, type Message } from '../models/message.ts';
import { modelText, optionText } from './texts.ts';

/** One experiment of a set of variants. */
export interface Variant {
  readonly experiment: Experiment;
  /** Its distinguishing words: its model and choice, or the value that varies. */
  readonly title: readonly Message[];
  /** What the maps of its row share, where rows are of one thing each. */
  readonly row?: Message;
}

/** The ends of a sweep; both are among its values. */
export interface SweepRange {
  readonly from: number;
  readonly to: number;
}

/** A logarithmic sweep reaches this far to either side of the present value. */
const RANGE_FACTOR = 8;

/** Values of a sweep have this many significant digits. */
const DIGITS = 3;

/**
 * Every model with its default parameters, the present one as it is, all else alike. A choice of
 * the model, such as f-GAN's divergence, gives a variant for each of its options.
 */
export function modelVariants(experiment: Experiment): readonly Variant[] {
  // A model's own parameters are on no axis that all maps share.
  const own = new Set(modelOf(experiment).parameters.map(({ name }) => name));
  const axes = parameterAxesOf(mapPlane(experiment));
  const shared = axes.some(({ parameter }) => own.has(parameter))
    ? onSlice(experiment)
    : experiment;
  return MODELS.flatMap((model): Variant[] => {
    const { id, parameters } = model;
    const base = id === experiment.model ? shared : withModel(shared, id);
    const choice = parameters.find(({ kind }) => kind === 'choice');
    if (choice?.kind !== 'choice')
      return [{ experiment: base, title: [modelText(model, 'title')] }];
    return choice.options.map((option) => ({
      experiment: withValues(base, { [choice.name]: option }),
      title: [modelText(model, 'title'), optionText(choice, option)],
    }));
  });
}

/** The numbers that a sweep may vary, in the order of the panel: those that are on no axis. */
export function sweptParameters(experiment: Experiment): readonly NumberParameter[] {
  const varied = parameterAxesOf(mapPlane(experiment)).map(({ parameter }) => parameter);
  return [...axisParameters(experiment), ...RUN.filter(({ name }) => name === 'time')].filter(
    (parameter): parameter is NumberParameter =>
      parameter.kind === 'number' && !varied.includes(parameter.name),
  );
}

/** The default range of a sweep around the present value. */
export function defaultRange(experiment: Experiment, parameter: NumberParameter): SweepRange {
  const { name, min, max, logarithmic } = parameter;
  const { least, most } = limitsOf(experiment, parameter);
  if (!logarithmic) return { from: least, to: most };
  const present = numberOf(experiment, name);
  const from = Math.max(least, min, rounded(present / RANGE_FACTOR));
  // A longer horizon or finer step takes that many times as long.
  const to = Math.min(most, max, name === 'time' ? present : rounded(present * RANGE_FACTOR));
  return from < to ? { from, to } : { from: least, to: most };
}

/**
 * The range that somebody typed, in order.
 * @throws ChoiceError where an end is no number that the parameter allows, or both are the same
 */
export function readRange(
  experiment: Experiment,
  parameter: NumberParameter,
  ends: { readonly from: string; readonly to: string },
): SweepRange {
  const { least, most } = limitsOf(experiment, parameter);
  const limits = { min: least, max: most, integer: parameter.integer === true };
  const [from, to] = [ends.from, ends.to]
    .map((end) => readNumber(parameter.name, end, limits))
    .toSorted((a, b) => a - b) as [number, number];
  if (from < to) return { from, to };
  throw invalid({
    what: parameter.name,
    got: fill(GOT.sameEnds, { from: String(from), to: String(to) }),
    expected: EXPECTED.twoValues,
  });
}

/**
 * Experiments with `count` values of a parameter, by equal ratios where the parameter says so,
 * else by equal differences. Fewer where whole numbers leave no room for more.
 */
export function sweepVariants(
  experiment: Experiment,
  parameter: NumberParameter,
  { from, to }: SweepRange,
  count: number,
): readonly Variant[] {
  const { name, symbol, integer, logarithmic } = parameter;
  const ratios = logarithmic && from > 0;
  const values = Array.from({ length: count }, (_, i) => {
    if (i === 0) return from;
    if (i === count - 1) return to;
    const fraction = i / (count - 1);
    const value = ratios ? from * (to / from) ** fraction : from + fraction * (to - from);
    return integer ? Math.round(value) : rounded(value);
  });
  const letter = symbol.split(' ').at(-1)!;
  return [...new Set(values)].map((value) => ({
    experiment: withValues(experiment, { [name]: value }),
    title: [literal(`${letter} = ${String(value).replace('-', '−')}`)],
  }));
}

/** What the parameter admits, and a horizon with it: four steps have to fit in. */
function limitsOf(experiment: Experiment, { name, min, max }: NumberParameter) {
  if (name === 'time') return { least: Math.max(min, 4 * numberOf(experiment, 'step')), most: max };
  if (name === 'step') return { least: min, most: Math.min(max, numberOf(experiment, 'time') / 4) };
  return { least: min, most: max };
}

function rounded(value: number): number {
  return Number(value.toPrecision(DIGITS));
}
