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

test.each(CARRIED.filter(({ values }) => values['l2'] === undefined))(
  'the amplitude of wgan from $start with $values keeps |theta|^2/2 - |phi|^2 ln|L|',
  async (one) => {
    const [phi1, phi2, theta1, theta2] = one.start;
    const { rateD = 1, rateG = 1 } = one.values as { rateD?: number; rateG?: number };
    const phi = Math.hypot(phi1, phi2);
    const kept = (theta: number, momentum: number) =>
      theta ** 2 / 2 - (rateG / rateD) * phi ** 2 * Math.log(momentum);
    const { amplitude } = await measureWgan(cpuEngine, 'dopri5', one);
    // Where |theta| is largest all of it lies across phi. What is kept changes by |theta|^2 times the amplitude's share.
    const right = kept(Math.hypot(theta1, theta2), Math.abs(phi1 * theta2 - phi2 * theta1));
    const found = kept(amplitude, phi * amplitude);
    expect(Math.abs(found - right)).toBeLessThan(1e-3 * amplitude ** 2);
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
