import { describe, expect, test } from 'vitest';
import { parse } from '../../src/game/expression/parse.ts';
import { raise } from '../../src/game/expression/raise.ts';
import type { Syntax } from '../../src/game/expression/syntax.ts';
import { textOf } from '../../src/game/expression/text.ts';
import { derivativeBy, nodesOf, taped } from '../support/expressions/compiled.ts';
import { randomExpression } from '../support/expressions/random-expression.ts';
import { randomSource, randomStates } from '../support/random.ts';
import { COMPONENTS } from '../../src/models/state.ts';

const random = randomSource(15);
const EXPRESSIONS = Array.from({ length: 2000 }, () => randomExpression(random));
const STATES = Array.from({ length: 3 }, () => randomStates(random, 1, 0.3, 2));
const K = 1.25;

/**
 * Both round at every operation; simplified, the compiler's do so elsewhere. Powers of powers magnify it, in
 * the worst of these expressions some thousand times.
 */
const ROUNDING = 1e-11;

function withoutPlaces(tree: Syntax): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value: unknown) => (key === 'span' ? 0 : value)));
}

describe('2,000 random expressions', () => {
  test('have the values that plain arithmetic has', () => {
    let counted = 0;
    for (const { text, value } of EXPRESSIONS) {
      const { algebra, value: node } = nodesOf(text);
      const run = taped(algebra, [node]);
      for (const s of STATES) {
        const expected = value(s, K);
        if (Math.abs(expected) > 1e12) continue;
        counted += 1;
        const error = Math.abs(run(s, K)[0]! - expected) / (1 + Math.abs(expected));
        expect(error, text).toBeLessThan(ROUNDING);
      }
    }
    expect(counted).toBeGreaterThan(5900);
  });

  test('are the same tree when their text is written and parsed again', () => {
    for (const { text } of EXPRESSIONS) {
      const tree = parse(text);
      expect(withoutPlaces(parse(textOf(tree)))).toEqual(withoutPlaces(tree));
    }
  });

  test('have the same values when what the compiler made of them is written and compiled', () => {
    for (const { text } of EXPRESSIONS.slice(0, 400)) {
      const { algebra, value } = nodesOf(text);
      const again = nodesOf(textOf(raise(value)));
      for (const s of STATES) {
        const [expected] = taped(algebra, [value])(s, K) as [number];
        const [got] = taped(again.algebra, [again.value])(s, K) as [number];
        expect(Math.abs(got - expected) / (1 + Math.abs(expected)), text).toBeLessThan(ROUNDING);
      }
    }
  });
});

describe('derivatives of smooth random expressions', () => {
  const smooth = Array.from({ length: 300 }, () => randomExpression(random, 3, true));

  test('are those of differences, first and second', () => {
    for (const { text } of smooth) {
      const { algebra, value, gradient } = nodesOf(text);
      const second = gradient.map((node, i) => derivativeBy(algebra, node, COMPONENTS[3 - i]!));
      const values = taped(algebra, [value]);
      const firsts = taped(algebra, gradient);
      const seconds = taped(algebra, second);
      const [s] = STATES as [Float64Array];
      const by = (f: (at: Float64Array) => number, index: number) => differenceOf(f, s, index);
      firsts(s, K).forEach((derivative, i) => {
        const expected = by((at) => values(at, K)[0]!, i);
        expect(relative(derivative, expected), `${text} by ${COMPONENTS[i]}`).toBeLessThan(1e-6);
        const mixed = by((at) => firsts(at, K)[i]!, 3 - i);
        expect(relative(seconds(s, K)[i]!, mixed), `${text} by ${i} twice`).toBeLessThan(1e-6);
      });
    }
  });
});

function relative(got: number, expected: number): number {
  return Math.abs(got - expected) / (1 + Math.abs(expected));
}

/** Central differences of widths h and h/2 with Richardson: error h^4 of the fifth derivative. */
function differenceOf(f: (s: Float64Array) => number, s: Float64Array, index: number): number {
  const [wide, narrow] = [1e-3, 5e-4].map((h) => {
    const [up, down] = [Float64Array.from(s), Float64Array.from(s)];
    up[index]! += h;
    down[index]! -= h;
    return (f(up) - f(down)) / (2 * h);
  }) as [number, number];
  return (4 * narrow - wide) / 3;
}
