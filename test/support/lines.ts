import { expect } from 'vitest';
import { defaultExperiment, withValues, type Experiment } from '../../src/experiment/experiment.ts';
import type { Values } from '../../src/models/parameter.ts';
import type { Outcome } from '../../src/measures/outcomes.ts';

/** A start with L = 0 in two dimensions, and what comes of it. */
export interface LineCase {
  readonly experiment: Experiment;
  readonly start: readonly [number, number, number, number];
  readonly distance: number;
  /** Half a turn where theta is on the other side of 0 than at first. */
  readonly turns: 0 | 0.5;
  readonly outcome: Outcome;
}

function lineCase(
  model: string,
  values: Values,
  start: LineCase['start'],
  right: Omit<LineCase, 'experiment' | 'start'>,
): LineCase {
  const experiment = withValues(defaultExperiment(model, 'rk4'), { time: 40, ...values });
  return { experiment, start, ...right };
}

/**
 * By an independent integration of order 8 of the game on the line, which is the one-dimensional one; of
 * wgan theta = theta(0) + t phi/|phi|, and of wgan-gp with lambda 1.5 phi -> 0 and theta rests at
 * 2 lambda c. In the plane rounding would take both off the line.
 */
export const LINES: readonly LineCase[] = [
  lineCase('ns-gan', {}, [0.3, 0.4, 0.6, 0.8], {
    distance: 0.3359604,
    turns: 0,
    outcome: 'converging',
  }),
  lineCase('saturating-gan', {}, [0.3, 0.4, 0.6, 0.8], {
    distance: 1.0918855,
    turns: 0,
    outcome: 'orbiting',
  }),
  lineCase('gan-qp', {}, [-0.3, -0.4, 0.6, 0.8], {
    distance: 0.0701846,
    turns: 0.5,
    outcome: 'converging',
  }),
  lineCase('wgan', {}, [0.3, 0.4, 0.6, 0.8], { distance: 41, turns: 0, outcome: 'growing' }),
  lineCase('wgan', {}, [-0.3, -0.4, 0.6, 0.8], { distance: 39, turns: 0.5, outcome: 'growing' }),
  lineCase('wgan-gp', { lambda: 1.5, time: 400 }, [0.18, 0.24, 0.3, 0.4], {
    distance: 3,
    turns: 0,
    outcome: 'stuck',
  }),
  lineCase('wgan-gp', { lambda: 1.5, time: 400 }, [0.5, 1.2, -0.25, -0.6], {
    distance: 3,
    turns: 0.5,
    outcome: 'stuck',
  }),
];

/** The right numbers, for `toEqual`. */
export function rightOfLine({ distance, turns, outcome }: LineCase): object {
  return { distance: expect.closeTo(distance, distance > 10 ? 3 : 5), turns, outcome };
}
