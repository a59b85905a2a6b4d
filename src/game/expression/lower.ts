import type { Algebra } from './algebra.ts';
import { EXPECTED, mistake, REASONS } from './expression-error.ts';
import { NotFinite, type Comparing, type Node } from './graph.ts';
import { valueOf, type FunctionName, type Quantity } from './names.ts';
import type { Comparison, Syntax } from './syntax.ts';

/** What a name of the state stands for, as nodes. */
export type Quantities = (name: Quantity) => Node;

/**
 * The node of a tree.
 * @throws ExpressionError at a constant that is not finite, such as 1/0
 */
export function lower(algebra: Algebra, tree: Syntax, quantities: Quantities): Node {
  const at = (node: Syntax): Node => {
    try {
      return nodeOf(node);
    } catch (error) {
      if (!(error instanceof NotFinite)) throw error;
      throw mistake({ got: REASONS.constant, expected: EXPECTED.finite }, node.span);
    }
  };
  const nodeOf = (node: Syntax): Node => {
    switch (node.kind) {
      case 'number':
        return algebra.constant(node.value);
      case 'constant':
        return algebra.constant(valueOf(node.name));
      case 'quantity':
        return quantities(node.name);
      case 'parameter':
        return algebra.graph.parameter(node.name);
      case 'negation':
        return algebra.negate(at(node.of));
      case 'arithmetic':
        return ARITHMETIC[node.operator](algebra, at(node.left), at(node.right));
      case 'comparison':
        return compared(algebra, node.operator, at(node.left), at(node.right));
      case 'call':
        return called(algebra, node.name, node.args.map(at));
    }
  };
  return at(tree);
}

const ARITHMETIC = {
  '+': (algebra: Algebra, a: Node, b: Node) => algebra.add(a, b),
  '-': (algebra: Algebra, a: Node, b: Node) => algebra.subtract(a, b),
  '*': (algebra: Algebra, a: Node, b: Node) => algebra.multiply(a, b),
  '/': (algebra: Algebra, a: Node, b: Node) => algebra.divide(a, b),
  '^': (algebra: Algebra, a: Node, b: Node) => algebra.power(a, b),
};

/** With the sides changed where the operation has the other sense. */
const COMPARED: Readonly<Record<Comparison, readonly [Comparing, boolean]>> = {
  '<': ['less', false],
  '<=': ['lessOrEqual', false],
  '>': ['less', true],
  '>=': ['lessOrEqual', true],
  '==': ['equal', false],
  '!=': ['notEqual', false],
};

function compared(algebra: Algebra, operator: Comparison, left: Node, right: Node): Node {
  const [operation, changed] = COMPARED[operator];
  return changed
    ? algebra.compare(operation, right, left)
    : algebra.compare(operation, left, right);
}

/** Functions that are no operation of one number. */
const CALLS = {
  min: (algebra: Algebra, a: Node, b: Node) => algebra.least(a, b),
  max: (algebra: Algebra, a: Node, b: Node) => algebra.largest(a, b),
  relu: (algebra: Algebra, a: Node) => algebra.largest(algebra.zero, a),
  step: (algebra: Algebra, a: Node) =>
    algebra.select(algebra.compare('less', algebra.zero, a), algebra.one, algebra.zero),
  if: (algebra: Algebra, a: Node, b: Node, c: Node) => algebra.select(a, b, c),
};

function called(algebra: Algebra, name: FunctionName, args: readonly Node[]): Node {
  const [a, b, c] = args as [Node, Node, Node];
  return isOwn(name) ? CALLS[name](algebra, a, b, c) : algebra.unary(name, a);
}

function isOwn(name: FunctionName): name is keyof typeof CALLS {
  return name in CALLS;
}
