import { describe, expect, it } from 'vitest';
import { cpuEngine } from '../../src/cpu/engine.ts';
import type { Job } from '../../src/experiment/engine.ts';
import { defaultExperiment, withValues, type Experiment } from '../../src/experiment/experiment.ts';
import { withTargetState } from '../../src/experiment/editing/game-target.ts';
import { assign } from '../../src/experiment/schema.ts';
import { compileGame } from '../../src/game/compile-game.ts';
import { basinOf } from '../../src/measures/basin.ts';
import { MEASURES } from '../../src/measures/index.ts';
import type { State } from '../../src/models/state.ts';
import { experimentWithGame } from '../support/expressions/games.ts';

const COLUMN = MEASURES.findIndex(({ id }) => id === 'basin');

async function basinsOf(
  experiment: Experiment,
  starts: readonly State[],
  job: Job = { measures: ['basin'] },
): Promise<readonly number[]> {
  const results = await cpuEngine.measure(experiment, Float64Array.from(starts.flat()), job);
  return starts.map((_, i) => results[MEASURES.length * i + COLUMN]!);
}

const planar = (theta1: number, phi1: number): State => [phi1, 0, theta1, 0];

/** With u = x + y^2: u' = u - u^3 and y' = -y, so that two sinks, u = +-1, have the parabola u = 0 between them. */
const PARABOLA = { field: { theta1: '(x + y^2) - (x + y^2)^3 + 2*y^2', phi1: '-y' } };

describe('the basin of a start', () => {
  it('is on its side of a boundary that is known', async () => {
    const experiment = withValues(experimentWithGame(PARABOLA), { time: 40 });
    const starts = [-1.9, -1.2, -0.5, 0.3, 1.5].flatMap((x) =>
      [-1.3, -0.6, 0.1, 1.1].map((y) => planar(x, y)),
    );
    const expected = starts.map(([y, , x]) => (x + y * y > 0 ? 3 : 1));
    expect(new Set(expected).size).toBe(2);
    expect(await basinsOf(experiment, starts)).toEqual(expected);
    // On the boundary itself, which is rest at the saddle.
    expect(await basinsOf(experiment, [planar(0, 0)])).toEqual([2]);
  });

  it('has the same number whichever equilibrium is the target', async () => {
    const experiment = withValues(experimentWithGame(PARABOLA), { time: 40 });
    const starts = [planar(-1.5, 0.2), planar(0.4, -0.3)];
    for (const target of [planar(-1, 0), planar(1, 0)]) {
      const moved = withTargetState(experiment, target, compileGame);
      expect(await basinsOf(moved, starts)).toEqual([1, 3]);
    }
  });

  it('is none where a path ends on a cycle, and unknown where nothing is known', async () => {
    // Radius 1 attracts, 0 repels.
    const cycle = { field: { theta1: 'y + x*(1 - x^2 - y^2)', phi1: '-x + y*(1 - x^2 - y^2)' } };
    const experiment = withValues(experimentWithGame(cycle), { time: 60 });
    expect(await basinsOf(experiment, [planar(0.5, 0.1), planar(1.6, 0)])).toEqual([0, 0]);
    expect(await basinsOf(experiment, [planar(0.5, 0.1)], {})).toEqual([NaN]);
    expect(await basinsOf(experiment, [planar(0.5, 0.1)], { measures: ['outcome'] })).toEqual([
      NaN,
    ]);
    const curve = withValues(experimentWithGame({ field: { phi1: '-y' } }), { time: 60 });
    expect(await basinsOf(curve, [planar(0.5, 0.1)])).toEqual([NaN]);
  });

  it('is that of a false equilibrium where wgan-gp comes to rest in one dimension', async () => {
    // lambda = 1.25: theta - 2.5 = -3 exp(-t/2) + exp(-2t)/2 from theta = 0, phi = 1/2, which stays positive.
    const line = withValues(defaultExperiment('wgan-gp'), { lambda: 1.25, time: 60 });
    const experiment = assign(
      { ...line, slice: { ...line.slice, hold: [0, 0, 0, 0] } },
      'y',
      'phi1:-2:2',
    );
    const starts = [planar(0, 0.5), planar(0, -0.5)];
    expect(await basinsOf(experiment, starts)).toEqual([3, 1]);
    // In a cycle, which lambda < 1 has instead.
    expect(await basinsOf(withValues(experiment, { lambda: 0.5 }), starts)).toEqual([0, 0]);
  });

  it('is found on a line through 0 in two dimensions', async () => {
    const experiment = withValues(defaultExperiment('wgan-gp'), { lambda: 1.25, time: 60 });
    const equilibria: readonly State[] = [
      [0, 0, 0, 0],
      [0, 0, 1.5, 2],
      [0, 0, -1.5, -2],
    ];
    const starts: readonly State[] = [
      [0.3, 0.4, 0, 0],
      [-0.3, -0.4, 0, 0],
    ];
    const job = { measures: ['basin'], equilibria };
    expect(await basinsOf(experiment, starts, job)).toEqual([2, 3]);
  });
});

it('takes the nearest equilibrium within a tenth of the state’s size', () => {
  const two: readonly State[] = [planar(0, 0), planar(1, 0)];
  expect(basinOf('stuck', planar(0.95, 0), two, 0.01)).toBe(2);
  expect(basinOf('stuck', planar(0.8, 0), two, 0.01)).toBe(0);
  expect(basinOf('converging', planar(0.3, 0), two, 0.01)).toBe(1);
  expect(basinOf('converged', planar(0, 0), [planar(1, 0)], 0.01)).toBeNaN();
  expect(basinOf('undecided', planar(1, 0), two, 0.01)).toBeNaN();
  expect(basinOf('orbiting', planar(1, 0), two, 0.01)).toBe(0);
});
