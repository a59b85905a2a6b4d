import { expect, test } from 'vitest';
import { modelOf } from '../../src/experiment/parameters.ts';
import { PAPER_GAMES } from '../../src/game/papers.ts';
import { experimentWithGame } from '../support/expressions/games.ts';

test('interaction: the paper’s rule, the proximal point method, has its four pictures', () => {
  const { game } = PAPER_GAMES.find(({ id }) => id === 'interaction')!;
  // One step is an implicit one of the flow: where it arrives, the field leads from where it began.
  const { field } = modelOf(experimentWithGame(game)).game({ A: 0 });
  const stepFrom = (x0: number, y0: number, A: number, eta: number) => {
    let [x, y] = [x0, y0];
    // Newton's method, from so near that five of its steps are enough.
    for (let i = 0; i < 5; i++) {
      const { phi1, theta1 } = field(y, 0, x, 0);
      const [right, up] = [x - x0 - (theta1 - A * y) / eta, y - y0 - (phi1 + A * x) / eta];
      const [a, d] = [x, y].map((z) => 1 + (12 * z * z - 20) / eta) as [number, number];
      const c = A / eta;
      const determinant = a * d + c * c;
      [x, y] = [x - (d * right - c * up) / determinant, y - (a * up + c * right) / determinant];
    }
    return [x, y] as const;
  };
  /** The radii of the last 300 of 3,000 steps from several starts, and where they end. */
  const endsAt = (A: number, eta: number) =>
    [-2.7, 0.2, 1.5].flatMap((x0) =>
      [-2.5, 0.1, 2.8].map((y0) => {
        let [x, y] = [x0, y0];
        const radii: number[] = [];
        for (let i = 0; i < 3000; i++) {
          [x, y] = stepFrom(x, y, A, eta);
          if (i >= 2700) radii.push(Math.hypot(x, y));
        }
        return { x, y, least: Math.min(...radii), most: Math.max(...radii) };
      }),
    );
  const eta = 1000;
  const weak = endsAt(1, eta);
  for (const { least, most } of weak) expect(most - least).toBeLessThan(1e-6);
  expect(new Set(weak.map(({ x, y }) => `${x > 0} ${y > 0}`)).size).toBe(4);
  for (const A of [10, 100, 150]) {
    for (const { least, most } of endsAt(A, eta)) {
      expect(least, `A = ${A}`).toBeGreaterThan(1.6);
      expect(most, `A = ${A}`).toBeLessThan(3);
    }
  }
  // Both multipliers at 0 are 1 : (1 − (20 ± iA) : η): within the unit circle beyond A² = 40η − 400.
  expect(Math.sqrt(40 * eta - 400)).toBeCloseTo(199, 1);
  for (const A of [260, 1000]) {
    for (const { most } of endsAt(A, eta)) expect(most, `A = ${A}`).toBeLessThan(1e-6);
  }
});
