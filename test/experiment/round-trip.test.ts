/** Random experiments of every model and method survive an address and a file exactly. */
import { describe, expect, test } from 'vitest';
import { alignedWith, fromOtherQuery, toOtherQuery } from '../../src/experiment/comparison.ts';
import {
  defaultExperiment,
  MAX_INITIAL_CONDITIONS,
  withValues,
  type Experiment,
  type ParameterAxis,
} from '../../src/experiment/experiment.ts';
import { fromFile, toFile } from '../../src/experiment/format/json.ts';
import { fromQuery, toQuery } from '../../src/experiment/format/url.ts';
import { parametersOf } from '../../src/experiment/parameters.ts';
import { axisParameters, withParameterAxes } from '../../src/experiment/plane.ts';
import { checkWhole } from '../../src/experiment/schema.ts';
import { METHODS } from '../../src/methods/index.ts';
import { MODELS } from '../../src/models/index.ts';
import type { NumberParameter, Parameter, Value } from '../../src/models/parameter.ts';
import { COMPONENTS, type State } from '../../src/models/state.ts';
import { randomSource } from '../support/random.ts';

/** Of each model by each method. */
const COUNT = 30;

const random = randomSource(19);
const below = (count: number) => Math.floor(count * random());
const oneOf = <T>(list: readonly T[]): T => list[below(list.length)]!;
const shuffled = <T>(list: readonly T[]): T[] =>
  list
    .map((one) => [random(), one] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, one]) => one);

function numberIn({ min, max, integer }: NumberParameter): number {
  const value = oneOf([min, max, min + random() * (max - min), max * random() ** 8]);
  const whole = integer ? Math.round(value) : value;
  return Math.min(max, Math.max(min, whole));
}

function valueOf(parameter: Parameter): Value {
  if (parameter.kind === 'number') return numberIn(parameter);
  return parameter.kind === 'choice' ? oneOf(parameter.options) : random() < 0.5;
}

const coordinate = () => oneOf([0, 0.1, -3, 7e-5, 20 * (random() - 0.5)]);
const state = (): State => [coordinate(), coordinate(), coordinate(), coordinate()];

const interval = () => {
  const min = coordinate();
  return { min, max: min + oneOf([1e-4, 1, 10 * (0.01 + random())]) };
};

function axisAlong(parameters: readonly NumberParameter[]): ParameterAxis {
  const parameter = oneOf(parameters.filter((one) => !one.integer && one.max > 0));
  const scale = oneOf(['linear', 'log'] as const);
  const max = parameter.max * (0.2 + 0.8 * random());
  const least = scale === 'log' ? max / 100 : parameter.min;
  return { parameter: parameter.name, min: Math.max(parameter.min, least), max, scale };
}

/** Any choices at all; undefined where they do not fit together. */
function randomExperiment(model: string, method: string): Experiment | undefined {
  const standard = defaultExperiment(model, method);
  const changed = parametersOf({ model, method }).filter(() => random() < 0.4);
  const [x, y] = shuffled(COMPONENTS);
  const experiment: Experiment = {
    ...withValues(
      standard,
      Object.fromEntries(changed.map((parameter) => [parameter.name, valueOf(parameter)])),
    ),
    slice:
      random() < 0.3
        ? standard.slice
        : {
            x: { component: x!, ...interval() },
            y: { component: y!, ...interval() },
            hold: random() < 0.5 ? standard.slice.hold : state(),
          },
    ...(random() < 0.3 && {
      ensemble: {
        starts: 1 + below(4096),
        box: shuffled(COMPONENTS)
          .slice(0, 1 + below(4))
          .map((component) => ({ component, ...interval() })),
      },
    }),
    ...(random() < 0.3 && {
      colours: { measure: oneOf(['distance', 'outcome', 'mean.rate']), low: random(), high: 2 },
    }),
    starts: Array.from({ length: below(MAX_INITIAL_CONDITIONS + 1) }, state),
  };
  const axes = axisParameters(experiment);
  const [along, up] = [axisAlong(axes), axisAlong(axes)];
  const parameterAxes = oneOf([
    {},
    {},
    { x: along },
    { y: up },
    ...(along.parameter === up.parameter ? [] : [{ x: along, y: up }]),
  ]);
  try {
    return checkWhole(withParameterAxes(experiment, parameterAxes));
  } catch {
    return undefined;
  }
}

function experimentsOf(model: string, method: string): readonly Experiment[] {
  const found: Experiment[] = [];
  for (let tries = 0; found.length < COUNT && tries < 20 * COUNT; tries++) {
    const experiment = randomExperiment(model, method);
    if (experiment) found.push(experiment);
  }
  return found;
}

const pairs = MODELS.flatMap((model) => METHODS.map((method) => [model.id, method.id] as const));

describe.each(pairs)('%s by %s', (model, method) => {
  const experiments = experimentsOf(model, method);

  test('by an address, in whatever order', () => {
    expect(experiments).toHaveLength(COUNT);
    for (const experiment of experiments) {
      const query = toQuery(experiment);
      for (const order of [query, shuffled(query.split('&')).join('&')]) {
        expect(fromQuery(order), order).toEqual({ experiment, ignored: [] });
      }
    }
  });

  test('by a file, in whatever order', () => {
    for (const experiment of experiments) {
      const text = JSON.stringify(toFile(experiment));
      const file = JSON.parse(text) as Record<string, unknown>;
      expect(fromFile(file), text).toEqual(experiment);
      expect(fromFile(Object.fromEntries(shuffled(Object.entries(file)))), text).toEqual(
        experiment,
      );
    }
  });

  test('beside another experiment', () => {
    for (const experiment of experiments) {
      const present = oneOf(experiments);
      const reading = fromOtherQuery(toOtherQuery(experiment), present);
      expect(reading.ignored).toEqual([]);
      expect(alignedWith(reading.experiment, present)).toEqual(reading.experiment);
    }
  });
});
