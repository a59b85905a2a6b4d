import { describe, expect, it, test } from 'vitest';
import { equilibriumAt } from '../../src/cpu/equilibrium-kind.ts';
import { linearisationOf } from '../../src/cpu/linearisation.ts';
import {
  equilibriaIn,
  MOST_EQUILIBRIA,
  type Box,
} from '../../src/experiment/equilibrium/equilibria.ts';
import { defaultExperiment, withMethod, type Experiment } from '../../src/experiment/experiment.ts';
import { withTargetState } from '../../src/experiment/editing/game-target.ts';
import { compileGame } from '../../src/game/compile-game.ts';
import { OUTCOMES } from '../../src/measures/outcomes.ts';
import { cpuEngine } from '../../src/cpu/engine.ts';
import { MEASURES } from '../../src/measures/index.ts';
import type { State } from '../../src/models/state.ts';
import { experimentWithGame } from '../support/expressions/games.ts';

const BOX: Box = { theta1: [-2, 2], phi1: [-2, 2] };
const ZERO: State = [0, 0, 0, 0];

const FORSAKEN = {
  minMax: 'x*(y - 0.45) + x^2/4 - x^4/2 + x^6/6 - y^2/4 + y^4/2 - y^6/6',
};

function kindsOf(experiment: Experiment, box = BOX): (readonly [number, number, string])[] {
  return equilibriaIn(experiment, box, ZERO).map((state) => [
    Number(state[2].toFixed(6)),
    Number(state[0].toFixed(6)),
    equilibriumAt(experiment, state).kind,
  ]);
}

describe('equilibria in a box', () => {
  it('are those of the formula, each once, with their kinds', () => {
    // y' = x (1 - x^2), x' = -y: 0 and +-1
    const field = { field: { phi1: 'x*(1 - x^2)', theta1: '-y - k*x + k*x^3' } };
    const found = kindsOf(experimentWithGame(field, { k: 0 }));
    expect(found).toEqual([
      [-1, 0, 'saddle'],
      [0, 0, 'centre'],
      [1, 0, 'saddle'],
    ]);
    expect(kindsOf(experimentWithGame({ minMax: 'x*y + x^2 - y^2' }))).toEqual([[0, 0, 'sink']]);
    expect(kindsOf(experimentWithGame({ minMax: 'x*y - x^2 + y^2' }))).toEqual([[0, 0, 'source']]);
  });

  it('are found where roots are double, and named degenerate', () => {
    const found = kindsOf(experimentWithGame({ field: { phi1: '(y - 0.3)^2', theta1: '-x' } }));
    expect(found).toHaveLength(1);
    expect(found[0]![1]).toBeCloseTo(0.3, 4);
    expect(found[0]![2]).toBe('degenerate');
  });

  it('of a curve are cut off', () => {
    const all = equilibriaIn(experimentWithGame({ field: { phi1: 'x*y' } }), BOX, ZERO);
    expect(all).toHaveLength(MOST_EQUILIBRIA);
  });

  it('of a rule have the kinds of their multipliers', () => {
    const bilinear = experimentWithGame({ minMax: 'x*y' });
    const kindBy = (method: string) => kindsOf(withMethod(bilinear, method))[0]![2];
    expect([kindBy('rk4'), kindBy('simgd'), kindBy('extragradient')]).toEqual([
      'centre',
      'source',
      'sink',
    ]);
  });

  it('of built-in models are found as well', () => {
    const lsgan = { ...defaultExperiment('lsgan') };
    const kinds = equilibriaIn(lsgan, BOX, ZERO).map((state) => equilibriumAt(lsgan, state));
    expect(kinds.map(({ state }) => state)).toContainEqual([0, 0, 0, 0]);
  });
});

describe('the target', () => {
  const [found] = equilibriaIn(experimentWithGame(FORSAKEN), BOX, ZERO);

  it('of Forsaken is at (0.08, 0.41), to 1e-10', () => {
    const [y, , x] = found!;
    const slope = (z: number) => z / 2 - 2 * z ** 3 + z ** 5;
    expect(Math.abs(y - 0.45 + slope(x))).toBeLessThan(1e-10);
    expect(Math.abs(x - slope(y))).toBeLessThan(1e-10);
    expect([x, y].map((z) => Number(z.toFixed(2)))).toEqual([0.08, 0.41]);
  });

  test('linearisation and measures refer to it', async () => {
    // A sink at (x, y) = (1.5, -0.5) that turns and contracts by e^-t.
    const field = { phi1: '-(y + 0.5) + (x - 1.5)', theta1: '-(x - 1.5) - (y + 0.5)' };
    const target: State = [-0.5, 0, 1.5, 0];
    const experiment = experimentWithGame({ field, target }, { time: 20 });
    const { values } = linearisationOf(experiment) as {
      values: readonly { re: number; im: number }[];
    };
    expect(values.map(({ re, im }) => [re, im])).toEqual([
      [-1, 1],
      [-1, -1],
    ]);
    const start: State = [-0.5, 0, 1.75, 0];
    const results = await cpuEngine.measure(experiment, Float64Array.from(start));
    const valueOf = (id: string) => results[MEASURES.findIndex((measure) => measure.id === id)]!;
    expect(valueOf('distance')).toBeLessThan(1e-8);
    const [trajectory] = await cpuEngine.trace(experiment, [start], 2);
    const end = trajectory!.samples.slice(8, 12);
    end.forEach((x, i) => expect(x).toBeCloseTo(target[i]!, 8));
    expect(Array.from(trajectory!.samples.slice(0, 4))).toEqual(start);
  });

  it('that is no equilibrium has no linearisation', () => {
    expect(linearisationOf(experimentWithGame(FORSAKEN))).toMatchObject({
      reason: { id: 'model.custom.theory.noEquilibrium' },
    });
  });

  it('moves L2’s pull to 0 along', () => {
    // phi' = -l2 phi about the target phi = 2: -l2 (2 + d)
    const game = { field: { phi1: '2 - y', theta1: '-x' }, target: [2, 0, 0, 0] };
    const experiment = experimentWithGame(game, { l2: 1 });
    expect(kindsOf(experiment)).toEqual([[0, 1, 'sink']]);
  });
});

test('another target is the same game, whose starts converge to it', async () => {
  // At T = 40 the distance has sunk into the rounding of the target's own size.
  const bistable = experimentWithGame({ field: { theta1: 'x - x^3', phi1: '-y' } });
  const outcomesOf = async (experiment: Experiment) => {
    const starts = Float64Array.of(0.3, 0, 0.5, 0, 0.3, 0, -0.5, 0);
    const results = await cpuEngine.measure(experiment, starts);
    const width = MEASURES.length;
    return [0, 1].map(
      (row) => OUTCOMES[results[row * width + MEASURES.findIndex(({ id }) => id === 'outcome')]!],
    );
  };
  const right = withTargetState(bistable, [0, 0, 1, 0], compileGame);
  expect(right.game!.source.target).toEqual([0, 0, 1, 0]);
  expect(await outcomesOf(bistable)).toEqual(['stuck', 'stuck']);
  expect(await outcomesOf(right)).toEqual(['converged', 'stuck']);
  const back = withTargetState(right, ZERO, compileGame);
  expect(back.game!.source).toEqual(bistable.game!.source);
});

test('a game that leaves phi2 = theta2 = 0 is measured in two dimensions from there', async () => {
  // Theta goes once round: of (theta1, phi1) there is no turn.
  const turning = experimentWithGame(
    { field: { theta1: '-theta2', theta2: 'theta1' } },
    { time: 2 * Math.PI },
  );
  const start = Float64Array.of(0.5, 0, 0.5, 0);
  const turns = MEASURES.findIndex(({ id }) => id === 'turns');
  const result = await cpuEngine.measure(turning, start);
  expect(turning.game!.leavesLine).toBe(true);
  expect(result[turns]).toBeCloseTo(1, 5);
  expect(experimentWithGame({ lossD: 'u + k*p^2', lossG: '-u' }).game!.leavesLine).toBe(false);
});
