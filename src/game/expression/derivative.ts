import type { Algebra } from './algebra.ts';
import { inOrder, isUnary, type Node, type Unary } from './graph.ts';

/** What variables change by, each in a unit of one direction; what is left out does not change. */
export type Seeds = ReadonlyMap<Node, Node>;

/**
 * The derivatives of nodes along a direction, as nodes. Where there is none, one is chosen: of |x|,
 * sqrt and norms at 0, and of jumps (sign, step, comparisons) it is 0; of max and min of equal numbers
 * it is that of the first one (relu is `max(0, x)`, so 0); of `if` at its border that of the branch
 * taken there.
 */
export function derivativesOf(
  algebra: Algebra,
  roots: readonly Node[],
  seeds: Seeds,
): readonly Node[] {
  const derivatives = new Map<Node, Node>();
  const of = (node: Node) => derivatives.get(node)!;
  for (const node of inOrder(roots)) {
    const changes = node.args.map(of);
    const isFixed = changes.every((change) => change === algebra.zero);
    const seed = seeds.get(node) ?? algebra.zero;
    derivatives.set(
      node,
      node.args.length === 0 ? seed : isFixed ? algebra.zero : derivativeOf(algebra, node, changes),
    );
  }
  return roots.map(of);
}

/** The chain rule at a node. @param changes of its arguments */
function derivativeOf(algebra: Algebra, node: Node, changes: readonly Node[]): Node {
  const { args } = node;
  const [a, b] = args as [Node, Node];
  const [da, db, dc] = changes as [Node, Node, Node];
  const { operation } = node;
  if (isUnary(operation)) return algebra.multiply(SLOPES[operation](algebra, node, a), da);
  switch (operation) {
    case 'constant':
    case 'variable':
    case 'parameter':
    // Of a truth nothing is asked.
    case 'less':
    case 'lessOrEqual':
    case 'equal':
    case 'notEqual':
      return algebra.zero;
    case 'select':
      return algebra.select(a, db, dc);
    case 'add':
      return algebra.add(da, db);
    case 'subtract':
      return algebra.subtract(da, db);
    case 'multiply':
      return algebra.add(algebra.multiply(da, b), algebra.multiply(a, db));
    case 'divide':
      // (da - (a/b) db)/b: nothing is divided by b^2.
      return algebra.divide(algebra.subtract(da, algebra.multiply(node, db)), b);
    case 'divideOrZero':
      return algebra.divideOrZero(algebra.subtract(da, algebra.multiply(node, db)), b);
    case 'power':
    case 'powerOrZero':
      return powerDerivative(algebra, node, da, db);
    case 'wholePower': {
      const factor = algebra.multiply(
        algebra.constant(node.value),
        algebra.wholePower(a, node.value - 1),
      );
      return algebra.multiply(factor, da);
    }
    case 'min':
      return algebra.select(algebra.compare('lessOrEqual', a, b), da, db);
    case 'max':
      return algebra.select(algebra.compare('lessOrEqual', b, a), da, db);
    case 'norm':
      return algebra.add(
        algebra.multiply(algebra.direction(a, b), da),
        algebra.multiply(algebra.direction(b, a), db),
      );
    case 'direction':
      return directionDerivative(algebra, [a, b], [da, db]);
  }
}

/** `x^y`: y x^(y-1) dx + x^y log(x) dy. */
function powerDerivative(algebra: Algebra, node: Node, da: Node, db: Node): Node {
  const [a, b] = node.args as [Node, Node];
  const ofBase = algebra.multiply(b, changeOfBase(algebra, node, da));
  if (db === algebra.zero) return ofBase;
  return algebra.add(ofBase, algebra.multiply(algebra.multiply(node, algebra.log(a)), db));
}

/** `x^(y-1) dx`; of a norm `|v|^(y-2) v . dv`, which is smooth at 0 where y is 2 or large. */
function changeOfBase(algebra: Algebra, node: Node, da: Node): Node {
  const [a, b] = node.args as [Node, Node];
  if (a.operation !== 'norm') {
    return algebra.multiply(algebra.power(a, algebra.subtract(b, algebra.one)), da);
  }
  const lower = algebra.powerOrZero(a, algebra.subtract(b, algebra.constant(2)));
  // |v| d|v| = v . dv: the norm's derivative has its directions, and each gives back its component.
  return algebra.multiply(lower, scaledByNorm(algebra, a, da));
}

/** The change of a norm times the norm: every `v1/|v|` in it becomes v1. */
function scaledByNorm(algebra: Algebra, norm: Node, change: Node): Node {
  const [first, second] = change.args as [Node, Node];
  if (change.operation === 'add') {
    return algebra.add(scaledByNorm(algebra, norm, first), scaledByNorm(algebra, norm, second));
  }
  return algebra.multiply(norm, change);
}

/** `a/|(a, b)|` turns by what of (da, db) lies across (a, b): b (b da - a db)/|(a, b)|^3. */
function directionDerivative(
  algebra: Algebra,
  [a, b]: readonly [Node, Node],
  [da, db]: readonly [Node, Node],
): Node {
  const [along, across] = [algebra.direction(a, b), algebra.direction(b, a)];
  const turning = algebra.subtract(algebra.multiply(across, da), algebra.multiply(along, db));
  return algebra.multiply(across, algebra.divideOrZero(turning, algebra.norm(a, b)));
}

/** The derivative of a function of one number, at its node and its argument. */
const SLOPES: Readonly<Record<Unary, (algebra: Algebra, node: Node, x: Node) => Node>> = {
  negate: (algebra) => algebra.constant(-1),
  exp: (_, node) => node,
  log: (algebra, _, x) => algebra.divide(algebra.one, x),
  sqrt: (algebra, node) => algebra.divideOrZero(algebra.constant(0.5), node),
  abs: (algebra, _, x) => algebra.unary('sign', x),
  sign: (algebra) => algebra.zero,
  sin: (algebra, _, x) => algebra.unary('cos', x),
  cos: (algebra, _, x) => algebra.negate(algebra.unary('sin', x)),
  tan: (algebra, node) => algebra.add(algebra.one, algebra.square(node)),
  sinh: (algebra, _, x) => algebra.unary('cosh', x),
  cosh: (algebra, _, x) => algebra.unary('sinh', x),
  // 1 - tanh^2 would lose every digit far from 0.
  tanh: (algebra, _, x) => algebra.divide(algebra.one, algebra.square(algebra.unary('cosh', x))),
  atan: (algebra, _, x) => algebra.divide(algebra.one, algebra.add(algebra.one, algebra.square(x))),
  sigmoid: (algebra, node, x) => algebra.multiply(node, algebra.sigmoidOfOpposite(x)),
  sigmoidOfOpposite: (algebra, node, x) =>
    algebra.negate(algebra.multiply(node, algebra.sigmoid(x))),
  softplus: (algebra, _, x) => algebra.sigmoid(x),
};
