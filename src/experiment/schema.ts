import * as v from 'valibot';
import { METHODS } from '../methods/index.ts';
import { MODELS } from '../models/index.ts';
import type { NumberParameter, Parameter, Value } from '../models/parameter.ts';
import { COMPONENTS, type Component, type State } from '../models/state.ts';
import {
  indexOf,
  MAX_INITIAL_CONDITIONS,
  withMethod,
  withModel,
  withValues,
  type Axis,
  type Experiment,
} from './experiment.ts';
import { splitCells } from './format/cells.ts';
import { numberRemedy, parseNumber, splitRange } from './format/number.ts';
import { parametersOf } from './parameters.ts';
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

/** Components beyond this make no sense in a slice: maps would show overflow only. */
export const MAX_COORDINATE = 1000;

const coordinate = v.pipe(
  v.number(),
  v.finite(),
  v.minValue(-MAX_COORDINATE),
  v.maxValue(MAX_COORDINATE),
);
const state = v.strictTuple([coordinate, coordinate, coordinate, coordinate]);
const axis = v.pipe(
  v.strictObject({ component: v.picklist(COMPONENTS), min: coordinate, max: coordinate }),
  v.check(({ min, max }) => min < max),
);

/** The keys of an experiment that are no scalar parameters, in the order they have to be read. */
export const STRUCTURE = ['model', 'method', 'x', 'y', 'hold', 'starts'] as const;

/** Model and method decide which other keys exist, so they are read first. */
export function rank(key: string): number {
  const index = (STRUCTURE as readonly string[]).indexOf(key);
  return index < 0 ? STRUCTURE.length : index;
}

/** What may be assigned to a key of this experiment, for suggestions. */
export function keysOf(experiment: Experiment): readonly string[] {
  const scalars = parametersOf(experiment.model, experiment.method).map(({ name }) => name);
  return [...STRUCTURE, ...scalars];
}

/**
 * The experiment with one choice changed: the only way from outside into an experiment. `value`
 * may be the plain value (JSON) or its text (URL, flags).
 * @throws ChoiceError for an unknown key or a value that is refused.
 */
export function assign(experiment: Experiment, key: string, value: unknown): Experiment {
  switch (key) {
    case 'model':
      return withModel(experiment, identifier(MODELS, key, value));
    case 'method':
      return withMethod(experiment, identifier(METHODS, key, value));
    case 'x':
    case 'y':
      return { ...experiment, slice: { ...experiment.slice, [key]: readAxis(key, value) } };
    case 'hold': {
      const hold = readHold(experiment.slice.hold, value);
      return { ...experiment, slice: { ...experiment.slice, hold } };
    }
    case 'starts':
      return { ...experiment, starts: readStarts(value) };
  }
  const parameter = parametersOf(experiment.model, experiment.method).find(
    ({ name }) => name === key,
  );
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

/** Refuses an experiment whose parts are right and do not fit together. */
export function checkWhole(experiment: Experiment): Experiment {
  return checkHorizon(checkAxes(experiment));
}

/** Refuses a slice whose axes are the same component. */
export function checkAxes(experiment: Experiment): Experiment {
  const { x, y } = experiment.slice;
  if (x.component === y.component) {
    throw invalid({
      what: NOUNS.slice,
      got: fill(GOT.sameComponent, { component: x.component }),
      expected: EXPECTED.twoComponents,
    });
  }
  return experiment;
}

/** Refuses a horizon with too few steps in it. */
export function checkHorizon(experiment: Experiment): Experiment {
  const [time, step] = [Number(experiment.values['time']), Number(experiment.values['step'])];
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

function readAxis(key: string, value: unknown): Axis {
  let candidate = value;
  if (typeof value === 'string') {
    const [, component = '', range = ''] = /^\s*(\w+)\s*[:=](.*)$/s.exec(value) ?? [];
    const [min, max] = splitRange(range) ?? ['', ''];
    candidate = { component, min: parseNumber(min), max: parseNumber(max) };
  }
  const result = v.safeParse(axis, candidate);
  if (!result.success) {
    throw invalid({
      what: key,
      got: oneLine(value),
      expected: fill(EXPECTED.axis, {
        components: COMPONENTS.join(', '),
        most: String(MAX_COORDINATE),
      }),
    });
  }
  return result.output;
}

/** Four numbers, or `phi1=0.1,phi2=0.2`: the components that are named change. */
function readHold(hold: State, value: unknown): State {
  if (typeof value !== 'string' || !/[=:]/.test(value)) return readState('hold', value);
  const next: [number, number, number, number] = [...hold];
  for (const part of namedParts(value)) {
    const [component = '', text = '', ...rest] = part.split(/[=:]/).map((word) => word.trim());
    if (rest.length > 0 || !(COMPONENTS as readonly string[]).includes(component)) {
      throw invalid({
        what: 'hold',
        got: oneLine(value),
        expected: fill(EXPECTED.componentValue, { components: COMPONENTS.join(', ') }),
      });
    }
    next[indexOf(component as Component)] = parseNumber(text);
  }
  return readState('hold', next, value);
}

/** The parts of `phi1=0,1,phi2=0.2`: a comma before no name belongs to a number. */
export function namedParts(text: string): readonly string[] {
  return text.split(/[,;](?=\s*\w+\s*[=:])/);
}

/** States as arrays, or as text: components parted by commas, states by semicolons. */
function readStarts(value: unknown): readonly State[] {
  const list = typeof value === 'string' ? value.split(';').filter((part) => part !== '') : value;
  if (!Array.isArray(list) || list.length > MAX_INITIAL_CONDITIONS) {
    throw invalid({
      what: 'starts',
      got: oneLine(value),
      expected: fill(EXPECTED.states, { most: String(MAX_INITIAL_CONDITIONS) }),
    });
  }
  return list.map((start) => readState('starts', start));
}

/** @param got what the user wrote, where it differs from `value` */
export function readState(key: string, value: unknown, got: unknown = value): State {
  const candidate = typeof value === 'string' ? splitCells(value).map(parseNumber) : value;
  const result = v.safeParse(state, candidate);
  if (!result.success) {
    throw invalid({
      what: key,
      got: oneLine(got),
      expected: fill(EXPECTED.state, {
        components: COMPONENTS.join(','),
        most: String(MAX_COORDINATE),
      }),
    });
  }
  return result.output;
}
