import { describe, expect, it, test } from 'vitest';
import type { Game } from '../../src/models/model.ts';
import { onArrays, vectorFieldJvpOf, vectorFieldOf } from '../../src/models/modifiers.ts';
import type { Values } from '../../src/models/parameter.ts';
import { discriminatorNorm, radius } from '../support/flow.ts';
import { along, columnsOf, type Field, type Tangent } from '../support/jvp.ts';
import { randomSource, randomStates } from '../support/random.ts';
import { gameOf, VARIANTS } from '../support/variants.ts';

const COUNT = 200;

/** Of the distance to where the field is singular: the step of a difference. */
const WIDTH = 1e-3;

/**
 * Richardson leaves WIDTH^4 / 480 of the fifth derivative in that unit of length, at most some 1e3
 * (5! and binomials): 1e-12; rounding leaves 1e-16 / WIDTH = 1e-13 of |field| / length, which the
 * Jacobian's size is not far below. A wrong sign or factor is of order 1.
 */
const TOLERANCE = 1e-9;

const MODIFIED = { l2: 0.3, rateD: 2.5, rateG: 0.4 };

const CORRECTED = { ...MODIFIED, consensus: 0.7, symplectic: 0.4, jare: 0.3, nk: 0.2 };

function rowsOf(states: Float64Array): Float64Array[] {
  return Array.from({ length: states.length / 4 }, (_, row) => states.slice(4 * row, 4 * row + 4));
}

function shifted(s: Float64Array, h: number, t: Float64Array): Float64Array {
  return s.map((x, i) => x + h * t[i]!);
}

function valueOf(field: Field, s: Float64Array): Float64Array {
  const out = new Float64Array(4).fill(NaN);
  field(s, out);
  return out;
}

/** The derivative along t: central differences of widths h and h/2, and Richardson. */
function differenceOf(field: Field, s: Float64Array, t: Float64Array, h: number): Float64Array {
  const [wide, narrow] = [h, h / 2].map((width) => {
    const before = valueOf(field, shifted(s, -width, t));
    return valueOf(field, shifted(s, width, t)).map((x, i) => (x - before[i]!) / (2 * width));
  });
  return narrow!.map((x, i) => (4 * x - wide![i]!) / 3);
}

/** Along every axis, where errors show which entry is wrong, and along a skew direction. */
const DIRECTIONS = [
  [1, 0, 0, 0],
  [0, 1, 0, 0],
  [0, 0, 1, 0],
  [0, 0, 0, 1],
  [0.5, -0.7, 0.4, 0.3],
].map((t) => Float64Array.from(t));

/** |field| over the distance to where it is singular: what its derivative may cancel from. */
function fieldSize(field: Field, s: Float64Array): number {
  return Math.hypot(...valueOf(field, s)) / Math.min(1, discriminatorNorm(s), radius(s));
}

/** @param scale what errors are relative to beside the Jacobian's size */
function expectDerivative(tangent: Tangent, field: Field, s: Float64Array, scale = 0): void {
  const h = WIDTH * Math.min(1, discriminatorNorm(s), radius(s));
  const size =
    1 + scale + Math.max(...columnsOf(tangent, s).map((column) => Math.hypot(...column)));
  for (const t of DIRECTIONS) {
    const expected = differenceOf(field, s, t, h);
    along(tangent, s, t).forEach((x, i) => {
      const error = Math.abs(x - expected[i]!) / size;
      expect(error, `component ${i} at ${s.join()} along ${t.join()}`).toBeLessThan(TOLERANCE);
    });
  }
}

/** Beyond reach of a step of `WIDTH` from the hinge; and not so near to 0 that all is rounding. */
function isSmooth(id: string, s: Float64Array): boolean {
  const u = s[0]! * s[2]! + s[1]! * s[3]!;
  if (id === 'hinge-gan' && Math.abs(u + 1) < 0.02) return false;
  return discriminatorNorm(s) > 0.01 && radius(s) > 0.01;
}

/** `count` states that are smooth in the model. */
function smoothStates(id: string, seed: number): Float64Array[] {
  const states = rowsOf(randomStates(randomSource(seed), COUNT, 0.05, 3));
  const smooth = states.filter((s) => isSmooth(id, s));
  expect(smooth.length).toBeGreaterThan(COUNT / 2);
  return smooth;
}

describe('the Jacobian is the derivative of the field', () => {
  test.each(VARIANTS)('$name', ({ model, values }) => {
    const game = model.game(values);
    for (const s of smoothStates(model.id, 3)) expectDerivative(game.jvp, onArrays(game.field), s);
  });
});

describe('the second derivative is that of the Jacobian-vector product', () => {
  test.each(VARIANTS)('$name', ({ model, values }) => {
    const { jvp, second } = model.game(values);
    smoothStates(model.id, 7).forEach((s, row) => {
      const r = DIRECTIONS[row % DIRECTIONS.length]!;
      const field: Field = (state, out) => jvp(state, r, out);
      const tangent: Tangent = (state, t, out) =>
        second ? second(state, r, t, out) : void out.fill(0);
      expectDerivative(tangent, field, s, fieldSize(field, s));
    });
  });
});

describe('the vector field’s Jacobian-vector product is its derivative', () => {
  test.each(VARIANTS)('$name', ({ model, values }) => {
    const game = model.game(values);
    const vectorField = vectorFieldOf(game, MODIFIED);
    const tangent = vectorFieldJvpOf(game, MODIFIED);
    for (const s of smoothStates(model.id, 4)) {
      const [phi1, phi2] = [Math.abs(s[0]!), Math.abs(s[1]!)];
      if (game.project && Math.min(Math.abs(phi1 - 1), Math.abs(phi2 - 1)) < 0.01) continue;
      expectDerivative(tangent, vectorField, s);
    }
  });

  test.each(VARIANTS)('$name, corrected', ({ model, values }) => {
    const game = model.game(values);
    const vectorField = vectorFieldOf(game, CORRECTED);
    const tangent = vectorFieldJvpOf(game, CORRECTED);
    for (const s of smoothStates(model.id, 6)) {
      const [phi1, phi2] = [Math.abs(s[0]!), Math.abs(s[1]!)];
      if (game.project && Math.min(Math.abs(phi1 - 1), Math.abs(phi2 - 1)) < 0.01) continue;
      expectDerivative(tangent, vectorField, s, fieldSize(vectorField, s));
    }
  });

  it('changes neither the state nor the direction, in the box of wgan-clip or out of it', () => {
    const tangent = vectorFieldJvpOf(gameOf('wgan-clip'), MODIFIED);
    const [s, t] = [Float64Array.of(-3, 2, 7, -8), Float64Array.of(1, 2, 3, 4)];
    along(tangent, s, t);
    expect([...s, ...t]).toEqual([-3, 2, 7, -8, 1, 2, 3, 4]);
  });
});

describe('the projection’s derivative', () => {
  const { projectTangent } = gameOf('wgan-clip', { clip: 0.5 });
  const projected = (s: number[]) => {
    const t = Float64Array.of(1, 2, 3, 4);
    projectTangent!(Float64Array.from(s), t);
    return [...t];
  };

  it('drops what points across a wall from outside, and nothing inside or on it', () => {
    expect(projected([-0.6, 0.2, 7, -8])).toEqual([0, 2, 3, 4]);
    expect(projected([0.1, 0.6, 7, -8])).toEqual([1, 0, 3, 4]);
    expect(projected([0.6, -0.6, 0, 0])).toEqual([0, 0, 3, 4]);
    expect(projected([-0.5, 0.5, 7, -8])).toEqual([1, 2, 3, 4]);
    expect(projected([0, 0, 0, 0])).toEqual([1, 2, 3, 4]);
  });

  it('comes with the projection and not without it', () => {
    for (const { model, values } of VARIANTS) {
      const game = model.game(values);
      expect(game.projectTangent === undefined).toBe(game.project === undefined);
    }
  });
});

describe('where the field has no derivative the Jacobian is finite', () => {
  const t = Float64Array.of(0.3, -1.1, 0.7, 0.2);
  const singular = [
    [0, 0, 0, 0],
    [0, 0, 0.6, -1.2],
    [0.6, -1.2, 0, 0],
    [1, 0, -1, 0],
    [1e-100, 0, 0.5, 0.1],
    [1e-100, -1e-100, 0.5, 0.1],
    [0.5, 0.1, 1e-100, -1e-100],
    [1e-200, 1e-200, 1, 0],
  ].map((s) => Float64Array.from(s));

  test.each(VARIANTS)('$name', ({ model, values }) => {
    const game = model.game(values);
    for (const s of singular) {
      const at = `at ${s.join()}`;
      for (const x of along(game.jvp, s, t)) expect(Number.isFinite(x), at).toBe(true);
    }
  });

  it('and the jump or kink is no part of it', () => {
    const at = (game: Game, s: number[]) =>
      [...along(game.jvp, Float64Array.from(s), t)].map((x) => x + 0); // -0 is 0
    const [p1, p2, q1, q2] = t as unknown as [number, number, number, number];
    expect(at(gameOf('wgan'), [0, 0, 0.6, -1.2])).toEqual([0, 0, 0, 0]);
    expect(at(gameOf('wgan-gp', { lambda: 0.5, c: 1 }), [0, 0, 0.6, -1.2])).toEqual([
      -q1 - p1,
      -q2 - p2,
      p1,
      p2,
    ]);
    expect(at(gameOf('gan-qp'), [0.6, -1.2, 0, 0])).toEqual([-q1, -q2, p1, p2]);
    expect(at(gameOf('hinge-gan'), [1, 0, -1, 0])).toEqual([0, 0, p1, p2]);
  });

  it('and turns no player of wgan or gan-qp whom nothing turns', () => {
    const [line, within] = [Float64Array.of(0.1, 0, 0.7, 0), Float64Array.of(0.3, 0, -0.9, 0)];
    expect([...along(gameOf('wgan').jvp, line, within)].map(Math.abs)).toEqual([0, 0, 0, 0]);
    const [, across1, , across2] = along(gameOf('gan-qp').jvp, line, within);
    expect([across1, across2].map((x) => Math.abs(x!))).toEqual([0, 0]);
  });
});

describe('at the equilibrium', () => {
  const further: readonly [string, Values, boolean][] = [
    ['wgan', {}, true],
    ['wgan-gp', { lambda: 0.1, c: 1 }, true],
    ['wgan-gp', { lambda: 0.01, c: 0.01 }, true],
    ['wgan-gp', { lambda: 0, c: 1 }, false],
    ['wgan-gp', { lambda: 0.1, c: 0 }, false],
    ['wgan-div', { k: 2, p: 2.5 }, false],
    ['gan-qp', { lambda: 0.05 }, false],
    ['wgan-clip', { clip: 0.01 }, false],
  ];
  const cases = [
    ...VARIANTS.map(({ name, model, values }) => ({ name, game: model.game(values) })),
    ...further.map(([id, change]) => ({
      name: `${id} ${JSON.stringify(change)}`,
      game: gameOf(id, change),
    })),
  ];

  // The p = 2.5 penalty, of order h^1.5, counts for 5 sqrt(h) = 5e-6; a jump for 2 lambda c / h.
  const h = 1e-12;
  const directions = rowsOf(randomStates(randomSource(5), 20, 1, 1));

  test.each(cases)('$name is additive just where it says so', ({ game }) => {
    const quotient = (t: Float64Array) =>
      valueOf(
        onArrays(game.field),
        t.map((x) => h * x),
      ).map((x) => x / h);
    const origin = new Float64Array(4);
    const defects = directions.map((t, row) => {
      const other = directions[(row + 1) % directions.length]!;
      const [first, second, both] = [t, other, shifted(t, 1, other)].map(quotient);
      return Math.hypot(...both!.map((x, i) => x - first![i]! - second![i]!));
    });
    if (game.singularAtEquilibrium === undefined) {
      expect(Math.max(...defects)).toBeLessThan(1e-4);
      for (const t of directions) {
        const expected = along(game.jvp, origin, t);
        quotient(t).forEach((x, i) => expect(x).toBeCloseTo(expected[i]!, 4));
      }
    } else {
      expect(Math.max(...defects)).toBeGreaterThan(1);
      expect(game.singularAtEquilibrium?.text).toMatch(/^At φ = θ = 0 \p{L}.{20,}[.]$/u);
    }
  });

  it.each(further)('%s %o: singular: %s', (id, change, singular) => {
    expect(gameOf(id, change).singularAtEquilibrium !== undefined).toBe(singular);
  });
});
