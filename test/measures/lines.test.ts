import { describe, expect, test } from 'vitest';
import { angularMomentum } from '../../src/models/state.ts';
import { isOnLine, lineDirection, turnToAxis } from '../../src/models/lines.ts';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { nameOf } from '../support/deep.ts';
import { measureStart } from '../support/flow.ts';
import { LINES, rightOfLine } from '../support/lines.ts';

describe('with L = 0 in two dimensions the path stays on its line', () => {
  test.each(LINES.map((one) => ({ name: nameOf(one), one })))('$name', ({ one }) => {
    const { distance, turns, outcome } = measureStart(one.experiment, one.start);
    expect({ distance, turns, outcome }).toEqual(rightOfLine(one));
  });

  test.each(['rk4', 'dopri5', 'altgd', 'simgd'])('as in one dimension, by %s', (method) => {
    for (const model of ['ns-gan', 'lsgan', 'hinge-gan', 'wgan-div', 'wgan-gp', 'f-gan']) {
      const experiment = withValues(defaultExperiment(model, method), { time: 40 });
      for (const [phi, theta] of [
        [0.5, 1],
        [-1.25, 0.75],
        [0.25, 0],
        [0, 1],
      ] as const) {
        const line = measureStart(experiment, [0.6 * phi, -0.8 * phi, 0.6 * theta, -0.8 * theta]);
        const axis = measureStart(experiment, [phi, 0, theta, 0]);
        expect(line.outcome, `${model} from ${phi}, ${theta}`).toBe(axis.outcome);
        expect(line.distance).toBeCloseTo(axis.distance, 8);
        expect([0, 0.5]).toContain(line.turns);
      }
    }
  });
});

describe('a start on a line', () => {
  test('is one where phi and theta are collinear, to rounding, or one of them is 0', () => {
    const on = [
      [0.3, 0.4, 0.6, 0.8],
      [-0.1, 0.3, 0.1, -0.3],
      [0, 0, 0.3, 0.7],
      [0.3, 0.7, 0, 0],
      [1e-200, 3e-200, 1e-150, 3e-150],
    ];
    for (const s of on) expect(isOnLine(Float64Array.from(s)), s.join()).toBe(true);
    const off = [
      [0.3, 0.4, 0.6, 0.8 + 1e-13],
      [0.5, 0, 1, 0],
      [0, 0, 0, 0],
      [1, 0, 0, 1],
    ];
    for (const s of off) expect(isOnLine(Float64Array.from(s)), s.join()).toBe(false);
  });

  test('is turned to the first axis, theta to its positive side', () => {
    const s = Float64Array.of(-0.3, -0.4, 0.6, 0.8);
    expect(lineDirection(s)).toEqual([expect.closeTo(0.6, 15), expect.closeTo(0.8, 15)]);
    turnToAxis(s);
    expect([...s]).toEqual([expect.closeTo(-0.5, 15), 0, expect.closeTo(1, 15), 0]);
    expect(Math.abs(angularMomentum(s))).toBe(0);
  });
});
