import { describe, expect, it, test } from 'vitest';
import { toFile, fromFile } from '../../src/experiment/format/json.ts';
import { fromQuery, toQuery } from '../../src/experiment/format/url.ts';
import { isSameExperiment } from '../../src/experiment/keys.ts';
import { defaultExperiment, withModel, withValues } from '../../src/experiment/experiment.ts';
import { playersOf } from '../../src/experiment/formula.ts';
import { modelOf, parametersOf } from '../../src/experiment/parameters.ts';
import { ChoiceError } from '../../src/experiment/refusal.ts';
import { isTaken } from '../../src/experiment/format/read-game.ts';
import { assign, STRUCTURE } from '../../src/experiment/schema.ts';
import { compileGame } from '../../src/game/compile-game.ts';
import { INSTRUCTIONS } from '../../src/game/tape.ts';
import { linearisationOf } from '../../src/cpu/linearisation.ts';
import { experimentWithGame } from '../support/expressions/games.ts';

const FORSAKEN = { minMax: 'x*(y - 0.45) + x^2/4 - x^4/2 + x^6/6 - y^2/4 + y^4/2 - y^6/6' };

function fieldAt(game: unknown, [phi1, phi2, theta1, theta2]: readonly number[], values = {}) {
  const experiment = experimentWithGame(game, values);
  const { field } = modelOf(experiment).game(experiment.values);
  return Object.values(field(phi1!, phi2!, theta1!, theta2!));
}

describe('a game of one’s own', () => {
  it('descends the discriminator’s loss in phi and the generator’s in theta', () => {
    const game = { lossD: 'phi1^2*theta2 + 3*phi2', lossG: 'theta1*phi2 - k*theta2^3' };
    expect(fieldAt(game, [2, 5, 7, 11], { k: 2 })).toEqual([-44, -3, -5, 2 * 363]);
  });

  it('of one function descends it in x = theta1 and ascends it in y = phi1', () => {
    // f = x^2 y: x' = -2xy, y' = x^2
    expect(fieldAt({ minMax: 'x^2*y' }, [3, 0, 2, 0])).toEqual([4, 0, -12, 0]);
  });

  it('of a field moves as that says, and what is left out stays', () => {
    expect(fieldAt({ field: { phi2: 'theta1 + 1' } }, [1, 2, 3, 4])).toEqual([0, 4, 0, 0]);
  });

  it('has its free names as parameters, with the ranges that it says', () => {
    const game = {
      lossD: 'u + k*p^2',
      lossG: '-alpha*u',
      parameters: {
        k: {
          default: 0.25,
          min: 0.1,
          max: 0.5,
          doc: 'penalty',
        },
      },
    };
    const experiment = experimentWithGame(game);
    const own = modelOf(experiment).parameters;
    expect(own.map(({ name, symbol }) => [name, symbol])).toEqual([
      ['k', 'k'],
      ['alpha', 'α'],
    ]);
    expect(own[0]).toMatchObject({ default: 0.25, min: 0.1, max: 0.5, doc: 'penalty' });
    expect(own[1]).toMatchObject({ default: 1, min: 0, max: 4 });
    expect(parametersOf(experiment)).toEqual(expect.arrayContaining([...own]));
    expect(() => assign(experiment, 'k', 0.6)).toThrow(/invalid k: 0.6/);
  });

  it('is written as TeX, along both players where its losses follow from u, p and q', () => {
    const { lossD, phi, theta } = playersOf(
      experimentWithGame({ lossD: 'softplus(u) + lambda*(p-1)^2', lossG: 'softplus(-u)' }),
    );
    expect(lossD).toContain(String.raw`\lambda\,\left(|\varphi|-1\right)^{2}`);
    expect(phi).toMatch(/^-\\sigma.*\\theta-.*\\dfrac\{\\varphi\}\{\|\\varphi\|\}$/);
    expect(theta).toMatch(/\\varphi$/);
    expect(playersOf(experimentWithGame({ minMax: 'x*y' })).theta).toBe('-y');
    expect(playersOf(experimentWithGame({ field: { phi1: 'x' } }))).not.toHaveProperty('lossD');
  });

  it('is linearised like any model', () => {
    const { values } = linearisationOf(experimentWithGame({ minMax: 'x*y' })) as {
      values: readonly { re: number; im: number }[];
    };
    expect(values).toEqual([
      { re: 0, im: 1 },
      { re: 0, im: -1 },
    ]);
    expect(linearisationOf(experimentWithGame({ lossD: 'u/p', lossG: '-u/p' }))).toHaveProperty(
      'reason',
    );
  });
});

it('has no parameter with the name of a key of links and files', () => {
  expect(STRUCTURE.filter((key) => !isTaken(key))).toEqual([]);
});

describe('games in links and files', () => {
  const games: readonly (readonly [string, unknown])[] = [
    ['losses', { lossD: 'softplus(u) + k*p^2', lossG: '-u', title: 'Mine & yours', source: 'me' }],
    ['one function', FORSAKEN],
    ['a field', { field: { phi1: 'theta1', theta1: '-phi1 + if(x > 0, 1, 2)' } }],
    ['ranges', { minMax: 'x*y*a', parameters: { a: { min: -1, max: 1, default: 0.5 } } }],
  ];

  test.each(games)('%s', (_, game) => {
    const experiment = experimentWithGame(game, { l2: 0.25, time: 80 });
    const again = fromQuery(toQuery(experiment), compileGame);
    expect(again.ignored).toEqual([]);
    expect(isSameExperiment(again.experiment, experiment)).toBe(true);
    const file: unknown = JSON.parse(JSON.stringify(toFile(experiment)));
    expect(fromFile(file, compileGame)).toEqual(experiment);
    // Nothing but plain data travels to workers.
    expect(structuredClone(experiment)).toEqual(experiment);
  });

  it('another model drops the game', () => {
    const experiment = withModel(experimentWithGame(FORSAKEN), 'wgan');
    expect(experiment).not.toHaveProperty('game');
    expect(toQuery(experiment)).toMatch(/^model=wgan/);
  });

  it('a changed formula is another experiment and keeps values of the same names', () => {
    const before = withValues(experimentWithGame({ minMax: 'k*x*y' }), { k: 2.5 });
    const after = assign(before, 'game', { minMax: 'k*x*y + m*x^2' }, compileGame);
    expect(after.values).toMatchObject({ k: 2.5, m: 1 });
    expect(isSameExperiment(before, after)).toBe(false);
  });

  it.each([
    [{ lossD: 'u' }, /invalid game: .*expected JSON with "lossD"/],
    [{ lossD: 'u', lossG: 'sigmod(u)' }, /invalid lossG: at 1: "sigmod".*did you mean sigmoid\?/],
    [{ minMax: 'x*y + time' }, /invalid minMax: parameter time, expected a name that nothing/],
    [{ minMax: 'a+b+c+d+f+g+h+i+j+k+m+n+o' }, /13 parameters, expected at most 12/],
    [{ field: { phi3: 'u' } }, /invalid game/],
    [{ field: {} }, /invalid game/],
    [{ minMax: 'x', parameters: { k: { min: 2, max: 1 } } }, /invalid game/],
    [{ minMax: 'x', extra: 1 }, /invalid game/],
    ['{"minMax": "x*y"', /damaged JSON/],
    [7, /invalid game/],
  ])('%j is refused', (game, message) => {
    const refused = () => assign(defaultExperiment(), 'game', game, compileGame);
    expect(refused).toThrow(ChoiceError);
    expect(refused).toThrow(message);
  });

  it('custom without a game is refused by name', () => {
    expect(() => assign(defaultExperiment(), 'model', 'custom')).toThrow(/unknown model: custom/);
  });
});

test('instructions have the codes that the loop of the tape has', () => {
  expect(
    [...INSTRUCTIONS.entries()].filter(([, name]) =>
      ['add', 'logistics', 'softplus', 'exp', 'norm', 'wholePower', 'select'].includes(name),
    ),
  ).toEqual([
    [0, 'add'],
    [10, 'logistics'],
    [13, 'softplus'],
    [14, 'exp'],
    [28, 'norm'],
    [32, 'wholePower'],
    [37, 'select'],
  ]);
});
