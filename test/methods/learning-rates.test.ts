import { expect, it } from 'vitest';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import type { Values } from '../../src/models/parameter.ts';
import { METHODS } from '../../src/methods/index.ts';
import { follow } from '../support/flow.ts';

const START = [0.5, 0.3, 1.2, -0.4];

/**
 * The state at T = 40, h = 1/16, of the non-saturating GAN by Adam: from a program that was written
 * from the paper's algorithm alone, in another language.
 */
const ENDS: readonly (readonly [name: string, values: Values, end: readonly number[]])[] = [
  [
    'equal rates',
    {},
    [-2.2263436123216995, -3.5886065270683405, 3.575135896155572, -2.236946630329573],
  ],
  [
    'D ten times as fast',
    { rateD: 10 },
    [-1.59840720377353, -43.67879817770712, -4.134166602466288, 0.1459238911386188],
  ],
  [
    'G ten times as fast',
    { rateG: 10 },
    [-3.2882633727399355, 2.665736051216868, -26.54810213516678, -32.748272749262824],
  ],
  [
    'D ten times as slow',
    { rateD: 0.1 },
    [0.09115160438734045, -0.11098354819704717, 1.6824967450560364, -1.580366797522139],
  ],
  [
    'both',
    { rateD: 4, rateG: 0.25 },
    [-3.315536709200982, 15.116544490183788, 0.8659549562600753, 0.21413187164343447],
  ],
  [
    'L2, which is in the gradient',
    { l2: 0.3 },
    [-0.3722988030034833, 0.35665248065367744, 0.19073847805523114, -0.11347581533881512],
  ],
  [
    'alternating',
    { alternating: true },
    [-2.470946443637788, 2.2712010689204583, 2.3020323971101093, 2.601966710024932],
  ],
  [
    'alternating, D ten times as fast',
    { alternating: true, rateD: 10 },
    [-2.1584170366397144, -36.731242861534895, -3.5010019019819687, 0.12420503915782877],
  ],
  [
    'alternating, both',
    { alternating: true, rateD: 4, rateG: 0.25 },
    [-4.326337718041299, -6.155530214984653, -0.35067091768083763, 0.19011673717753566],
  ],
  [
    'alternating, L2',
    { alternating: true, l2: 0.3 },
    [-0.09208179320520726, -0.11088635867163152, 0.4058155058973703, -0.23061839251797567],
  ],
];

it.each(ENDS)('Adam with %s ends where an independent program does', (_, values, end) => {
  const experiment = withValues(defaultExperiment('ns-gan', 'adam'), {
    ...values,
    time: 40,
    step: 1 / 16,
  });
  const reached = follow(experiment, START);
  // Adam divides by roots of gradients, which magnifies rounding over 640 steps.
  reached.forEach((x, i) => expect(Math.abs(x - end[i]!) / Math.abs(end[i]!)).toBeLessThan(1e-9));
});

it.each(METHODS.filter(({ kind }) => kind === 'rule'))(
  '$id: a player whose rate is small moves little',
  ({ id }) => {
    const experiment = withValues(defaultExperiment('ns-gan', id), {
      rateD: 0.01,
      time: 1,
      step: 1 / 16,
    });
    const end = follow(experiment, START);
    // Adam moves by about rate h a step and momentum by up to rate h |v| / (1 - beta): 0.01 and 0.02.
    expect(Math.hypot(end[0]! - 0.5, end[1]! - 0.3)).toBeLessThan(0.03);
    expect(Math.hypot(end[2]! - 1.2, end[3]! + 0.4)).toBeGreaterThan(0.05);
  },
);
