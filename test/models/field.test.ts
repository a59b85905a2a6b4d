import { describe, expect, it, test } from 'vitest';
import type { Game } from '../../src/models/model.ts';
import { onArrays, vectorFieldOf } from '../../src/models/modifiers.ts';
import { discriminatorNorm, radius } from '../support/flow.ts';
import { randomSource, randomStates } from '../support/random.ts';
import { VARIANTS } from '../support/variants.ts';

const COUNT = 400;

/** Half the width of a central difference: balances d^2 f'''/6 against rounding, 1e-16 f/d. */
const WIDTH = 1e-5;

/**
 * d^2 f'''/6 is 1e-11 and rounding 1e-16/1e-5 = 1e-11, each times at most some 1e3: third
 * derivatives at |phi| = 0.05, and losses of e^3. Errors in a field are of order 1.
 */
const TOLERANCE = 1e-7;

/** (-dL_D/dphi, -dL_G/dtheta) by central differences of the losses. */
function gradientOf(game: Game, s: Float64Array): Float64Array {
  return s.map((_, i) => {
    const loss = i < 2 ? game.lossD : game.lossG;
    const [after, before] = [s.slice(), s.slice()];
    after[i]! += WIDTH;
    before[i]! -= WIDTH;
    return -(loss(after) - loss(before)) / (2 * WIDTH);
  });
}

/** Away from where a model divides by a norm, and from the hinge. */
function isSmooth(id: string, s: Float64Array): boolean {
  const u = s[0]! * s[2]! + s[1]! * s[3]!;
  if (id === 'hinge-gan') return Math.abs(u + 1) > 1e-3;
  return discriminatorNorm(s) > 0.05 && radius(s) > 0.05;
}

function rowsOf(states: Float64Array): Float64Array[] {
  return Array.from({ length: states.length / 4 }, (_, row) => states.slice(4 * row, 4 * row + 4));
}

describe('the field descends both losses', () => {
  test.each(VARIANTS)('$name', ({ model, values }) => {
    const game = model.game(values);
    const states = rowsOf(randomStates(randomSource(1), COUNT, 0.05, 3)).filter((s) =>
      isSmooth(model.id, s),
    );
    expect(states.length).toBeGreaterThan(COUNT / 2);
    const vectorField = onArrays(game.field);
    const field = new Float64Array(4);
    for (const s of states) {
      vectorField(s, field);
      const gradient = gradientOf(game, s);
      const size = 1 + Math.hypot(...gradient);
      for (let i = 0; i < 4; i++) {
        expect(Math.abs(field[i]! - gradient[i]!) / size, `at ${s.join()}`).toBeLessThan(TOLERANCE);
      }
    }
  });
});

describe('the vector field descends the losses with L2, at each player’s rate', () => {
  const [l2, rateD, rateG] = [0.3, 2.5, 0.4];
  test.each(VARIANTS)('$name', ({ model, values }) => {
    const game = model.game(values);
    const vectorField = vectorFieldOf(game, { l2, rateD, rateG });
    const penalised: Game = {
      ...game,
      lossD: (s) => game.lossD(s) + (l2 / 2) * discriminatorNorm(s) ** 2,
    };
    const out = new Float64Array(4);
    for (const s of rowsOf(randomStates(randomSource(2), 100, 0.1, 2))) {
      game.project?.(s);
      if (!isSmooth(model.id, s)) continue;
      vectorField(s, out);
      gradientOf(penalised, s).forEach((derivative, i) => {
        const rate = i < 2 ? rateD : rateG;
        expect(Math.abs(out[i]! - rate * derivative) / (1 + Math.abs(derivative))).toBeLessThan(
          rate * TOLERANCE,
        );
      });
    }
  });
});

describe('the field is 0', () => {
  const at = (game: Game, ...s: number[]) => {
    const out = new Float64Array(4);
    onArrays(game.field)(Float64Array.from(s), out);
    return [...out].map((x) => x + 0); // -0 is 0
  };

  test.each(VARIANTS)('at the equilibrium of $name, singular or not', ({ model, values }) => {
    expect(at(model.game(values), 0, 0, 0, 0)).toEqual([0, 0, 0, 0]);
  });

  it('but for theta’s unit speed, in the line of wgan, however short phi', () => {
    const { model, values } = VARIANTS.find((variant) => variant.model.id === 'wgan')!;
    // L2 takes |phi| there in time, and |phi|^-3 overflows from 1e-103 on.
    expect(at(model.game(values), 1e-150, 0, -1, 0)).toEqual([0, 0, 1, 0]);
  });

  it('wherever phi = 0 for LSGAN with the fake label 0, and at u = −2 for saturating Pearson', () => {
    const game = (id: string, change: object) => {
      const variant = VARIANTS.find(({ model }) => model.id === id)!;
      return variant.model.game({ ...variant.values, ...change });
    };
    expect(at(game('lsgan', { a: 0, g: 1 }), 0, 0, 0.7, -1.3)).toEqual([0, 0, 0, 0]);
    expect(at(game('lsgan', { a: -1, g: 1 }), 0, 0, 0.7, -1.3)).not.toEqual([0, 0, 0, 0]);
    const pearson = game('f-gan', { divergence: 'pearson', nonSaturating: false });
    expect(at(pearson, 1, -0.5, -1, 2)).toEqual([0, 0, 0, 0]);
  });
});

describe('the projection of wgan-clip', () => {
  const { model, values } = VARIANTS.find((variant) => variant.model.id === 'wgan-clip')!;

  it('puts each component of phi into the box, and nothing else', () => {
    const { project } = model.game({ ...values, clip: 0.5 });
    const s = Float64Array.of(-3, 0.25, 7, -8);
    project!(s);
    expect([...s]).toEqual([-0.5, 0.25, 7, -8]);
    project!(s);
    expect([...s]).toEqual([-0.5, 0.25, 7, -8]);
  });

  it('comes before the field: a state outside moves as the one it is put to', () => {
    const vectorField = vectorFieldOf(model.game({ ...values, clip: 0.5 }), {
      l2: 1,
      rateD: 1,
      rateG: 1,
    });
    const [outside, inside] = [new Float64Array(4), new Float64Array(4)];
    vectorField(Float64Array.of(-3, 0.25, 0.1, 0.2), outside);
    vectorField(Float64Array.of(-0.5, 0.25, 0.1, 0.2), inside);
    expect(outside).toEqual(inside);
    expect([...outside]).toEqual([0.4, -0.45, -0.5, 0.25]);
  });

  it('is absent elsewhere', () => {
    for (const variant of VARIANTS.filter((each) => each.model.id !== 'wgan-clip')) {
      expect(variant.model.game(variant.values).project).toBeUndefined();
    }
  });
});
