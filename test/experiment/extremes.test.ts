import { describe, expect, it } from 'vitest';
import { METHODS } from '../../src/methods/index.ts';
import { MODELS } from '../../src/models/index.ts';
import {
  defaultExperiment,
  MAX_INITIAL_CONDITIONS,
  withMethod,
  withModel,
  withValues,
  type Experiment,
} from '../../src/experiment/experiment.ts';
import { fromFile, toFile } from '../../src/experiment/format/json.ts';
import { parametersOf } from '../../src/experiment/parameters.ts';
import { PRESETS } from '../../src/experiment/presets.ts';
import { MAX_COORDINATE } from '../../src/experiment/format/read-axis.ts';
import { assign } from '../../src/experiment/schema.ts';
import { fromQuery, read, toQuery } from '../../src/experiment/format/url.ts';
import type { State } from '../../src/models/state.ts';
import { randomSource } from '../support/random.ts';

/** Numbers of every size, among them those that print long or with an exponent. */
function coordinates(seed: number): () => number {
  const random = randomSource(seed);
  const odd = [
    0,
    MAX_COORDINATE,
    -MAX_COORDINATE,
    5e-324,
    -1e-7,
    1e-300,
    0.1 + 0.2,
    1 / 3,
    2 ** -52,
  ];
  return () =>
    random() < 0.3
      ? odd[Math.floor(random() * odd.length)]!
      : (2 * random() - 1) * MAX_COORDINATE ** random() * 10 ** (-12 * random());
}

/** Every model with all numbers at an end of their range and odd coordinates. */
function extremes(end: 'min' | 'max'): Experiment[] {
  const next = coordinates(end === 'min' ? 1 : 2);
  const state = (): State => [next(), next(), next(), next()];
  return MODELS.flatMap(({ id }) =>
    METHODS.map((method) => {
      const values = Object.fromEntries(
        parametersOf({ model: id, method: method.id }).map((parameter) => {
          if (parameter.kind === 'number') return [parameter.name, parameter[end]];
          if (parameter.kind === 'boolean') return [parameter.name, end === 'max'];
          return [parameter.name, parameter.options.at(end === 'max' ? -1 : 0)!];
        }),
      );
      return {
        ...withValues(defaultExperiment(id, method.id), values),
        slice: {
          x: {
            component: 'phi2' as const,
            min: Math.max(-MAX_COORDINATE, -Math.abs(next()) - 1e-9),
            max: Math.abs(next()),
          },
          y: { component: 'theta1' as const, min: -MAX_COORDINATE, max: MAX_COORDINATE },
          hold: state(),
        },
        starts: Array.from({ length: MAX_INITIAL_CONDITIONS }, state),
      };
    }),
  );
}

describe('at the ends of every range, with numbers of every size,', () => {
  const experiments = [...extremes('min'), ...extremes('max')];

  it('links and files give the same experiment', () => {
    for (const experiment of experiments) {
      expect(fromQuery(toQuery(experiment))).toEqual({ experiment, ignored: [] });
      expect(fromFile(JSON.parse(JSON.stringify(toFile(experiment))))).toEqual(experiment);
    }
  });

  it('a link is short enough to be read, and legal as it is', () => {
    for (const experiment of experiments) {
      const query = toQuery(experiment);
      expect(query.length).toBeLessThan(2000);
      expect(new URL(`http://localhost/?${query}`).search).toBe(`?${query}`);
    }
  });

  it('text says the same as values', () => {
    for (const experiment of experiments) {
      const { model, method, slice, starts, values } = experiment;
      const text: [string, string][] = [
        ['model', model],
        ['method', method],
        ['x', `${slice.x.component}=${slice.x.min}:${slice.x.max}`],
        ['y', `${slice.y.component}:${slice.y.min}:${slice.y.max}`],
        [
          'hold',
          `theta2=${slice.hold[3]},phi1:${slice.hold[0]},phi2=${slice.hold[1]},theta1=${slice.hold[2]}`,
        ],
        ['starts', starts.join(';')],
        ...Object.entries(values).map(([key, value]): [string, string] => [key, String(value)]),
      ];
      expect(read(defaultExperiment(), text)).toEqual({ experiment, ignored: [] });
    }
  });
});

describe('links', () => {
  it('are read in any order: model and method first', () => {
    for (const { query } of PRESETS) {
      const turned = query.split('&').toReversed().join('&');
      expect(fromQuery(turned)).toEqual(fromQuery(query));
    }
  });

  it('may be empty, and begin with a question mark', () => {
    for (const query of ['', '?', '&', '?&&']) {
      expect(fromQuery(query)).toEqual({ experiment: defaultExperiment(), ignored: [] });
    }
    expect(fromQuery('?l2=0.5')).toEqual(fromQuery('l2=0.5'));
  });
});

describe('changing an experiment', () => {
  const changes: [string, unknown][] = [
    ['model', 'wgan-gp'],
    ['method', METHODS[0]!.id],
    ['x', 'phi1:0:1'],
    ['y', { component: 'phi2', min: 0, max: 1 }],
    ['hold', 'phi2=3'],
    ['starts', '1,2,3,4'],
    ['l2', '0.5'],
  ];

  it.each(changes)('by %s leaves the one it was as it was', (key, value) => {
    const before = defaultExperiment();
    const copy = structuredClone(before);
    const after = assign(before, key, value);
    expect(before).toEqual(copy);
    if (key !== 'method') expect(after).not.toEqual(before);
  });

  it('to another model forgets its own parameters only, among them those of equal names', () => {
    const kept = { l2: 0.3, rateD: 2, emaBeta: 0.5, step: 0.03, eps: 0.2, measure: 'turns' };
    for (const { id, parameters } of MODELS) {
      const own = parameters.map((parameter) => [
        parameter.name,
        parameter.kind === 'number' ? parameter.max : parameter.default,
      ]);
      const before = withValues(defaultExperiment(id), { ...Object.fromEntries(own), ...kept });
      for (const other of MODELS) {
        const after = withModel(before, other.id);
        expect(after).toEqual(withValues(defaultExperiment(other.id), kept));
        expect(after.slice).toBe(before.slice);
        expect(after.starts).toBe(before.starts);
      }
    }
  });

  it('to another method keeps what both have', () => {
    for (const method of METHODS) {
      const before = withValues(defaultExperiment('wgan-gp'), { lambda: 2, l2: 0.3, time: 77 });
      const after = withMethod(before, method.id);
      expect(after.values).toMatchObject({ lambda: 2, l2: 0.3, time: 77 });
      expect(Object.keys(after.values)).toEqual(
        parametersOf({ model: 'wgan-gp', method: method.id }).map(({ name }) => name),
      );
    }
  });
});
