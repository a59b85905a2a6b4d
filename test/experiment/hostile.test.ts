import { describe, expect, it, test } from 'vitest';
import { compileGame } from '../../src/game/compile-game.ts';
import { METHODS } from '../../src/methods/index.ts';
import { MODELS } from '../../src/models/index.ts';
import {
  defaultExperiment,
  MAX_INITIAL_CONDITIONS,
  type Experiment,
} from '../../src/experiment/experiment.ts';
import { fromFile } from '../../src/experiment/format/json.ts';
import { parametersOf } from '../../src/experiment/parameters.ts';
import { ChoiceError } from '../../src/experiment/refusal.ts';
import { MAX_COORDINATE } from '../../src/experiment/format/read-axis.ts';
import { assign } from '../../src/experiment/schema.ts';
import { fromQuery, toQuery } from '../../src/experiment/format/url.ts';
import { scheduleFor } from '../../src/experiment/schedule.ts';
import { randomSource } from '../support/random.ts';
import { englishOf, type Message } from '../../src/models/message.ts';

/** All that the rest of Ganfield relies on, said anew and not through the schema. */
function expectValid(experiment: Experiment): void {
  const models = experiment.game ? ['custom'] : MODELS.map(({ id }) => id);
  expect(models).toContain(experiment.model);
  expect(METHODS.map(({ id }) => id)).toContain(experiment.method);
  const parameters = parametersOf(experiment);
  expect(Object.keys(experiment.values)).toEqual(parameters.map(({ name }) => name));
  for (const parameter of parameters) {
    const value = experiment.values[parameter.name]!;
    if (parameter.kind === 'number') {
      expect(value).toBeTypeOf('number');
      expect(value).toBeGreaterThanOrEqual(parameter.min);
      expect(value).toBeLessThanOrEqual(parameter.max);
    } else if (parameter.kind === 'choice') expect(parameter.options).toContain(value);
    else expect(value).toBeTypeOf('boolean');
  }
  const { x, y, hold } = experiment.slice;
  expect(x.component).not.toBe(y.component);
  expect(x.min).toBeLessThan(x.max);
  expect(y.min).toBeLessThan(y.max);
  expect(experiment.starts.length).toBeLessThanOrEqual(MAX_INITIAL_CONDITIONS);
  for (const s of [hold, ...experiment.starts, [x.min, x.max, y.min, y.max]]) {
    expect(s).toHaveLength(4);
    for (const component of s) expect(Math.abs(component)).toBeLessThanOrEqual(MAX_COORDINATE);
  }
  expect(() => scheduleFor(experiment)).not.toThrow();
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
}

function expectReasons(ignored: readonly Message[]): void {
  for (const reason of ignored.map(englishOf)) {
    expect(reason).toMatch(/^(unknown|invalid) \w+: .+/);
    expect(reason).not.toMatch(/[\n\r\t]/);
    expect(reason.length).toBeLessThan(600);
  }
}

/** What is written to a key, and how many lines it has to give. */
const BAD: readonly (readonly [query: string, says: RegExp])[] = [
  ['model=nonsense', /unknown model: nonsense, expected one of ns-gan/],
  ['model=', /unknown model: \(empty\)/],
  ['model=NS-GAN', /unknown model/],
  ['model=__proto__', /unknown model: __proto__/],
  ['method=euler', /unknown method: euler/],
  ['__proto__=polluted', /unknown parameter: __proto__/],
  ['constructor=1', /unknown parameter: constructor/],
  ['toString=1', /unknown parameter: toString/],
  ['model=wgan-gp&clip=1', /unknown parameter: clip/],
  ['=1', /unknown parameter: \(empty\);/],
  ['time=NaN', /invalid time: NaN, expected a number from/],
  ['time=Infinity', /invalid time: Infinity/],
  ['time=-1', /invalid time: -1/],
  ['time=', /invalid time: \(empty\)/],
  ['time=%20', /invalid time/],
  ['time=1e999', /invalid time/],
  ['time=40s', /invalid time: 40s/],
  ['time=1,500', /invalid time: 1,500, expected .*; write 1.500 or 1500/],
  ['time=1,2,3', /invalid time: 1,2,3, expected .*; write one number/],
  ['l2=50%', /invalid l2: 50%, expected .*; write 50\/100/],
  ['step=0', /invalid step: 0/],
  ['l2=true', /invalid l2: true/],
  ['model=f-gan&nonSaturating=yes', /invalid nonSaturating: yes, expected true or false/],
  ['model=f-gan&divergence=KL', /invalid divergence: KL, expected one of kl/],
  ['model=f-gan&divergence=toString', /invalid divergence/],
  ['measure=constructor', /invalid measure/],
  ['x=theta1:2:-2', /invalid x: theta1:2:-2, expected component=min:max/],
  ['x=theta1:1:1', /invalid x/],
  ['x=theta1:0:1:2', /invalid x/],
  ['x=theta1::1', /invalid x/],
  ['x=theta1', /invalid x/],
  ['x=theta3:0:1', /invalid x/],
  ['x=theta1:-1e4:1e4', /invalid x/],
  ['x=theta1:NaN:1', /invalid x/],
  ['x=theta1:1:1.0000000000000002', /invalid x: .* min < max by 1e-9 at least/],
  ['x=theta1:0:1e-320', /invalid x/],
  ['x=l2:0:1e-320', /invalid x/],
  ['x=theta2:-1:1', /invalid slice: x and y are both theta2/],
  ['x=phi1:-1:1&y=phi1:-1:1', /invalid slice: x and y are both phi1/],
  [
    'colours=distance:2:1',
    /invalid colours: distance:2:1, expected a measure and .* as in distance:0.01:2/,
  ],
  ['colours=distance:0:1', /invalid colours/],
  ['colours=rate:-1:1:2', /invalid colours/],
  ['colours=distance:0.1:1:0.5', /invalid colours/],
  ['colours=nothing:1:2', /invalid colours/],
  ['colours=__proto__', /invalid colours/],
  ['hold=1,2,3', /invalid hold: 1,2,3, expected four numbers/],
  ['hold=1,2,3,4,5', /invalid hold/],
  ['hold=1,2,3,', /invalid hold/],
  ['hold=1,2,3,4e3', /invalid hold/],
  ['hold=phi1=', /invalid hold/],
  ['hold=phi1=a', /invalid hold/],
  ['hold=phi3=1', /invalid hold/],
  ['hold=phi1=1,,&l2=0', /invalid hold/],
  ['hold=phi1=0.1=7', /invalid hold: phi1=0.1=7, expected component=number/],
  ['starts=1,2,3', /invalid starts/],
  ['starts=1,2,3,4;1,2,3,NaN', /invalid starts/],
  [
    `starts=${Array.from({ length: MAX_INITIAL_CONDITIONS + 1 }, () => '0,0,0,0').join(';')}`,
    /invalid starts: .*expected up to 8 states/,
  ],
  ['time=0.1&step=0.5', /invalid time: 0.1, expected at least four steps of 0.5/],
  [`time=${'9'.repeat(5000)}`, /^invalid time: 9{60}…, expected/],
  [`a=${'x'.repeat(10_000)}`, /invalid link: 10002 characters/],
  ['l2=%00', /invalid l2/],
  ['l2=1%000', /invalid l2/],
  ['l2=１', /invalid l2: １/],
  ['model=ns%E2%80%8Bgan', /unknown model/],
  ['model=%F0%9F%98%80', /unknown model: 😀/],
  ['l2=%0a%0d%09b', /invalid l2: {2}b, expected/],
  ['%0a=1', /unknown parameter: {2}; /],
  [`${'k'.repeat(200)}=1`, /unknown parameter: k{60}…; /],
];

describe('a link that is wrong', () => {
  test.each(BAD)('%s', (query, says) => {
    const { experiment, ignored } = fromQuery(query);
    expect(ignored).toHaveLength(1);
    expect(englishOf(ignored[0]!)).toMatch(says);
    expectReasons(ignored);
    expectValid(experiment);
  });

  it('loses what is wrong and nothing else', () => {
    const good = 'model=wgan-gp&lambda=0.7&x=phi1:-1:1';
    for (const [bad] of BAD.filter(([query]) => !/^(x|model|a|time=0)|both/.test(query))) {
      const { experiment } = fromQuery(`${good}&${bad}`);
      expect(experiment.values['lambda'], bad).toBe(0.7);
      expect(experiment.slice.x, bad).toEqual({ component: 'phi1', min: -1, max: 1 });
    }
  });

  it('with a key twice takes the last that is right', () => {
    expect(fromQuery('l2=0.1&l2=0.2').experiment.values['l2']).toBe(0.2);
    const { experiment, ignored } = fromQuery('l2=0.1&l2=none');
    expect(experiment.values['l2']).toBe(0.1);
    expect(ignored).toHaveLength(1);
  });

  it('of random characters never throws and always gives reasons', () => {
    const random = randomSource(12);
    const words = [
      'model', 'method', 'x', 'y', 'hold', 'starts', 'time', 'step', 'l2', 'lambda', 'wgan-gp',
      'theta1', 'phi2', '__proto__', 'constructor', 'NaN', 'Infinity', '-Infinity', '1e400', '0x10',
      '-0', '=', '&', ':', ',', ';', '%', '%00', '%ff', '%zz', '+', '#', '?', '\0', '\n', '😀', '‮',
      '\ud800', '[object Object]', 'null', 'undefined', 'true', '1', '0.5', '-2', ' ', '%20', '\\', '"',
      'game={"minMax":"x*y"}&', 'game={"minMax":"', 'x*y/k', '((((', '"}', 'model=custom', 'ensemble=', '8:phi1:-1:1',
      'x=lambda:0:2', 'y=step:0.01:1:log', 'flowX', 'share.converged',
    ]; // prettier-ignore
    for (let n = 0; n < 1650; n++) {
      const length = Math.floor(40 * random());
      const query = Array.from({ length }, () => words[Math.floor(random() * words.length)]).join(
        '',
      );
      const { experiment, ignored } = fromQuery(query, compileGame);
      expectReasons(ignored);
      if (n % 10 === 0) expectValid(experiment);
      const again = fromQuery(toQuery(experiment), compileGame);
      expect(again.ignored).toEqual([]);
      const plain = ({ game, ...rest }: Experiment) => ({ ...rest, game: game?.source });
      expect(plain(again.experiment)).toEqual(JSON.parse(JSON.stringify(plain(experiment))));
    }
  });
});

describe('a file that is wrong is refused', () => {
  it.each([
    ['nothing', undefined, /not an object/],
    ['null', null, /not an object/],
    ['a number', 7, /not an object/],
    ['a text', '{"ganfield":1}', /not an object/],
    ['a list', [{ ganfield: 1 }], /not an object/],
    ['no version', { model: 'wgan' }, /version missing, expected "ganfield": 1/],
    ['a version in words', { ganfield: '1' }, /version "1"/],
    ['half a version', { ganfield: 1.5 }, /version 1.5/],
    ['version 0', { ganfield: 0 }, /version 0/],
    ['a newer version', { ganfield: 2 }, /a newer Ganfield made it: update this one/],
    ['an unknown key', { ganfield: 1, colour2: 'red' }, /unknown parameter: colour2/],
    ['another model’s key', { ganfield: 1, model: 'wgan', lambda: 1 }, /unknown parameter: lambda/],
    ['a number that is null', { ganfield: 1, time: null }, /invalid time: null/],
    ['a number that is an object', { ganfield: 1, time: { valueOf: 3 } }, /invalid time/],
    ['a list for a number', { ganfield: 1, time: [40] }, /invalid time: \[40\]/],
    ['NaN', { ganfield: 1, time: NaN }, /invalid time/],
    ['a number too large', { ganfield: 1, time: 1e9 }, /invalid time/],
    [
      'an axis with a stranger',
      { ganfield: 1, x: { component: 'phi1', min: 0, max: 1, log: true } },
      /invalid x/,
    ],
    ['an axis of NaN', { ganfield: 1, x: { component: 'phi1', min: NaN, max: 1 } }, /invalid x/],
    ['both axes alike', { ganfield: 1, x: { component: 'theta2', min: 0, max: 1 } }, /both theta2/],
    ['a state of three', { ganfield: 1, hold: [1, 2, 3] }, /invalid hold/],
    ['a sparse state', { ganfield: 1, hold: Object.assign([], { 3: 1 }) }, /invalid hold/],
    ['a state of texts', { ganfield: 1, starts: [['1', '2', '3', '4']] }, /invalid starts/],
    ['starts that are one state', { ganfield: 1, starts: [1, 2, 3, 4] }, /invalid starts/],
    ['no room for steps', { ganfield: 1, time: 0.1, step: 0.5 }, /four steps of 0.5/],
    [
      'a prototype',
      JSON.parse('{"ganfield":1,"__proto__":{"polluted":1}}'),
      /unknown parameter: __proto__/,
    ],
  ])('%s', (_, file: unknown, says) => {
    expect(() => fromFile(file)).toThrow(ChoiceError);
    expect(() => fromFile(file)).toThrow(says);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('assigning', () => {
  it('never throws anything but a reason of one line', () => {
    const cyclic: Record<string, unknown> = {};
    cyclic['self'] = cyclic;
    const values: unknown[] = [
      undefined, null, NaN, Infinity, -0, '', ' ', {}, [], [[]], () => 1, Symbol('x'), 10n,
      new Date(0), new Map(), /x/, true, 'x'.repeat(1e5), '\n'.repeat(99), cyclic, [cyclic],
      { toJSON() { throw new Error('no'); } }, Object.create(null), new Proxy({}, {}),
    ]; // prettier-ignore
    const keys = ['model', 'method', 'x', 'y', 'hold', 'starts', 'time', 'measure', 'nothing', ''];
    for (const key of keys) {
      values.forEach((value, i) => {
        try {
          expectValid({ ...assign(defaultExperiment(), key, value) });
        } catch (error) {
          expect(error, `${key} = value ${i}`).toBeInstanceOf(ChoiceError);
          expectReasons([(error as ChoiceError).refusal]);
        }
      });
    }
  });
});
