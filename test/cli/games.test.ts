import { describe, expect, it, test } from 'vitest';
import { ganfield, jsonOf } from '../support/command.ts';

interface TraceJson {
  readonly experiment: Readonly<Record<string, unknown>>;
  readonly rows: readonly (readonly number[])[];
}

type Numbers = readonly [number, number, number, number];

/** A game with powers, roots, norms, branches, trigonometric and hyperbolic functions. */
const GAME = {
  title: 'Everything',
  lossD: 'softplus(u) + k*p^3/3 + sin(phi1)*cos(phi2) + sqrt(1 + phi2^2)',
  lossG:
    'softplus(-u) + log(cosh(theta1)) + if(theta2 > 0, theta2^2/2, theta2^2/4) + tanh(theta2)/2 - atan(theta1)/4',
  parameters: { k: { default: 0.25, min: 0, max: 1 } },
};

/** Its field, written by hand. */
function byHand([phi1, phi2, theta1, theta2]: Numbers): Numbers {
  const k = 0.25;
  const u = phi1 * theta1 + phi2 * theta2;
  const sigma = 1 / (1 + Math.exp(-u));
  const p = Math.hypot(phi1, phi2);
  return [
    -(sigma * theta1 + k * p * phi1 + Math.cos(phi1) * Math.cos(phi2)),
    -(
      sigma * theta2 +
      k * p * phi2 -
      Math.sin(phi1) * Math.sin(phi2) +
      phi2 / Math.sqrt(1 + phi2 ** 2)
    ),
    (1 - sigma) * phi1 - Math.tanh(theta1) + 1 / (4 * (1 + theta1 ** 2)),
    (1 - sigma) * phi2 - (theta2 > 0 ? theta2 : theta2 / 2) - (1 - Math.tanh(theta2) ** 2) / 2,
  ];
}

/** RK4 with steps of 1e-3, whose own error is 1e-12 of this field. */
function stateAfter(start: Numbers, time: number): Numbers {
  const h = 1e-3;
  const moved = (s: Numbers, by: number, v: Numbers) =>
    s.map((x, i) => x + by * v[i]!) as unknown as Numbers;
  let s = start;
  for (let step = 0; step < Math.round(time / h); step++) {
    const k1 = byHand(s);
    const k2 = byHand(moved(s, h / 2, k1));
    const k3 = byHand(moved(s, h / 2, k2));
    const k4 = byHand(moved(s, h, k3));
    s = s.map(
      (x, i) => x + (h / 6) * (k1[i]! + 2 * k2[i]! + 2 * k3[i]! + k4[i]!),
    ) as unknown as Numbers;
  }
  return s;
}

describe('a game’s trace is that of its field written by hand, at T = 8', () => {
  it.each([
    ['cpu', 1e-8],
    ['gpu', 2e-4],
  ])('%s', async (engine, tolerance) => {
    const words = ['trace', '--game', '-', '--engine', engine, '--init', '0.5,-0.3,0.8,0.4'];
    const { rows, experiment } = await jsonOf<TraceJson>(
      [...words, '--time', '8', '--step', '0.005', '--samples', '3'],
      { input: JSON.stringify(GAME) },
    );
    const expected = stateAfter([0.5, -0.3, 0.8, 0.4], 8);
    rows
      .at(-1)!
      .slice(1, 5)
      .forEach((x, i) => {
        expect(Math.abs(x - expected[i]!)).toBeLessThan(tolerance);
      });
    expect(experiment).toMatchObject({ model: 'custom', game: GAME, k: 0.25 });
  });
});

test('flags say a game as a file does, and --set its parameters', async () => {
  const common = ['--set', 'k=0.5', '--time', '5', '--samples', '2', '--init', '0.5,0,1,0'];
  const ends = await Promise.all(
    [
      ['--min-max', 'k*x*y'],
      ['--loss-d', '-k*phi1*theta1', '--loss-g', 'k*phi1*theta1'],
      ['--field', 'phi1=k*theta1, theta1=-k*phi1'],
    ].map(async (flags) => {
      const { rows } = await jsonOf<TraceJson>(['trace', ...flags, ...common, '--engine', 'cpu']);
      return rows.at(-1)!.slice(1, 5);
    }),
  );
  const angle = 2.5;
  const exact = [
    0.5 * Math.cos(angle) + Math.sin(angle),
    0,
    Math.cos(angle) - 0.5 * Math.sin(angle),
    0,
  ];
  for (const end of ends) end.forEach((x, i) => expect(x).toBeCloseTo(exact[i]!, 5));
});

describe('what is no game is refused in one line', () => {
  it.each([
    [['--loss-d', 'u'], /missing --loss-g/],
    [['--min-max', 'x*y', '--field', 'phi1=x'], /--min-max and --field, expected one/],
    [['--min-max', 'x*y)'], /invalid minMax: at 4: "\)", expected an operator/],
    [['--min-max', 'x*y', '--set', 'k=1'], /unknown parameter: k/],
    [['--min-max', 'x*y', '--model', 'wgan'], /invalid model: wgan beside a game/],
    [['--field', 'psi=x'], /invalid field: psi=x/],
    [['--target', '0,0,0,0'], /only a game of your own has one/],
    [['--game', '/nowhere/game.json'], /unreadable game/],
    [['--model', 'custom'], /unknown model: custom/],
  ])('%s', async (flags, message) => {
    const { code, stderr } = await ganfield(['trace', ...flags, '--engine', 'cpu']);
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(2);
  });
});

test('a game of a paper has a name, and near ones are suggested', async () => {
  const { equilibria } = await jsonOf<{ equilibria: readonly { kind: string; state: number[] }[] }>(
    ['equilibria', '--game', 'forsaken'],
  );
  expect(equilibria.map(({ kind }) => kind)).toEqual(['sink']);
  expect(equilibria[0]!.state[2]).toBeCloseTo(0.07802666873846, 12);
  const { code, stderr } = await ganfield(['equilibria', '--game', 'forsake']);
  expect(stderr).toMatch(
    /unknown game: forsake, expected a file or one of bilinear.*did you mean forsaken\?/,
  );
  expect(code).toBe(2);
});

test('equilibria of a box are listed with eigenvalues and kinds', async () => {
  const { equilibria } = await jsonOf<{ equilibria: unknown }>([
    'equilibria',
    '--field',
    'phi1=x*(1-x^2),theta1=-y',
    '--box',
    'theta1=-0.5:1.5,phi1=-1:1',
  ]);
  expect(equilibria).toMatchObject([
    {
      state: [0, 0, 0, 0],
      kind: 'centre',
      eigenvalues: [
        [0, 1],
        [0, -1],
      ],
    },
    { state: [0, 0, 1, 0], kind: 'saddle' },
  ]);
});

test('a map of basins has the equilibria that its numbers mean, and none over a parameter', async () => {
  const game = ['--field', 'theta1=x-x^3,phi1=-k*y', '--measure', 'basin', '--engine', 'cpu'];
  const map = await jsonOf<{ equilibria: unknown; measures: { basin: number[] } }>([
    'map',
    ...game,
    '--x',
    'theta1=-1.5:1.5',
    '--size',
    '4x1',
    '--format',
    'json',
  ]);
  expect(map.equilibria).toMatchObject([
    { state: [0, 0, -1, 0], kind: 'sink' },
    { state: [0, 0, 0, 0], kind: 'saddle' },
    { state: [0, 0, 1, 0], kind: 'sink' },
  ]);
  expect(map.measures.basin).toEqual([1, 1, 3, 3]);
  const { code, stderr } = await ganfield(['map', ...game, '--x', 'k=0.5:2', '--format', 'json']);
  expect(stderr).toMatch(/invalid measure: basin on a plane with a parameter/);
  expect(code).toBe(2);
});
