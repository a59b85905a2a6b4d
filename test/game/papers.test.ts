import { describe, expect, it, test } from 'vitest';
import { equilibriumAt } from '../../src/cpu/equilibrium-kind.ts';
import { cpuEngine } from '../../src/cpu/engine.ts';
import { linearisationOf, spectrumOf } from '../../src/cpu/linearisation.ts';
import { equilibriaIn } from '../../src/experiment/equilibrium/equilibria.ts';
import { withMethod, withValues, type Experiment } from '../../src/experiment/experiment.ts';
import { modelOf } from '../../src/experiment/parameters.ts';
import { PAPER_GAMES } from '../../src/game/papers.ts';
import type { Values } from '../../src/models/parameter.ts';
import type { State } from '../../src/models/state.ts';
import { experimentWithGame } from '../support/expressions/games.ts';

function experimentOf(id: string, values: Values = {}): Experiment {
  const { game } = PAPER_GAMES.find((candidate) => candidate.id === id)!;
  return experimentWithGame(game, values);
}

/** Where rk4's flow is after a time, of a start (x, y). */
async function endOf(
  experiment: Experiment,
  [x, y]: readonly [number, number],
  time: number,
): Promise<{ x: number; y: number; radius: number }> {
  const long = withValues(experiment, { time, step: 0.02 });
  const [trajectory] = await cpuEngine.trace(long, [[y, 0, x, 0]], 2);
  const [phi1, , theta1] = trajectory!.samples.subarray(8, 12);
  return { x: theta1!, y: phi1!, radius: Math.hypot(theta1!, phi1!) };
}

const BOX = { theta1: [-2, 2], phi1: [-2, 2] } as const;
const ZERO: State = [0, 0, 0, 0];

it('of bilinear, each rule’s spiral is there', () => {
  const stabilities = ['rk4', 'simgd', 'extragradient'].map(
    (method) =>
      (linearisationOf(withMethod(experimentOf('bilinear'), method)) as { stability: string })
        .stability,
  );
  expect(stabilities).toEqual(['neutral', 'unstable', 'stable']);
});

describe('what is to be seen of each game is there', () => {
  it('forsaken: the equilibrium, from near, and the cycle, from far', async () => {
    const experiment = experimentOf('forsaken');
    const [target] = equilibriaIn(experiment, BOX, ZERO);
    experiment.game!.source.target!.forEach((x, i) => {
      expect(Math.abs(x - target![i]!)).toBeLessThan(1e-10);
    });
    expect(equilibriumAt(experiment, target!).kind).toBe('sink');
    const near = await endOf(experiment, [target![2] + 0.1, target![0]], 200);
    expect(Math.hypot(near.x - target![2], near.y - target![0])).toBeLessThan(1e-3);
    for (const start of [
      [1.2, 0],
      [0, -1.5],
    ] as const) {
      const ends = await Promise.all([400, 402, 404].map((time) => endOf(experiment, start, time)));
      const distances = ends.map(({ x, y }) => Math.hypot(x - target![2], y - target![0]));
      expect(Math.min(...distances)).toBeGreaterThan(0.5);
      expect(Math.max(...distances)).toBeLessThan(2);
    }
  });

  it('almost-bilinear: a cycle of radius √(4/3)', async () => {
    const experiment = experimentOf('almost-bilinear');
    expect(linearisationOf(experiment)).toMatchObject({ stability: 'unstable' });
    for (const start of [
      [0.3, 0],
      [1.8, 0],
    ] as const) {
      const { radius } = await endOf(experiment, start, 1500);
      expect(Math.abs(radius - Math.sqrt(4 / 3))).toBeLessThan(0.02);
    }
  });

  it('polar: radii 3/4 and 1', async () => {
    const experiment = experimentOf('polar');
    const radiusFrom = async (x: number) => (await endOf(experiment, [x, 0], 200)).radius;
    expect(await radiusFrom(0.74)).toBeLessThan(1e-3);
    expect(await radiusFrom(0.76)).toBeCloseTo(1, 6);
    expect(await radiusFrom(1.5)).toBeCloseTo(1, 6);
  });

  it('cubic: two centres, which meet', () => {
    const kinds = (k: number) => {
      const experiment = experimentOf('cubic', { k });
      return equilibriaIn(experiment, BOX, ZERO).map((state) => [
        Math.round(state[2] * 1e4) / 1e4 + 0,
        equilibriumAt(experiment, state).kind,
      ]);
    };
    expect(kinds(1)).toEqual([
      [-1, 'centre'],
      [0, 'centre'],
    ]);
    expect(new Set(kinds(0).map(([, kind]) => kind))).toEqual(new Set(['degenerate']));
  });

  it('sn-gan keeps |phi|; it and dragan have no Jacobian at 0', () => {
    const experiment = experimentOf('sn-gan');
    const { field } = modelOf(experiment).game(experiment.values);
    const { phi1, phi2 } = field(0.3, -0.7, 0.5, 1.1);
    expect(Math.abs(phi1 * 0.3 - phi2 * 0.7)).toBeLessThan(1e-15);
    for (const id of ['sn-gan', 'dragan']) {
      expect(linearisationOf(experimentOf(id))).toHaveProperty('reason');
    }
  });

  it('wgan-lp: narrow orbits close, wide ones shrink', async () => {
    const experiment = experimentOf('wgan-lp');
    const narrow = await endOf(experiment, [0, 0.9], 2 * Math.PI * 3);
    expect(narrow.y).toBeCloseTo(0.9, 6);
    const wide = await endOf(experiment, [0, 3], 400);
    expect(wide.radius).toBeLessThan(1.1);
    expect(wide.radius).toBeGreaterThan(0.9);
  });

  it('r3gan: eigenvalues meet at gamma = 1/2', () => {
    const [first, second] = spectrumOf(experimentOf('r3gan'))!;
    expect(Math.hypot(first!.re - second!.re, first!.im - second!.im)).toBeLessThan(1e-7);
    expect(first!.re).toBeCloseTo(-0.5, 7);
  });
});

test('ids are short, and every game has a title, a source and a sentence', () => {
  for (const { id, game, see } of PAPER_GAMES) {
    expect(id).toMatch(/^[a-z][a-z0-9-]+$/);
    expect(game.title).not.toBe('');
    expect(game.source).toMatch(/\d{4}/);
    expect(see).toMatch(/^\p{Lu}.*\.$/u);
  }
});
