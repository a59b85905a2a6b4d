import { expect, test } from 'vitest';
import {
  FOLLOWED,
  isContradicted,
} from '../../../src/experiment/verification/independent/label-claims.ts';
import type { Path } from '../../../src/experiment/verification/independent/path.ts';

const HORIZON = 40;
const EPS = 1e-2;

/** Turns on a circle whose radius follows from the time; phi does not move. */
function pathOf(radius: (time: number) => number): Path {
  const end = FOLLOWED * HORIZON;
  return {
    end,
    ending: 'horizon',
    isBroken: false,
    knots: Array.from({ length: end + 1 }, (_, i) => i),
    at(time, out) {
      const r = radius(time);
      out.set([0, 0, r * Math.cos(time), r * Math.sin(time)]);
      return out;
    },
  };
}

test.each([
  ['a decay', true, (t: number) => Math.exp(-t / HORIZON)],
  // wgan-div from a small start: it falls by 0.3% from the fourth horizon to the eighth.
  ['a decay that is yet to come', true, (t: number) => (1e4 + t) ** (-1 / 4)],
  ['a circle', false, () => 0.5],
  ['a way to a circle', false, (t: number) => 0.5 + Math.exp((-2 * t) / HORIZON)],
  ['a slow way to a circle', false, (t: number) => 0.5 + 0.01 * Math.exp(-t / (2 * HORIZON))],
  ['a growth', false, (t: number) => (1 + t) ** (1 / 6)],
])('of %s `converging` is %s', (_, isTrue, radius) => {
  expect(isContradicted('converging', pathOf(radius), HORIZON, EPS)).toBe(!isTrue);
});

test.each([
  ['a growth', true, (t: number) => (1 + t) ** (1 / 6)],
  ['a growth that is yet to come', true, (t: number) => 0.1 + 1e-9 * t ** 2],
  ['a way to a circle', false, (t: number) => 0.5 - Math.exp(-t / HORIZON) / 4],
  ['a decay that is yet to come', false, (t: number) => (1e4 + t) ** (-1 / 4)],
])('of %s `growing` is %s', (_, isTrue, radius) => {
  expect(isContradicted('growing', pathOf(radius), HORIZON, EPS)).toBe(!isTrue);
});
