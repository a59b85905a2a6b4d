import { expect } from 'vitest';
import { defaultExperiment, withValues, type Experiment } from '../../src/experiment/experiment.ts';
import type { Values } from '../../src/models/parameter.ts';
import type { Outcome } from '../../src/measures/outcomes.ts';

/** What a trajectory whose numbers underflow has to come to. */
export interface DeepCase {
  readonly experiment: Experiment;
  readonly start: readonly [number, number, number, number];
  readonly distance: number;
  readonly turns?: number;
  readonly outcome: Outcome;
}

function caseOf(
  model: string,
  method: string,
  values: Values,
  right: Omit<DeepCase, 'experiment'>,
): DeepCase {
  return { experiment: withValues(defaultExperiment(model, method), values), ...right };
}

/**
 * WGAN with L2 in one dimension: phi = phi(0) exp(-mu t) never changes its sign, and theta walks at
 * unit speed for ever.
 */
export const WALKS: readonly DeepCase[] = [
  ...['rk4', 'dopri5', 'altgd'].map((method) =>
    caseOf(
      'wgan',
      method,
      { l2: 2, time: 40 },
      {
        start: [0.5, 0, 0.1, 0],
        distance: 40.1,
        outcome: 'growing',
      },
    ),
  ),
  caseOf(
    'wgan',
    'rk4',
    { l2: 2, time: 900 },
    {
      start: [-0.5, 0, 0.1, 0],
      distance: 899.9,
      outcome: 'growing',
    },
  ),
  // A step of rk4 of mu h = 1 takes phi to 3/8 of itself.
  caseOf(
    'wgan',
    'rk4',
    { l2: 2, step: 0.5, time: 600 },
    {
      start: [0.5, 0, 5, 0],
      distance: 605,
      outcome: 'growing',
    },
  ),
];

/**
 * WGAN-GP in one dimension where lambda + mu/2 >= sqrt(rateG/rateD): phi -> 0 and theta rests at
 * 2 lambda c on phi's side. The turns are those of the piecewise linear flow, by an independent
 * computation to 1e-9.
 */
export const RESTS: readonly DeepCase[] = [
  ...['rk4', 'dopri5'].flatMap((method) =>
    [40, 400, 2000].map((time) =>
      caseOf(
        'wgan-gp',
        method,
        { lambda: 1.5, time },
        {
          start: [0.3, 0, 0.5, 0],
          distance: 3,
          turns: -0.0860104,
          outcome: 'stuck',
        },
      ),
    ),
  ),
  ...['simgd', 'altgd', 'extragradient', 'omd', 'momentum'].map((method) =>
    caseOf(
      'wgan-gp',
      method,
      { lambda: 1.5, time: 400 },
      {
        start: [0.3, 0, 0.5, 0],
        distance: 3,
        turns: -0.0860104,
        outcome: 'stuck',
      },
    ),
  ),
  ...(
    [
      ['momentum', { lambda: 2, time: 400 }, 4],
      ['momentum', { lambda: 1.5, l2: 0.3, time: 400 }, 3],
      ['rk4', { lambda: 1.5, rateG: 0.5, time: 400 }, 3],
    ] as [string, Values, number][]
  ).map(([method, values, distance]) =>
    caseOf('wgan-gp', method, values, { start: [0.3, 0, 0.5, 0], distance, outcome: 'stuck' }),
  ),
  caseOf(
    'wgan-gp',
    'rk4',
    { lambda: 1, time: 400 },
    {
      start: [0.3, 0, 0.5, 0],
      distance: 2,
      turns: -0.0860104,
      outcome: 'stuck',
    },
  ),
  caseOf(
    'wgan-gp',
    'rk4',
    { lambda: 1.2, time: 400 },
    {
      start: [-0.3, 0, 0.5, 0],
      distance: 2.4,
      turns: -0.4139896,
      outcome: 'stuck',
    },
  ),
  caseOf(
    'wgan-gp',
    'rk4',
    { lambda: 2, time: 400 },
    {
      start: [1.5, 0, -1, 0],
      distance: 4,
      turns: -0.3435835,
      outcome: 'stuck',
    },
  ),
  caseOf(
    'wgan-gp',
    'rk4',
    { lambda: 1.5, time: 400 },
    {
      start: [0.05, 0, 2.9, 0],
      distance: 3,
      turns: -0.0027438,
      outcome: 'stuck',
    },
  ),
  caseOf(
    'wgan-gp',
    'rk4',
    { lambda: 0.9, l2: 0.5, time: 400 },
    {
      start: [0.3, 0, 0.5, 0],
      distance: 1.8,
      turns: -0.0860104,
      outcome: 'stuck',
    },
  ),
  caseOf(
    'wgan-gp',
    'rk4',
    { lambda: 2.2, rateG: 4, time: 400 },
    {
      start: [0.3, 0, 0.5, 0],
      distance: 4.4,
      turns: -0.0860104,
      outcome: 'stuck',
    },
  ),
];

/**
 * Decays that squares in float32 cannot follow. WGAN-GP with c = 0 is linear; the rate by its definition
 * is off its eigenvalue, -1/2, by where in a swing the quarters begin. ns-gan's numbers are from an
 * independent integration of order 8 with a tolerance of 1e-12. NaN: float32 cannot know it.
 */
export const DECAYS: readonly DecayCase[] = [
  decayCase('wgan-gp', { c: 0, lambda: 0.5, time: 100 }, { rate: -0.479004, turns: 13.592641 }),
  decayCase('ns-gan', { l2: 0.3, time: 200 }, { rate: -0.158078, turns: 15.077711 }),
  decayCase('ns-gan', { l2: 0.3, time: 400 }, { rate: -0.150978, turns: 30.169979 }),
];

/** And such as are known in float64 alone, and not even there. */
export const DEEPER_DECAYS: readonly DecayCase[] = [
  decayCase('wgan-gp', { c: 0, lambda: 0.5, time: 200 }, { rate: -0.497449, turns: 27.546974 }),
  decayCase('ns-gan', { l2: 0.3, time: 1000 }, { rate: -0.150174, turns: 75.740244 }),
];

export interface DecayCase {
  readonly experiment: Experiment;
  readonly start: readonly [number, number, number, number];
  readonly rate: number;
  readonly turns: number;
}

function decayCase(
  model: string,
  values: Values,
  right: { rate: number; turns: number },
): DecayCase {
  const experiment = withValues(defaultExperiment(model, 'rk4'), values);
  return { experiment, start: [1, 0.3, 0.5, -0.2], ...right };
}

/** In words, for the names of tests. */
export function nameOf({ experiment, start }: Pick<DeepCase, 'experiment' | 'start'>): string {
  const { model, method, values } = experiment;
  const [time, l2, lambda] = ['time', 'l2', 'lambda'].map((name) => values[name]);
  return `${model} by ${method}, lambda ${lambda ?? '-'}, l2 ${l2}, T ${time}, from ${start.join()}`;
}

/** The right numbers, for `toEqual`: lengths to 1e-5 of themselves, as rests are left roundings short. */
export function rightOf({ distance, turns, outcome }: DeepCase): object {
  return {
    outcome,
    distance: expect.closeTo(distance, 5 - Math.ceil(Math.log10(distance))),
    ...(turns !== undefined && { turns: expect.closeTo(turns, 5) }),
  };
}

/** Of what was measured, what a case says. */
export function foundOf(
  { turns }: DeepCase,
  found: { readonly distance: number; readonly turns: number; readonly outcome: Outcome },
): object {
  const { distance, outcome } = found;
  return { distance, outcome, ...(turns !== undefined && { turns: found.turns }) };
}

export const named = <Case extends Pick<DeepCase, 'experiment' | 'start'>>(
  cases: readonly Case[],
) => cases.map((one) => ({ name: nameOf(one), one }));
