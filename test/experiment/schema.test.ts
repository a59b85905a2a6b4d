import { describe, expect, test } from 'vitest';
import {
  defaultExperiment,
  isSliceOneDimensional,
  withMethod,
  withModel,
  withValues,
  type Experiment,
} from '../../src/experiment/experiment.ts';
import { fromFile, toFile, VERSION } from '../../src/experiment/format/json.ts';
import { parametersOf } from '../../src/experiment/parameters.ts';
import { PRESETS } from '../../src/experiment/presets.ts';
import { ChoiceError } from '../../src/experiment/refusal.ts';
import { assign, checkWhole } from '../../src/experiment/schema.ts';
import { fromQuery, toQuery } from '../../src/experiment/format/url.ts';
import { englishOf } from '../../src/models/message.ts';
import { METHODS } from '../../src/methods/index.ts';
import { MODELS } from '../../src/models/index.ts';
import type { Parameter, Value } from '../../src/models/parameter.ts';
import { COMPONENTS, type State } from '../../src/models/state.ts';
import { randomSource } from '../support/random.ts';

const random = randomSource(11);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

function randomValue(parameter: Parameter): Value {
  if (parameter.kind === 'choice') return pick(parameter.options);
  if (parameter.kind === 'boolean') return random() < 0.5;
  const value = parameter.min + random() * (parameter.max - parameter.min);
  return parameter.integer ? Math.round(value) : value;
}

function randomState(): State {
  return [0, 1, 2, 3].map(() => 4 * random() - 2) as unknown as State;
}

function randomExperiment(): Experiment {
  const base = defaultExperiment(pick(MODELS).id, pick(METHODS).id);
  const [x, y] = COMPONENTS.toSorted(() => random() - 0.5) as [
    (typeof COMPONENTS)[number],
    (typeof COMPONENTS)[number],
  ];
  const values = Object.fromEntries(
    parametersOf(base).map((parameter) => [parameter.name, randomValue(parameter)]),
  );
  // Four steps have to fit.
  const time = Math.max(Number(values['time']), 4 * Number(values['step']));
  return {
    ...base,
    values: { ...values, time },
    slice: {
      x: { component: x, min: -3 * random(), max: 3 * random() + 0.1 },
      y: { component: y, min: -random() / 7, max: random() + 0.1 },
      hold: randomState(),
    },
    starts: Array.from({ length: Math.floor(5 * random()) }, randomState),
  };
}

const experiments = Array.from({ length: 200 }, randomExperiment);

describe('round trips give the same experiment to the last bit', () => {
  test('by link', () => {
    for (const experiment of experiments) {
      expect(fromQuery(toQuery(experiment))).toEqual({ experiment, ignored: [] });
    }
  });

  test('by a link that a browser has encoded', () => {
    for (const experiment of experiments.slice(0, 20)) {
      const url = new URL('http://localhost/');
      url.search = toQuery(experiment);
      expect(fromQuery(url.search)).toEqual({ experiment, ignored: [] });
    }
  });

  test('by file', () => {
    for (const experiment of experiments) {
      expect(fromFile(JSON.parse(JSON.stringify(toFile(experiment))))).toEqual(experiment);
    }
  });

  test('a link says only what differs', () => {
    for (const { id } of MODELS) expect(toQuery(defaultExperiment(id))).toBe(`model=${id}`);
  });
});

describe('assign', () => {
  const base = defaultExperiment('wgan-gp');

  test('takes plain values and their text alike', () => {
    expect(assign(base, 'lambda', '0.25')).toEqual(assign(base, 'lambda', 0.25));
    expect(assign(base, 'x', 'phi1=-1:2')).toEqual(
      assign(base, 'x', { component: 'phi1', min: -1, max: 2 }),
    );
    expect(assign(base, 'hold', '1,2,3,4').slice.hold).toEqual([1, 2, 3, 4]);
    expect(assign(base, 'hold', 'phi2=0.5,theta1:3').slice.hold).toEqual([0.1, 0.5, 3, 0.1]);
    expect(assign(base, 'starts', '1,2,3,4;5,6,7,8').starts).toEqual([
      [1, 2, 3, 4],
      [5, 6, 7, 8],
    ]);
    const fGan = defaultExperiment('f-gan');
    expect(assign(fGan, 'nonSaturating', 'true').values['nonSaturating']).toBe(true);
    expect(assign(fGan, 'nonSaturating', '0').values['nonSaturating']).toBe(false);
  });

  test.each([
    ['lambda', '120', 'invalid lambda: 120, expected a number from 0 to 100'],
    ['lambda', '', 'invalid lambda: (empty), expected a number from 0 to 100'],
    ['lambda', 'abc', 'invalid lambda: abc, expected a number from 0 to 100'],
    ['lambda', NaN, 'invalid lambda: null, expected a number from 0 to 100'],
    ['lambda', 'Infinity', 'invalid lambda: Infinity, expected a number from 0 to 100'],
    ['measure', 'speed', 'invalid measure: speed, expected one of distance'],
    ['model', 'dcgan', 'unknown model: dcgan, expected one of ns-gan'],
    ['method', 'euler', 'unknown method: euler, expected one of rk4'],
    ['k', '2', 'unknown parameter: k; wgan-gp with rk4 has model, method'],
    ['__proto__', '2', 'unknown parameter: __proto__'],
    ['x', 'theta1:2:-2', 'invalid x: theta1:2:-2, expected component=min:max as in theta1=-2:2'],
    ['x', 'theta3:0:1', 'invalid x: theta3:0:1'],
    ['x', 'theta1:0:1:2', 'invalid x: theta1:0:1:2'],
    ['hold', '1,2,3', 'invalid hold: 1,2,3, expected four numbers'],
    ['hold', '1,2,3,1e9', 'invalid hold: 1,2,3,1e9'],
    ['hold', 'psi=1', 'invalid hold: psi=1'],
    ['hold', 'phi1=0.1=7', 'invalid hold: phi1=0.1=7, expected component=number'],
    ['hold', 'phi2=1,phi1:0.1:7', 'invalid hold: phi2=1,phi1:0.1:7, expected component=number'],
    ['starts', '1,2', 'invalid starts: 1,2'],
    ['starts', '0,0,0,0;'.repeat(9), 'invalid starts'],
  ])('refuses %s = %s in one line', (key, value, message) => {
    expect(() => assign(base, key, value)).toThrow(ChoiceError);
    expect(() => assign(base, key, value)).toThrow(message);
    const line = (() => {
      try {
        assign(base, key, value);
      } catch (error) {
        return (error as Error).message;
      }
      return '';
    })();
    expect(line).not.toContain('\n');
  });

  test('cuts what is too long to repeat', () => {
    expect(() => assign(base, 'lambda', `${'9'.repeat(500)}\nx`)).toThrow(/^.{1,150}$/);
  });

  test('parts that do not fit together are refused', () => {
    const same = assign(base, 'x', 'theta2:-1:1');
    expect(() => checkWhole(same)).toThrow('invalid slice: x and y are both theta2');
    const short = withValues(base, { time: 0.1 });
    expect(() => checkWhole(short)).toThrow('invalid time: 0.1, expected at least four steps');
  });
});

describe('links from strangers', () => {
  const pieces = [
    'model=wgan', 'model=<script>', 'lambda=1e999', 'x=theta1', 'y=phi1:NaN:2', 'hold=', 'starts=;;;',
    '__proto__=1', 'constructor=1', 'toString', '=', '&&', '%', '%00', '%F0%9F%92%A9=1', 'step=0',
    'time=-1', 'time=0.01', 'resolution=1e9', 'x=theta1:-2:2', 'y=theta1:-1:1', 'palette=auto',
    'λ=2', `a=${'x'.repeat(3000)}`, 'model=ns-gan&model=wgan-gp', 'measure=outcome', 'eps=1e-9',
  ]; // prettier-ignore

  test('never throw, always leave a sound experiment, and say each thing ignored in a line', () => {
    for (let i = 0; i < 500; i++) {
      const query = Array.from({ length: 1 + Math.floor(6 * random()) }, () => pick(pieces)).join(
        '&',
      );
      const { experiment, ignored } = fromQuery(query);
      expect(checkWhole(experiment)).toBe(experiment);
      expect(fromQuery(toQuery(experiment))).toEqual({ experiment, ignored: [] });
      for (const line of ignored.map(englishOf))
        expect(line).toMatch(/^(invalid|unknown)[^\n]{1,400}$/);
    }
  });

  test('of random bytes', () => {
    for (let i = 0; i < 200; i++) {
      const query = String.fromCodePoint(
        ...Array.from({ length: Math.floor(60 * random()) }, () => Math.floor(random() * 0xd7ff)),
      );
      const { experiment } = fromQuery(query);
      expect(checkWhole(experiment)).toBe(experiment);
    }
  });

  test('that are endless are not read', () => {
    const { experiment, ignored } = fromQuery('a=1&'.repeat(10_000));
    expect(experiment).toEqual(defaultExperiment());
    expect(ignored).toHaveLength(1);
  });
});

describe('files', () => {
  test.each([
    ['a list', [], 'not an object'],
    ['nothing', null, 'not an object'],
    ['no version', { model: 'wgan' }, 'version missing'],
    ['an odd version', { ganfield: '1' }, 'version "1"'],
    ['a newer version', { ganfield: VERSION + 1 }, 'a newer Ganfield made it'],
    ['an unknown key', { ganfield: 1, speedy: 3 }, 'unknown parameter: speedy'],
    ['a value out of range', { ganfield: 1, l2: -1 }, 'invalid l2: -1'],
  ])('with %s are refused', (_, file, message) => {
    expect(() => fromFile(file)).toThrow(ChoiceError);
    expect(() => fromFile(file)).toThrow(message);
  });

  test('keep defaults for what they leave out', () => {
    expect(fromFile({ ganfield: 1, lambda: 2, model: 'gan-qp' })).toEqual(
      withValues(defaultExperiment('gan-qp'), { lambda: 2 }),
    );
  });
});

describe('other models and methods', () => {
  test('keep everything but the model’s own parameters', () => {
    const base = withValues(defaultExperiment('wgan-gp'), { lambda: 3, l2: 0.5, time: 77 });
    const other = withModel(base, 'gan-qp');
    expect(other.values).toMatchObject({ lambda: 1, l2: 0.5, time: 77 });
    expect(other.values).not.toHaveProperty('c');
    expect(other.slice).toBe(base.slice);
    expect(withMethod(base, 'rk4')).toEqual(base);
  });

  test('begin at the other method’s own default where none was chosen', () => {
    const base = defaultExperiment('wgan', 'rk4');
    expect(withMethod(base, 'dopri5').values['step']).toBe(0.125);
    expect(withMethod(withMethod(base, 'dopri5'), 'rk4')).toEqual(base);
    expect(withMethod(withValues(base, { step: 0.25 }), 'dopri5').values['step']).toBe(0.25);
    expect(fromQuery('method=dopri5').experiment).toEqual(defaultExperiment('ns-gan', 'dopri5'));
  });
});

describe('presets', () => {
  test('are what they say, and no two are alike', () => {
    const files = PRESETS.map(({ query }) => {
      const { experiment, ignored } = fromQuery(query);
      expect(ignored).toEqual([]);
      return JSON.stringify(toFile(experiment));
    });
    expect(new Set(files).size).toBe(PRESETS.length);
    expect(PRESETS.filter(({ group }) => group === 'article')).toHaveLength(7);
  });

  test('the article’s have its initial state and horizons', () => {
    const horizons = PRESETS.filter(({ group }) => group === 'article').map(({ query }) => {
      const { experiment } = fromQuery(query);
      expect(experiment.starts).toEqual([[0.1, 0.2, 0.2, 0.1]]);
      return [experiment.model, experiment.values['time'], experiment.values['l2']];
    });
    expect(horizons).toEqual([
      ['ns-gan', 100, 0],
      ['wgan', 10, 0],
      ['wgan-gp', 40, 0],
      ['wgan-gp', 40, 0],
      ['gan-qp', 40, 0],
      ['gan-qp', 70, 0.1],
      ['gan-qp', 40, 0],
    ]);
  });
});

test('a slice is one-dimensional where phi2 and theta2 are held at 0', () => {
  const { slice } = defaultExperiment();
  expect(isSliceOneDimensional(slice)).toBe(false);
  const line = { ...slice, y: { component: 'phi1' as const, min: -1, max: 1 } };
  expect(isSliceOneDimensional({ ...line, hold: [0.3, 0, 0.1, 0] })).toBe(true);
  expect(isSliceOneDimensional({ ...line, hold: [0.3, 0, 0.1, 0.2] })).toBe(false);
});

test('a refusal has what, got, expected and remedy apart, and its message is made of them', () => {
  const refusalOf = (attempt: () => unknown) => {
    try {
      attempt();
    } catch (error) {
      if (error instanceof ChoiceError) return error;
    }
    throw new Error('nothing was refused');
  };
  const { refusal, message } = refusalOf(() => assign(defaultExperiment(), 'seed', '50%'));
  expect(refusal.id).toBe('refusal.invalidWithRemedy');
  expect(refusal.values).toMatchObject({
    what: { values: { key: 'seed' } },
    got: '50%',
    expected: { id: 'refusal.expected.wholeNumber', values: { min: '0', max: '65535' } },
    remedy: { id: 'refusal.remedy.write', values: { text: '50/100' } },
  });
  expect(message).toBe('invalid seed: 50%, expected a whole number from 0 to 65535; write 50/100');
  expect(refusalOf(() => assign(defaultExperiment(), 'model', '')).message).toMatch(
    /^unknown model: \(empty\), expected one of ns-gan, /,
  );
});
