import * as v from 'valibot';
import { readAxis, readComponentAxis } from './format/read-axis.ts';
import { readColours } from './format/read-colours.ts';
import { readDiagram } from './format/read-diagram.ts';
import { readEnsemble } from './format/read-ensemble.ts';
import { readHold, readStarts } from './format/read-state.ts';
import { MEASURES } from '../measures/index.ts';
import { readGame, type GameCompiler } from './format/read-game.ts';
import { CUSTOM } from '../game/compiled-game.ts';
import { METHODS } from '../methods/index.ts';
import { MODELS } from '../models/index.ts';
import type { NumberParameter, Parameter, Value } from '../models/parameter.ts';
import {
  numberOf,
  withGame,
  withMethod,
  withModel,
  withValues,
  type Experiment,
} from './experiment.ts';
import { numberRemedy, parseNumber } from './format/number.ts';
import { MEASURE, parametersOf } from './parameters.ts';
import { largestOf, mapPlane, parameterAxesOf, withAxis } from './plane.ts';
import { fill, type Message } from '../models/message.ts';
import {
  ChoiceError,
  EXPECTED,
  GOT,
  invalid,
  NOUNS,
  oneLine,
  REFUSALS,
  REMEDIES,
  unknown,
} from './refusal.ts';

/** The keys of an experiment that are no scalar parameters, in the order they have to be read. */
export const STRUCTURE = [
  'model',
  'method',
  'x',
  'y',
  'flowX',
  'flowY',
  'hold',
  'ensemble',
  'diagram',
  'colours',
  'starts',
] as const;

/** Game, model and method decide which other keys exist, so they are read first. */
export function rank(key: string): number {
  if (key === 'game') return -1;
  const index = (STRUCTURE as readonly string[]).indexOf(key);
  return index < 0 ? STRUCTURE.length : index;
}

/** What may be assigned to a key of this experiment, for suggestions. */
export function keysOf(experiment: Experiment): readonly string[] {
  const scalars = parametersOf(experiment).map(({ name }) => name);
  return [...STRUCTURE, ...scalars];
}

/**
 * The experiment with one choice changed: the only way from outside into an experiment. `value`
 * may be the plain value (JSON) or its text (URL, flags).
 * @param compile of games; a page loads it when the first one is opened
 * @throws ChoiceError for an unknown key or a value that is refused.
 */
export function assign(
  experiment: Experiment,
  key: string,
  value: unknown,
  compile?: GameCompiler,
): Experiment {
  switch (key) {
    case 'game':
      return withGame(experiment, readGame(value, compile));
    case 'model':
      // A game makes its model.
      if (value === CUSTOM && experiment.game) return experiment;
      return withModel(experiment, identifier(MODELS, key, value));
    case 'method':
      return withMethod(experiment, identifier(METHODS, key, value));
    case 'x':
    case 'y':
      return withAxis(experiment, key, readAxis(experiment, key, value));
    case 'flowX':
    case 'flowY': {
      const side = key === 'flowX' ? 'x' : 'y';
      const axis = readComponentAxis(key, value);
      return { ...experiment, slice: { ...experiment.slice, [side]: axis } };
    }
    case 'hold': {
      const hold = readHold(experiment.slice.hold, value);
      return { ...experiment, slice: { ...experiment.slice, hold } };
    }
    case 'ensemble':
      return { ...experiment, ensemble: readEnsemble(value) };
    case 'diagram':
      return { ...experiment, diagram: readDiagram(experiment, value) };
    case 'colours':
      return { ...experiment, colours: readColours(value) };
    case 'starts':
      return { ...experiment, starts: readStarts(value) };
  }
  const parameter = parametersOf(experiment).find(({ name }) => name === key);
  if (!parameter) {
    throw new ChoiceError(
      fill(REFUSALS.unknownParameter, {
        got: oneLine(key),
        model: experiment.model,
        method: experiment.method,
        expected: keysOf(experiment).join(', '),
      }),
    );
  }
  return withValues(experiment, { [key]: readValue(parameter, value) });
}

/**
 * The experiment with several choices changed, whatever their order.
 * @throws ChoiceError as `assign`, and for choices that do not fit together
 */
export function assignAll(
  experiment: Experiment,
  choices: Readonly<Record<string, unknown>>,
  compile?: GameCompiler,
): Experiment {
  const entries = Object.entries(choices).toSorted(([a], [b]) => rank(a) - rank(b));
  const assigned = entries.reduce(
    (current, [key, value]) => assign(current, key, value, compile),
    experiment,
  );
  return checkWhole(assigned);
}

/** Refuses an experiment whose parts are right and do not fit together. */
export function checkWhole(experiment: Experiment): Experiment {
  return checkHorizon(checkAxes(experiment));
}

/** Refuses a plane whose axes are the same component or parameter. */
export function checkAxes(experiment: Experiment): Experiment {
  const { x, y } = experiment.slice;
  if (x.component === y.component) {
    throw invalid({
      what: NOUNS.slice,
      got: fill(GOT.sameComponent, { component: x.component }),
      expected: EXPECTED.twoComponents,
    });
  }
  const [one, other] = parameterAxesOf(mapPlane(experiment));
  if (one && one.parameter === other?.parameter) {
    throw invalid({
      what: NOUNS.plane,
      got: fill(GOT.sameComponent, { component: one.parameter }),
      expected: EXPECTED.twoTargets,
    });
  }
  return experiment;
}

/** Refuses a horizon with too few steps in it. */
export function checkHorizon(experiment: Experiment): Experiment {
  const time = numberOf(experiment, 'time');
  const across = experiment.diagram?.x;
  const ofDiagram = across && 'parameter' in across && across.parameter === 'step' ? across.max : 0;
  const step = Math.max(numberOf(experiment, 'step'), largestOf(experiment, 'step'), ofDiagram);
  if (time < 4 * step) {
    throw invalid({
      what: NOUNS.time,
      got: String(time),
      expected: fill(EXPECTED.fourSteps, { step: String(step) }),
      remedy: REMEDIES.longerOrFiner,
    });
  }
  return experiment;
}

function expectationOf(parameter: Parameter): Message {
  if (parameter === MEASURE) {
    return fill(EXPECTED.measure, {
      measures: MEASURES.map(({ id }) => id).join(', '),
      statistics: 'outcome, share.LABEL, mean.ID, median.ID, min.ID, max.ID',
    });
  }
  if (parameter.kind === 'choice') return oneOf(parameter.options);
  if (parameter.kind === 'boolean') return EXPECTED.trueOrFalse;
  return numberExpectation(parameter);
}

function oneOf(options: readonly string[]): Message {
  return fill(EXPECTED.oneOf, { options: options.join(', ') });
}

/** What a number may be. */
export type NumberRange = Pick<NumberParameter, 'min' | 'max' | 'integer'>;

function numberExpectation({ min, max, integer }: NumberRange): Message {
  const range = { min: String(min), max: String(max) };
  return fill(integer ? EXPECTED.wholeNumber : EXPECTED.number, range);
}

/**
 * The number that somebody typed.
 * @param name what it is, for the message
 * @throws ChoiceError where the text is no number, or one outside the range
 */
export function readNumber(name: string, text: string, range: NumberRange): number {
  const value = parseNumber(text);
  const isAllowed = value >= range.min && value <= range.max;
  if (isAllowed && (!range.integer || Number.isInteger(value))) return value;
  throw invalid({
    what: name,
    got: oneLine(text),
    expected: numberExpectation(range),
    remedy: numberRemedy(text),
  });
}

function readValue(parameter: Parameter, value: unknown): Value {
  if (parameter.kind === 'number' && typeof value === 'string') {
    return readNumber(parameter.name, value, parameter);
  }
  const result = v.safeParse(schemaOf(parameter), plain(parameter, value));
  if (!result.success) {
    const { name } = parameter;
    throw invalid({ what: name, got: oneLine(value), expected: expectationOf(parameter) });
  }
  return result.output;
}

function schemaOf(parameter: Parameter): v.GenericSchema<Value> {
  switch (parameter.kind) {
    case 'number':
      return v.pipe(
        v.number(),
        v.minValue(parameter.min),
        v.maxValue(parameter.max),
        v.check((value) => !parameter.integer || Number.isInteger(value)),
      );
    case 'choice':
      return v.picklist(parameter.options);
    case 'boolean':
      return v.boolean();
  }
}

/** Text from a URL or a flag as the plain value it spells; anything else as it is. */
function plain(parameter: Parameter, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (parameter.kind === 'boolean') return { true: true, false: false, 1: true, 0: false }[value];
  return value;
}

function identifier(
  list: readonly { id: string }[],
  key: 'model' | 'method',
  value: unknown,
): string {
  const found = list.find(({ id }) => id === value);
  if (found) return found.id;
  const expected = oneOf(list.map(({ id }) => id));
  throw unknown({ what: NOUNS[key], got: oneLine(value), expected });
}
