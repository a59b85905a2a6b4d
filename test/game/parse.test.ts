import { describe, expect, it, test } from 'vitest';
import { ExpressionError } from '../../src/game/expression/expression-error.ts';
import { parse } from '../../src/game/expression/parse.ts';
import { textOf } from '../../src/game/expression/text.ts';
import { texOf } from '../../src/game/expression/tex.ts';
import { englishOf } from '../../src/models/message.ts';
import { nodesOf } from '../support/expressions/compiled.ts';

function refusalOf(text: string): ExpressionError {
  try {
    nodesOf(text);
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
  throw new Error(`accepted: ${text.slice(0, 60)}`);
}

describe('what an expression is', () => {
  test.each([
    ['-x^2', '-x^2'],
    ['(-x)^2', '(-x)^2'],
    ['2^3^x', '2^3^x'],
    ['(2^3)^x', '(2^3)^x'],
    ['a-b-c', 'a - b - c'],
    ['a-(b-c)', 'a - (b - c)'],
    ['a/b/c', 'a/b/c'],
    ['-x*y', '-x*y'],
    ['x^-1', 'x^-1'],
    ['a*-b', 'a*-b'],
    ['+x', 'x'],
    ['if( u>=0 ,x,y )', 'if(u >= 0, x, y)'],
    ['1.50e+2*.5', '150*0.5'],
  ])('%s is %s', (text, expected) => {
    expect(textOf(parse(text))).toBe(expected);
  });

  test.each([
    ['-log(1-sigmoid(u))', String.raw`-\log\!\left(1-\sigma\!\left(u\right)\right)`],
    ['u + lambda*(p - c)^2', String.raw`u+\lambda\,\left(|\varphi|-c\right)^{2}`],
    ['2*3^x/k_1', String.raw`\dfrac{2\cdot 3^{x}}{k_{1}}`],
    ['(-x)^2', String.raw`\left(-x\right)^{2}`],
  ])('%s in TeX', (text, expected) => {
    expect(texOf(parse(text))).toBe(expected);
  });
});

describe('a mistake is named with its place and what was expected there', () => {
  test.each([
    ['softplus(u', 'at 11: the end, expected , or )'.replace(', or )', ')')],
    ['2 u', 'at 3: "u", expected an operator; write * for a product'],
    ['u * * p', 'at 5: "*", expected a number, a name, - or ('],
    ['u ** 2', 'at 4: "*", expected a number, a name, - or (; write ^ for a power'],
    ['sigmod(u)', 'sigmoid?'],
    ['u(1 + p)', 'write * for a product'],
    ['theta3 + 1', 'did you mean theta1?'],
    ['PI*u', 'did you mean pi?'],
    ['sin + 1', 'at 5: "+", expected ( after a function'],
    ['min(u)', 'at 1: "min(u)", expected 2 arguments'],
    ['min(u, p, q)', 'expected 2 arguments'],
    ['if(u, 1, 2)', 'at 4: "u", expected a comparison such as u > 0'],
    ['1 + (u > 0)', '"u > 0", expected a number'],
    ['u = 1', 'write == to compare'],
    ['', 'at 1: the end, expected a number, a name, - or ('],
    ['1 + 1/(2 - 2)', 'a constant that is not finite, expected a finite number'],
    ['1e999', 'expected a finite number'],
    ['log(0)*u', 'at 1: a constant that is not finite'],
  ])('%s', (text, expected) => {
    expect(englishOf(refusalOf(text).placed)).toContain(expected);
  });
});

describe('hostile texts are refused in one line at once', () => {
  it.each([
    ['a name of Object’s prototype', 'constructor + u'],
    ['another', '__proto__'],
    ['a third', 'u.constructor.constructor("return 1")()'],
    ['calling one', 'toString(u)'],
    ['200,000 terms', Array.from({ length: 200_000 }, () => 'u').join('+')],
    ['20,000 brackets', `${'('.repeat(20_000)}u${')'.repeat(20_000)}`],
    ['900 brackets', `${'('.repeat(900)}u${')'.repeat(900)}`],
    ['1,900 signs', `${'-'.repeat(1900)}u`],
    ['many powers', Array.from({ length: 400 }, () => 'u').join('^')],
    ['control characters', 'u + \u0000\u001b[2J'],
    ['a look-alike letter', '\u0445 * y'],
    ['a bidirectional mark', 'u \u202e+ 1'],
    ['an emoji', 'u + 😀'],
    ['a long name', `${'a'.repeat(25)} + 1`],
    ['a comment', 'u // 1'],
    ['a string', '"u"'],
    ['WGSL', 'u; } fn main() {'],
  ])('%s', (_, text) => {
    const start = performance.now();
    const message = englishOf(refusalOf(text).placed);
    expect(performance.now() - start).toBeLessThan(1000);
    expect(message).toMatch(/^at \d+: /);
    expect(message).toMatch(/^[\x20-\x7e…]*$/);
    expect(message.length).toBeLessThan(300);
  });

  it('derivatives of what is short and grows are bounded', () => {
    const nested = (depth: number): string => (depth === 0 ? 'x' : `sin(${nested(depth - 1)}*y)`);
    expect(nodesOf(nested(60)).gradient).toHaveLength(4);
  });
});
