import { expect, test } from 'vitest';
import { theoryLinesOf } from '../../src/cpu/theory-lines.ts';
import { defaultExperiment, withValues, type Experiment } from '../../src/experiment/experiment.ts';
import { assign } from '../../src/experiment/schema.ts';
import { englishOf } from '../../src/models/message.ts';
import type { Values } from '../../src/models/parameter.ts';

function planeOf(
  model: string,
  method: string,
  x: string,
  y: string,
  values: Values = {},
): Experiment {
  const base = withValues(defaultExperiment(model, method), { time: 100, ...values });
  return assign(assign(base, 'x', x), 'y', y);
}

/** Points of all lines of this label. */
function pointsOf(experiment: Experiment, label: string) {
  return theoryLinesOf(experiment)
    .filter((line) => englishOf(line.label) === label)
    .flatMap(({ lines }) => lines.flat());
}

const labelsOf = (experiment: Experiment) =>
  new Set(theoryLinesOf(experiment).map(({ label }) => englishOf(label)));

/** The largest distance of a line from y = f(x) or x = f(y), and that there is a line. */
function expectOn(
  points: readonly (readonly [number, number])[],
  distance: (x: number, y: number) => number,
  within: number,
): void {
  expect(points.length).toBeGreaterThan(20);
  expect(Math.max(...points.map(([x, y]) => Math.abs(distance(x, y))))).toBeLessThan(within);
}

// To a millionth of the axis: edges of cells are halved 24 times.
const WITHIN = 2e-6;

test('ns-gan with L2 is critically damped at the root of the rates’ ratio', () => {
  const plane = planeOf('ns-gan', 'rk4', 'l2=0:2', 'rateG=0.1:4:log');
  expectOn(pointsOf(plane, 'critical damping'), (x, y) => x - Math.sqrt(y), WITHIN);
  expect([...labelsOf(plane)]).toEqual(['critical damping']);
});

test('wgan-gp with c = 0 is at lambda = 1, whatever the start', () => {
  const plane = planeOf('wgan-gp', 'rk4', 'lambda=0:2', 'theta1=-1:1', { c: 0 });
  const points = pointsOf(plane, 'critical damping');
  expect(points).toHaveLength(2);
  for (const [x] of points) expect(x).toBeCloseTo(1, 6);
  expect(theoryLinesOf(planeOf('wgan-gp', 'rk4', 'lambda=0:2', 'c=0:2'))).toEqual([]);
});

test('altgd on the bilinear game is neutral until h = 2', () => {
  const plane = planeOf('f-gan', 'altgd', 'step=0.1:4', 'rateG=0.5:2', {
    divergence: 'reverse-kl',
  });
  const points = pointsOf(plane, 'flip');
  expectOn(points, (x, y) => x * x * y - 4, 2e-5);
});

test('simgd with L2 on ns-gan is stable below h = 4 mu', () => {
  const plane = planeOf('ns-gan', 'simgd', 'step=0.05:4', 'l2=0.02:0.9');
  expectOn(pointsOf(plane, 'Neimark–Sacker'), (x, y) => x - 4 * y, 1e-5);
});

test('resonances of alternating steps lie where a multiplier turns by a third or a quarter', () => {
  const plane = planeOf('f-gan', 'altgd', 'step=0.1:3', 'rateG=0.5:1', {
    divergence: 'reverse-kl',
  });
  // cos(angle) = 1 - h^2 rate / 2: h^2 rate = 3 and 2.
  expectOn(pointsOf(plane, 'resonance 1:3'), (x, y) => x * x * y - 3, 2e-5);
  expectOn(pointsOf(plane, 'resonance 1:4'), (x, y) => x * x * y - 2, 2e-5);
});

test('momentum’s and omd’s limits are those of the field', () => {
  const alternating = { divergence: 'reverse-kl', alternating: true };
  const plane = planeOf('f-gan', 'momentum', 'beta=-0.9:-0.05', 'step=0.05:2.5', alternating);
  expectOn(pointsOf(plane, 'flip'), (x, y) => y - 2 * (1 + x), 1e-5);
  const omd = planeOf('f-gan', 'omd', 'step=0.1:1', 'rateG=0.5:2', { divergence: 'reverse-kl' });
  expectOn(pointsOf(omd, 'Neimark–Sacker'), (x, y) => 3 * x * x * y - 1, 1e-5);
});

test('there are none on a plane of initial conditions, nor of Adam', () => {
  expect(theoryLinesOf(defaultExperiment('ns-gan'))).toEqual([]);
  expect(theoryLinesOf(planeOf('ns-gan', 'adam', 'step=0.001:0.1:log', 'l2=0:1'))).toEqual([]);
});
