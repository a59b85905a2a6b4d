import { expect, test } from 'vitest';
import { ganfield, jsonOf } from '../support/command.ts';

// Two sinks at theta1 = +-1, whose basins part at theta1 = 0: an upright line.
const MAP = [
  'map',
  ...['--field', 'theta1=theta1-theta1^3,phi1=-phi1', '--time', '12', '--engine', 'cpu'],
  ...['--x', 'theta1=-1.5:1.4', '--y', 'phi1=-1:1', '--hold', 'phi2=0,theta2=0', '--size', '65'],
];

test('the boundary of two basins along a straight line has dimension 1', async () => {
  const { dimension } = await jsonOf<{ readonly dimension: unknown }>([
    ...MAP,
    '--measure',
    'basin',
    '--dimension',
  ]);
  expect(dimension).toEqual({
    of: 'basin',
    value: expect.closeTo(1, 12) as unknown,
    error: expect.closeTo(0, 12) as unknown,
    sizes: [1, 2, 4, 8],
    counts: [64, 32, 16, 8],
  });
});

test('without labels, or on too small a map, it is refused before anything runs', async () => {
  const rate = await ganfield([...MAP, '--measure', 'rate', '--dimension']);
  expect(rate.code).toBe(2);
  expect(rate.stderr).toContain('invalid dimension: --measure is rate, expected outcome or basin');
  const small = await ganfield([...MAP, '--size', '64', '--measure', 'outcome', '--dimension']);
  expect(small.code).toBe(2);
  expect(small.stderr).toContain('invalid size: 64x64, expected at least 65x65 with --dimension');
});
