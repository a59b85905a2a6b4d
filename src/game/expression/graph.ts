/**
 * The typed graph that a game is compiled into. Equal nodes are one node, so that common
 * subexpressions are there once, and nothing is built that the rules of arithmetic take away.
 */

/** Operations of one number. */
export const UNARY = [
  'negate',
  'exp',
  'log',
  'sqrt',
  'abs',
  'sign',
  'sin',
  'cos',
  'tan',
  'sinh',
  'cosh',
  'tanh',
  'atan',
  'sigmoid',
  // sigma(-x)
  'sigmoidOfOpposite',
  'softplus',
] as const;

/** Operations of two numbers. */
export const BINARY = [
  'add',
  'subtract',
  'multiply',
  'divide',
  // a / b, and 0 where b is 0: the subgradient of a norm or a root that is chosen there.
  'divideOrZero',
  'power',
  // a^b, and 0 where a is 0 and b negative: of powers of norms, beside a component that is 0 there.
  'powerOrZero',
  'min',
  'max',
  // |(a, b)|, however short.
  'norm',
  // a / |(a, b)|, and 0 where both are 0.
  'direction',
] as const;

/** Comparisons of two numbers: true or false. */
export const COMPARING = ['less', 'lessOrEqual', 'equal', 'notEqual'] as const;

export type Unary = (typeof UNARY)[number];
export type Binary = (typeof BINARY)[number];
export type Comparing = (typeof COMPARING)[number];

export type Operation =
  | 'constant'
  | 'variable'
  | 'parameter'
  // x^n of a whole n, in `value`.
  | 'wholePower'
  // The second argument where the first is true, else the third.
  | 'select'
  | Unary
  | Binary
  | Comparing;

export interface Node {
  readonly id: number;
  readonly operation: Operation;
  readonly args: readonly Node[];
  /** Of a constant, or the exponent of `wholePower`. */
  readonly value: number;
  /** Of a variable or a parameter. */
  readonly name: string;
}

/** Whether an operation is one of a single number. */
export function isUnary(operation: Operation): operation is Unary {
  return (UNARY as readonly string[]).includes(operation);
}

/** Nodes of a game with its derivative. */
export const MOST_OPERATIONS = 6000;

/** A graph that grew beyond `MOST_OPERATIONS`. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** A constant that is not finite. */
export class NotFinite extends Error {
  override readonly name = 'NotFinite';
}

/** The store of all nodes; `algebra.ts` makes them. */
export class Graph {
  private readonly nodes = new Map<string, Node>();
  /** Most nodes. */
  most = MOST_OPERATIONS;

  constant(value: number): Node {
    if (!Number.isFinite(value)) throw new NotFinite(`not finite: ${value}`);
    // One zero: its sign is nobody's choice.
    return this.intern('constant', [], value === 0 ? 0 : value);
  }

  variable(name: string): Node {
    return this.intern('variable', [], 0, name);
  }

  parameter(name: string): Node {
    return this.intern('parameter', [], 0, name);
  }

  /** The one node of this operation and these arguments. */
  intern(operation: Operation, args: readonly Node[], value = 0, name = ''): Node {
    const key = `${operation} ${value} ${name} ${args.map(({ id }) => id).join()}`;
    const known = this.nodes.get(key);
    if (known) return known;
    if (this.nodes.size >= this.most) throw new TooLarge('too many operations');
    const node = { id: this.nodes.size, operation, args, value, name };
    this.nodes.set(key, node);
    return node;
  }
}

/** All nodes that `roots` need, each after its arguments. */
export function inOrder(roots: readonly Node[]): readonly Node[] {
  const seen = new Set<Node>();
  const visit = (node: Node) => {
    if (seen.has(node)) return;
    node.args.forEach(visit);
    seen.add(node);
  };
  roots.forEach(visit);
  return [...seen];
}
