import { expect, test } from 'vitest';
import { stateOf } from '../../../src/experiment/editing/page-state.ts';
import { defaultExperiment, withValues } from '../../../src/experiment/experiment.ts';
import { assign } from '../../../src/experiment/schema.ts';
import { describeChange } from '../../../src/page/app/describe-change.ts';

const base = defaultExperiment('wgan-gp');

test.each([
  ['λ = 0.3', withValues(base, { lambda: 0.3 })],
  ['λ = 0.3, c = 0.5', withValues(base, { lambda: 0.3, c: 0.5 })],
  ['4 choices', withValues(base, { lambda: 0.3, c: 0.5, l2: 0.1, time: 20 })],
  ['WGAN-GP', assign(defaultExperiment(), 'model', 'wgan-gp')],
  ['Axes of the map', assign(base, 'x', 'theta1:-1:1')],
  ['Axes of the map', assign(assign(base, 'x', 'lambda=0:1'), 'y', 'c=0:1')],
  ['initial state', assign(base, 'hold', 'phi1=0.7')],
  ['ensemble', assign(base, 'ensemble', '64;phi1:-1:1')],
  ['Probes', assign(base, 'starts', '1,1,1,1')],
])('a change is said by its kind: %s', (text, after) => {
  const before = text === 'WGAN-GP' ? defaultExperiment() : base;
  expect(describeChange(stateOf({ experiment: before }), stateOf({ experiment: after }))).toBe(
    text,
  );
});
