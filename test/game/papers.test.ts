import { describe, expect, it, test } from 'vitest';
import { equilibriumAt } from '../../src/cpu/equilibrium-kind.ts';
import { cpuEngine } from '../../src/cpu/engine.ts';
import { linearisationOf, spectrumOf } from '../../src/cpu/linearisation.ts';
import { TRAJECTORY_COLUMNS } from '../../src/experiment/engine.ts';
import { equilibriaIn } from '../../src/experiment/equilibrium/equilibria.ts';
import { withMethod, withValues, type Experiment } from '../../src/experiment/experiment.ts';
import { modelOf } from '../../src/experiment/parameters.ts';
import { MEASURES } from '../../src/measures/index.ts';
import { OUTCOMES } from '../../src/measures/outcomes.ts';
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

const RULES = ['simgd', 'altgd', 'extragradient', 'omd'];

/** Where a rule's iterates are over the last quarter of the time, of a start (x, y): the range of radii. */
async function radiiOf(
  experiment: Experiment,
  method: string,
  values: Values,
  [x, y]: readonly [number, number],
): Promise<readonly [least: number, most: number]> {
  const long = withValues(withMethod(experiment, method), values);
  const count = 400;
  const [trajectory] = await cpuEngine.trace(long, [[y, 0, x, 0]], count + 1);
  const { samples } = trajectory!;
  const radii = Array.from({ length: count / 4 }, (_, i) => {
    const at = TRAJECTORY_COLUMNS.length * (count - i);
    return Math.hypot(samples[at]!, samples[at + 2]!);
  });
  return [Math.min(...radii), Math.max(...radii)];
}

it('forsaken’s two cycles are found, each from both sides, and the inner one parts a map', async () => {
  const { game } = PAPER_GAMES.find(({ id }) => id === 'forsaken')!;
  const forwards = experimentWithGame(game);
  const f = 'minMax' in game ? game.minMax : '';
  const backwards = experimentWithGame({ ...game, minMax: `-(${f})` });
  const [y0, , x0] = game.target!;
  const reachOf = async (experiment: Experiment, start: number) => {
    const long = withValues(experiment, { time: 300, step: 0.02 });
    const [trajectory] = await cpuEngine.trace(long, [[y0, 0, x0 + start, 0]], 6001);
    const xs = Array.from({ length: 1500 }, (_, i) => {
      return trajectory!.samples[(4500 + i) * TRAJECTORY_COLUMNS.length + 2]! - x0;
    });
    return Math.max(...xs);
  };
  // A cycle that repels the flow attracts it backwards in time.
  const repelling = await reachOf(backwards, 0.1);
  const attracting = await reachOf(forwards, 1.4);
  expect(await reachOf(backwards, repelling + 0.05)).toBeCloseTo(repelling, 4);
  expect(await reachOf(forwards, repelling + 0.05)).toBeCloseTo(attracting, 4);
  expect(attracting - repelling).toBeGreaterThan(0.3);
  const sides = [-0.02, 0.02].map((beside): State => [y0, 0, x0 + repelling + beside, 0]);
  const long = withValues(forwards, { time: 400, step: 0.05 });
  const results = await cpuEngine.measure(long, Float64Array.from(sides.flat()));
  const column = MEASURES.findIndex(({ id }) => id === 'outcome');
  const labels = sides.map((_, i) => OUTCOMES[results[i * MEASURES.length + column]!]!);
  expect(labels).toEqual(['converged', 'orbiting']);
});

describe('of games where rules are caught, who escapes', () => {
  it.each([
    ['polar', ['simgd', 'altgd']],
    ['polar-1', ['simgd', 'altgd']],
    ['polar-1.5', ['simgd', 'altgd', 'extragradient', 'omd']],
  ])('%s: with steps of 0.1 %o do not', async (id, caught) => {
    const rules = ['simgd', 'altgd', 'extragradient', 'omd'];
    for (const rule of rules) {
      const radii = await radiiOf(experimentOf(id), rule, { time: 200, step: 0.1 }, [0.9, 0]);
      const isCaught = caught.includes(rule);
      expect(radii[isCaught ? 0 : 1] > 0.9, rule).toBe(isCaught);
      if (!isCaught) expect(radii[1], rule).toBeLessThan(1e-6);
    }
    if (id === 'polar-1.5') {
      const [least] = await radiiOf(
        experimentOf(id),
        'extragradient',
        { time: 200, step: 0.1 },
        [0.9, 0],
      );
      expect(least).toBeCloseTo(0.942, 3);
    }
  });

  it.each([
    ['market', 1.2, 1.6],
    ['coercive', 1, 1.3],
  ])('%s: nobody; the only equilibrium repels', async (id, least, most) => {
    const experiment = experimentOf(id);
    expect(equilibriaIn(experiment, BOX, ZERO, 21)).toEqual([ZERO]);
    expect(equilibriumAt(experiment, ZERO).kind).toBe('source');
    for (const rule of [...RULES, 'rk4']) {
      const [low, high] = await radiiOf(experiment, rule, { time: 40, step: 0.01 }, [0.1, 0.1]);
      expect(low, rule).toBeGreaterThan(least);
      expect(high, rule).toBeLessThan(most);
    }
  });

  it('ridge: 0 repels, though y answers x best there and x knows it', async () => {
    const experiment = experimentOf('ridge');
    expect(equilibriumAt(experiment, ZERO).kind).toBe('source');
    // f = −5x² − y² + 6xy to second order: f_yy = −2 < 0, and f_xx − f_xy²/f_yy = −10 + 18 > 0.
    const { field } = modelOf(experiment).game(experiment.values);
    const [h, small] = [1e-4, 1e-6];
    expect(field(h, 0, 0, 0).phi1 / h).toBeCloseTo(-2, 5);
    expect(-field(0, 0, h, 0).theta1 / h).toBeCloseTo(-10, 5);
    expect(Math.abs(field(0, 0, h, 0).phi1 / h - 6)).toBeLessThan(small * 100);
    for (const rule of [...RULES, 'rk4']) {
      const [low, high] = await radiiOf(experiment, rule, { time: 60, step: 0.02 }, [0.1, 0.1]);
      expect(low, rule).toBeGreaterThan(1);
      expect(high, rule).toBeLessThan(4);
    }
  });
});

describe('of games with several equilibria or none that attracts', () => {
  it('interaction: four sinks at A = 1; at 10 one source, and a cycle', async () => {
    const box = { theta1: [-3, 3], phi1: [-3, 3] } as const;
    const kindsAt = (A: number) => {
      const experiment = experimentOf('interaction', { A });
      return equilibriaIn(experiment, box, ZERO, 31).map(
        (state) => equilibriumAt(experiment, state).kind,
      );
    };
    const weak = kindsAt(1);
    expect(weak.filter((kind) => kind === 'sink')).toHaveLength(4);
    expect(weak.filter((kind) => kind === 'saddle')).toHaveLength(4);
    expect(kindsAt(10)).toEqual(['source']);
    const strong = experimentOf('interaction', { A: 10 });
    const [low, high] = await radiiOf(strong, 'rk4', { time: 20, step: 0.005 }, [0.1, 0.1]);
    expect(low).toBeGreaterThan(2.2);
    expect(high).toBeLessThan(3);
  });

  it('hidden-bilinear: cosh x + cosh y is kept, and grows by simultaneous steps', async () => {
    const experiment = experimentOf('hidden-bilinear');
    const kept = (x: number, y: number) => Math.cosh(x) + Math.cosh(y);
    const end = await endOf(experiment, [0.5, 1], 200);
    expect(kept(end.x, end.y)).toBeCloseTo(kept(0.5, 1), 9);
    // It comes back to its start.
    const samples = 20_001;
    const long = withValues(experiment, { time: 200, step: 0.01 });
    const [orbit] = await cpuEngine.trace(long, [[1, 0, 0.5, 0]], samples);
    const distances = Array.from({ length: samples }, (_, i) => {
      const at = TRAJECTORY_COLUMNS.length * i;
      return Math.hypot(orbit!.samples[at]! - 1, orbit!.samples[at + 2]! - 0.5);
    });
    const left = distances.findIndex((distance) => distance > 0.5);
    // A sample lies within half a step of the return, at a speed below 1/8 in each component.
    expect(Math.min(...distances.slice(left))).toBeLessThan((0.005 * Math.SQRT2) / 8);
    const [low] = await radiiOf(experiment, 'simgd', { time: 2000, step: 1 }, [0.5, 1]);
    expect(low).toBeGreaterThan(1.5);
  });

  it('instance-noise: eigenvalues −σ²/4 ± √(σ⁴/16 − 1/4), Lemma 3.2 of the paper', () => {
    const [first] = spectrumOf(experimentOf('instance-noise', { sigma: 1 }))!;
    expect(first!.re).toBeCloseTo(-1 / 4, 12);
    expect(Math.abs(first!.im)).toBeCloseTo(Math.sqrt(1 / 4 - 1 / 16), 12);
    const meeting = spectrumOf(experimentOf('instance-noise', { sigma: Math.SQRT2 }))!;
    for (const { re, im } of meeting) expect(Math.hypot(re + 1 / 2, im)).toBeLessThan(1e-7);
  });
});

test('ids are short, and every game has a title, a source and a sentence', () => {
  for (const { id, game, see } of PAPER_GAMES) {
    expect(id).toMatch(/^[a-z][a-z0-9.-]+$/);
    expect(game.title).not.toBe('');
    expect(game.source).toMatch(/\d{4}/);
    expect(see).toMatch(/^\p{Lu}.*\.$/u);
  }
});
