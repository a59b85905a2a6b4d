import { describe, expect, test } from 'vitest';
import { modelOf } from '../../src/experiment/parameters.ts';
import { onArrays } from '../../src/models/modifiers.ts';
import { along } from '../support/jvp.ts';
import { TYPED_GAMES } from '../support/expressions/games.ts';
import { randomSource, randomStates } from '../support/random.ts';

/** Some dozen roundings; near |phi| = 0.1 quotients by its square magnify them a hundred times. */
const ROUNDING = 2e-13;

describe('a built-in model that is typed has its losses, field and Jacobian', () => {
  test.each(TYPED_GAMES)('$name', ({ variant, experiment }) => {
    const typed = modelOf(experiment).game(experiment.values);
    const own = variant.model.game(variant.values);
    const states = randomStates(randomSource(4), 200, 0.1, 3);
    const tangents = randomStates(randomSource(5), 200, 1, 1);
    const [a, b] = [new Float64Array(4), new Float64Array(4)];
    for (let row = 0; row < 200; row++) {
      const s = states.slice(4 * row, 4 * row + 4);
      const t = tangents.slice(4 * row, 4 * row + 4);
      onArrays(typed.field)(s, a);
      onArrays(own.field)(s, b);
      expectNear(a, b);
      expectNear(along(typed.jvp, s, t), along(own.jvp, s, t));
      const r = tangents.slice(4 * (199 - row), 4 * (199 - row) + 4);
      typed.second!(s, t, r, a);
      if (own.second) own.second(s, t, r, b);
      else b.fill(0);
      expectNear(a, b, SECOND_ROUNDING);
      expect(Math.abs(typed.lossG(s) - own.lossG(s))).toBeLessThan(
        ROUNDING * (1 + Math.abs(own.lossG(s))),
      );
      expect(Math.abs(typed.lossD(s) - own.lossD(s))).toBeLessThan(
        ROUNDING * (1 + Math.abs(own.lossD(s))),
      );
    }
    expect(typed.singularAtEquilibrium !== undefined).toBe(own.singularAtEquilibrium !== undefined);
    expect(modelOf(experiment).anisotropic).toBe(undefined);
  });
});

/** Quotients by the cube of |phi|. */
const SECOND_ROUNDING = 10 * ROUNDING;

function expectNear(got: Float64Array, expected: Float64Array, rounding = ROUNDING): void {
  const size = 1 + Math.hypot(...expected);
  got.forEach((x, i) => expect(Math.abs(x - expected[i]!) / size).toBeLessThan(rounding));
}
