import { expect, test } from 'vitest';
import { cpuEngine } from '../../src/cpu/engine.ts';
import {
  CARRIED,
  measureWgan,
  rightOfCarried,
  roundedCarried,
  UNRESOLVED,
} from '../support/carried.ts';

test.each(
  CARRIED.flatMap((one) => [
    { method: 'rk4', one },
    { method: 'dopri5', one },
  ]),
)(
  'wgan by $method from $one.start with $one.values goes on as its L says',
  async ({ method, one }) => {
    const found = await measureWgan(cpuEngine, method, one);
    expect(roundedCarried(found, one)).toEqual(rightOfCarried(one));
  },
);

test('nothing is known of a path of wgan whose turns no substep resolves but where it goes', async () => {
  const found = await measureWgan(cpuEngine, 'rk4', UNRESOLVED);
  expect(found).toEqual({
    distance: NaN,
    amplitude: NaN,
    rate: NaN,
    turns: NaN,
    lyapunov: NaN,
    outcome: 'converging',
  });
});
