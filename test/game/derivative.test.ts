import { describe, expect, it, test } from 'vitest';
import { COMPONENTS } from '../../src/models/state.ts';
import { derivativeBy, nodesOf, taped } from '../support/expressions/compiled.ts';
import DIFFERENCES from './differences.json' with { type: 'json' };

/** Some hundred roundings of numbers that may cancel to a thousandth. */
const ROUNDING = 1e-11;

const relative = (got: number, expected: number) =>
  Math.abs(got - expected) / (1 + Math.abs(expected));

describe('first and second derivatives are those of 60-digit differences', () => {
  test.each(DIFFERENCES)('$text', ({ text, state, value, first, second }) => {
    const { algebra, value: node, gradient } = nodesOf(text);
    const hessian = gradient.flatMap((row, i) =>
      COMPONENTS.slice(i).map((name) => derivativeBy(algebra, row, name)),
    );
    const got = taped(algebra, [node, ...gradient, ...hessian])(state, 1.25);
    [value, ...first, ...second].forEach((expected, i) => {
      expect(relative(got[i]!, expected), `entry ${i}`).toBeLessThan(ROUNDING);
    });
  });
});

/** The derivative of an expression by theta1 at x = theta1, all else 0. */
function slopeAt(text: string, x: number): number {
  const { algebra, gradient } = nodesOf(text);
  return taped(algebra, [gradient[2]!])([0, 0, x, 0], 1)[0]!;
}

describe('at kinks and jumps a derivative is chosen', () => {
  it.each([
    ['abs(x)', 0],
    ['sign(x)', 0],
    ['step(x)', 0],
    ['relu(x)', 0],
    ['max(0, x)', 0],
    ['max(x, 0)', 1],
    ['min(x, 2*x)', 1],
    ['min(2*x, x)', 2],
    ['sqrt(x)', 0],
    ['q', 0],
    ['if(x > 0, 3*x, 5*x)', 5],
    ['if(x >= 0, 3*x, 5*x)', 3],
  ])('%s at 0: %d', (text, expected) => {
    expect(slopeAt(text, 0)).toBe(expected);
  });

  it('and no norm loses a digit to underflow', () => {
    const { algebra, value, gradient } = nodesOf('p + q');
    const [size, , across] = taped(algebra, [value, gradient[0]!, gradient[1]!])(
      [3e-170, 4e-170, 1e-170, 0],
      1,
    );
    expect(relative(size! * 1e170, 6)).toBeLessThan(1e-14);
    expect(relative(across!, 0.8)).toBeLessThan(1e-14);
  });

  it('and |v|^2 is smooth', () => {
    const { algebra, gradient } = nodesOf('p^2 + p^6');
    const second = derivativeBy(algebra, gradient[0]!, 'phi1');
    expect(taped(algebra, [second])([0, 0, 0, 0], 1)).toEqual([2]);
  });
});

describe('forms that lose no digits', () => {
  it.each([
    ['log(1 - sigmoid(x))', 'softplus', 40, -40],
    ['log(sigmoid(x))', 'softplus', -800, -800],
    ['log(1 + exp(x))', 'softplus', 800, 800],
    ['1/(1 + exp(-x))', 'sigmoid', -40, Math.exp(-40)],
    ['1 - sigmoid(x)', 'sigmoidOfOpposite', 40, Math.exp(-40)],
    ['sqrt(x^2 + phi1^2)', 'norm', 1e-200, 1e-200],
  ])('%s', (text, operation, x, expected) => {
    const { algebra, value } = nodesOf(text);
    const operations = [value.operation, ...value.args.map((arg) => arg.operation)];
    expect(operations).toContain(operation);
    const [got] = taped(algebra, [value])([0, 0, x, 0], 1);
    expect(Math.abs(got! / expected - 1)).toBeLessThan(1e-12);
  });
});
