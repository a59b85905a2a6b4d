import { expect, test } from 'vitest';
import { compileGame } from '../../src/game/compile-game.ts';
import { PAPER_GAMES } from '../../src/game/papers.ts';
import { testify } from '../../src/game/witness.ts';

const VALUES = { a: 0.5, k: 0.7, lambda: 0.3, epsilon: 0.1, gamma: 0.5, sigma: 0.7, A: 1 };

test.each(PAPER_GAMES)('$id: field and Jacobian are what differences are', ({ game }) => {
  const { states, asked, largest, contradiction, hasLosses } = testify(compileGame(game), VALUES);
  expect(contradiction).toBe(undefined);
  expect(states).toBe(asked);
  expect(largest).toBeLessThan(1e-9);
  expect(hasLosses).toBe(!('field' in game));
});

test('where a game has no finite values nothing is compared, and it says so', () => {
  const { states, asked, contradiction } = testify(compileGame({ minMax: 'log(x)*y' }), {});
  expect(contradiction).toBe(undefined);
  expect(states).toBeGreaterThan(asked / 4);
  expect(states).toBeLessThan(asked);
});

test('a field that is not the gradient, and a Jacobian of another field, are found', () => {
  const game = compileGame({ minMax: 'x*y + x^2' });
  const other = compileGame({ minMax: 'x*y + x^2 + 0.001*y^3' });
  expect(testify({ ...game, field: other.field }, {}).contradiction).toMatchObject({
    what: 'field',
    component: 'phi1',
  });
  const found = testify({ ...game, jvp: other.jvp }, {}).contradiction!;
  expect(found).toMatchObject({ what: 'jacobian', component: 'phi1', expected: 0 });
  // The derivative of 0.003 y^2, of which the game has nothing.
  expect(found.got).toBeCloseTo(0.006 * found.state[0], 12);
});
