/** Axes of a plane, as links, flags and files have them. */
import * as v from 'valibot';
import { fill } from '../../models/message.ts';
import { COMPONENTS } from '../../models/state.ts';
import type { Axis, ComponentAxis, Experiment, ParameterAxis } from '../experiment.ts';
import { parseNumber, splitRange } from './number.ts';
import { axisParameters } from '../plane.ts';
import { EXPECTED, invalid, oneLine, type ChoiceError } from '../refusal.ts';

/** Components beyond this make no sense in a slice: maps would show overflow only. */
export const MAX_COORDINATE = 1000;

/**
 * Narrower axes are refused, of components and of parameters: their ticks would be alike. Twice as
 * wide a one is what zooming ends at.
 */
const NARROWEST = { component: 2 ** -31, parameter: 1e-30, share: 2 ** -31 };

interface Range {
  readonly min: number;
  readonly max: number;
}

function isWide({ min, max }: Range, least: number): boolean {
  return max - min >= Math.max(least, NARROWEST.share * Math.max(Math.abs(min), Math.abs(max)));
}

export const coordinate = v.pipe(
  v.number(),
  v.finite(),
  v.minValue(-MAX_COORDINATE),
  v.maxValue(MAX_COORDINATE),
);
const componentAxis = v.pipe(
  v.strictObject({ component: v.picklist(COMPONENTS), min: coordinate, max: coordinate }),
  v.check((range) => isWide(range, NARROWEST.component)),
);
const bound = v.pipe(v.number(), v.finite());
const parameterAxis = v.pipe(
  v.strictObject({
    parameter: v.string(),
    min: bound,
    max: bound,
    scale: v.picklist(['linear', 'log']),
  }),
  v.check((axis) => isWide(axis, NARROWEST.parameter) && (axis.scale === 'linear' || axis.min > 0)),
);

/** What an axis' text says: a component or parameter, its range, and `log` or nothing. */
function axisParts(text: string) {
  const [, target = '', rest = ''] = /^\s*(\w+)\s*[:=](.*)$/s.exec(text) ?? [];
  const [, range = '', scale] = /^(.*?)(?:\s*[:,;\s]\s*(log|linear|lin))?\s*$/is.exec(rest) ?? [];
  const [min, max] = splitRange(range) ?? ['', ''];
  return { target, scale, min: parseNumber(min), max: parseNumber(max) };
}

/** As `readAxis` reads it. */
export function axisText(axis: Axis): string {
  const { min, max } = axis;
  if (!('parameter' in axis)) return componentRangeText(axis);
  return `${axis.parameter}:${min}:${max}${axis.scale === 'log' ? ':log' : ''}`;
}

export function componentRangeText({ component, min, max }: ComponentAxis): string {
  return `${component}:${min}:${max}`;
}

export function readAxis(experiment: Experiment, key: string, value: unknown): Axis {
  const isParameter = (name: unknown) =>
    axisParameters(experiment).some((parameter) => parameter.name === name);
  if (typeof value === 'string') {
    const { target, scale, min, max } = axisParts(value);
    if (!isParameter(target)) return readComponentAxis(key, value, experiment);
    const isLog = scale?.toLowerCase() === 'log';
    const axis = { parameter: target, min, max, scale: isLog ? 'log' : 'linear' };
    return readParameterAxis(experiment, key, axis, value);
  }
  const isObject = typeof value === 'object' && value !== null && 'parameter' in value;
  if (!isObject) return readComponentAxis(key, value, experiment);
  if (isParameter(value.parameter)) return readParameterAxis(experiment, key, value, value);
  throw unknownTarget(experiment, key, value);
}

/** @param experiment where given, one whose parameters may stand there as well */
export function readComponentAxis(
  key: string,
  value: unknown,
  experiment?: Experiment,
): ComponentAxis {
  let candidate = value;
  if (typeof value === 'string') {
    const { target, min, max, scale } = axisParts(value);
    const isComponent = (COMPONENTS as readonly string[]).includes(target);
    if (experiment && /^\w+$/.test(target) && !isComponent && !Number.isNaN(min + max)) {
      throw unknownTarget(experiment, key, value);
    }
    // A component may be negative: its axis is linear.
    candidate = { component: scale ? '' : target, min, max };
  }
  const result = v.safeParse(componentAxis, candidate);
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

/** @param got what the user wrote */
function readParameterAxis(
  experiment: Experiment,
  key: string,
  candidate: unknown,
  got: unknown,
): ParameterAxis {
  const result = v.safeParse(parameterAxis, candidate);
  const name = (candidate as { readonly parameter: string }).parameter;
  const { min, max } = axisParameters(experiment).find((one) => one.name === name)!;
  if (result.success && result.output.min >= min && result.output.max <= max) return result.output;
  throw invalid({
    what: key,
    got: oneLine(got),
    expected: fill(EXPECTED.parameterAxis, { name, min: String(min), max: String(max) }),
  });
}

function unknownTarget(experiment: Experiment, key: string, value: unknown): ChoiceError {
  const targets = [...COMPONENTS, ...axisParameters(experiment).map(({ name }) => name)];
  return invalid({
    what: key,
    got: oneLine(value),
    expected: fill(EXPECTED.axisTarget, {
      targets: targets.join(', '),
      model: experiment.model,
      method: experiment.method,
    }),
  });
}
