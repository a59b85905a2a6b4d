/**
 * Makes nodes. Each function returns the simplest node of its value: constants are computed, neutral
 * elements go, signs go outwards, and what loses digits takes the form that does not.
 */
import { BINARY_VALUES, COMPARING_VALUES, UNARY_VALUES } from './arithmetic.ts';
import type { Binary, Comparing, Graph, Node, Unary } from './graph.ts';

/** The whole exponents that are multiplied out. */
const LARGEST_WHOLE = 64;

export class Algebra {
  readonly graph: Graph;
  readonly zero: Node;
  readonly one: Node;
  private readonly simplifying: Partial<Record<Unary, (x: Node) => Node>> = {
    negate: (x) => this.negate(x),
    exp: (x) => this.exp(x),
    log: (x) => this.log(x),
    sqrt: (x) => this.sqrt(x),
    sigmoid: (x) => this.sigmoid(x),
    sigmoidOfOpposite: (x) => this.sigmoidOfOpposite(x),
    softplus: (x) => this.softplus(x),
  };

  constructor(graph: Graph) {
    this.graph = graph;
    this.zero = graph.constant(0);
    this.one = graph.constant(1);
  }

  constant(value: number): Node {
    return this.graph.constant(value);
  }

  negate(x: Node): Node {
    if (x.operation === 'negate') return x.args[0]!;
    if (x.operation === 'subtract') return this.subtract(x.args[1]!, x.args[0]!);
    return this.unaryNode('negate', x);
  }

  add(a: Node, b: Node): Node {
    if (a === this.zero) return b;
    if (b === this.zero) return a;
    if (b.operation === 'negate') return this.subtract(a, b.args[0]!);
    if (a.operation === 'negate') return this.subtract(b, a.args[0]!);
    // log(1 + exp(x))'s argument and 1 + u keep their constant in front.
    const [first, second] = ordered(a, b);
    return this.binaryNode('add', first, second);
  }

  subtract(a: Node, b: Node): Node {
    if (b === this.zero) return a;
    if (a === this.zero) return this.negate(b);
    if (a === b) return this.zero;
    if (b.operation === 'negate') return this.add(a, b.args[0]!);
    // 1 - sigma(x) = sigma(-x)
    if (a === this.one && b.operation === 'sigmoid') return this.sigmoidOfOpposite(b.args[0]!);
    if (a === this.one && b.operation === 'sigmoidOfOpposite') return this.sigmoid(b.args[0]!);
    return this.binaryNode('subtract', a, b);
  }

  multiply(a: Node, b: Node): Node {
    if (a === this.zero || b === this.zero) return this.zero;
    if (a === this.one) return b;
    if (b === this.one) return a;
    const [first, second] = ordered(a, b);
    if (isConstant(first, -1)) return this.negate(second);
    if (first.operation === 'negate') return this.negate(this.multiply(first.args[0]!, second));
    if (second.operation === 'negate') return this.negate(this.multiply(first, second.args[0]!));
    if (first === second) return this.wholePower(first, 2);
    const shortened = this.withoutNorm(first, second) ?? this.withoutNorm(second, first);
    if (shortened) return shortened;
    if (second.operation === 'multiply' && isConstant(first) && isConstant(second.args[0]!)) {
      return this.multiply(this.multiply(first, second.args[0]!), second.args[1]!);
    }
    return this.binaryNode('multiply', first, second);
  }

  /**
   * `|v| v1/|v|` is v1, also in sums and products: `(|v| - c) v1/|v|` is `v1 - c v1/|v|`, which is smooth
   * where c is 0. Undefined where there is no such factor.
   */
  private withoutNorm(factor: Node, direction: Node): Node | undefined {
    if (direction.operation !== 'direction') return undefined;
    const [x, y] = direction.args as [Node, Node];
    const [a, b] = factor.args as [Node, Node];
    const { operation } = factor;
    if (operation === 'norm') return factor === this.norm(x, y) ? x : undefined;
    if (operation === 'negate') {
      const inner = this.withoutNorm(a, direction);
      return inner && this.negate(inner);
    }
    if (operation === 'multiply') {
      const [first, second] = [a, b].map((part) => this.withoutNorm(part, direction));
      if (second) return this.multiply(a, second);
      return first && this.multiply(first, b);
    }
    if (operation !== 'add' && operation !== 'subtract') return undefined;
    if (![a, b].some((part) => this.withoutNorm(part, direction))) return undefined;
    const [first, second] = [a, b].map((part) => this.multiply(part, direction));
    return operation === 'add' ? this.add(first!, second!) : this.subtract(first!, second!);
  }

  divide(a: Node, b: Node): Node {
    if (b === this.one) return a;
    if (a === this.zero && !isConstant(b, 0)) return this.zero;
    if (a.operation === 'negate') return this.negate(this.divide(a.args[0]!, b));
    if (b.operation === 'negate') return this.negate(this.divide(a, b.args[0]!));
    // A player at 0 feels no force from its norm.
    if (b.operation === 'norm') return this.divideOrZero(a, b);
    if (b.operation === 'multiply') {
      const normed = b.args.find(({ operation }) => operation === 'norm');
      const rest = b.args.find((arg) => arg !== normed);
      if (normed && rest) return this.divideOrZero(this.divide(a, rest), normed);
    }
    // 1 / (1 + exp(-x))
    const exponent = a === this.one ? exponentOfOnePlus(b) : undefined;
    if (exponent) return this.sigmoidOfOpposite(exponent);
    return this.binaryNode('divide', a, b);
  }

  /** a / b, and 0 where b is 0. */
  divideOrZero(a: Node, b: Node): Node {
    if (a === this.zero || b === this.zero) return this.zero;
    if (isConstant(b)) return this.divide(a, b);
    if (a.operation === 'negate') return this.negate(this.divideOrZero(a.args[0]!, b));
    if (b.operation === 'norm') {
      const [x, y] = b.args as [Node, Node];
      if (a === x) return this.direction(x, y);
      if (a === y) return this.direction(y, x);
    }
    return this.binaryNode('divideOrZero', a, b);
  }

  power(base: Node, exponent: Node): Node {
    if (isConstant(exponent)) {
      const { value } = exponent;
      if (Number.isInteger(value) && Math.abs(value) <= LARGEST_WHOLE) {
        return this.wholePower(base, value);
      }
      if (value === 0.5) return this.sqrt(base);
    }
    // e^x
    if (isConstant(base, Math.E)) return this.exp(exponent);
    return this.binaryNode('power', base, exponent);
  }

  /** a^b, and 0 where a is 0 and b negative. */
  powerOrZero(base: Node, exponent: Node): Node {
    const isHarmless = isConstant(exponent) && exponent.value >= 0;
    if (isHarmless) return this.power(base, exponent);
    return this.binaryNode('powerOrZero', base, exponent);
  }

  wholePower(base: Node, exponent: number): Node {
    if (exponent === 0) return this.one;
    if (exponent === 1) return base;
    if (exponent < 0) return this.divide(this.one, this.wholePower(base, -exponent));
    if (isConstant(base)) return this.constant(base.value ** exponent);
    if (base.operation === 'negate') {
      const power = this.wholePower(base.args[0]!, exponent);
      return exponent % 2 === 0 ? power : this.negate(power);
    }
    if (base.operation === 'abs' && exponent % 2 === 0) {
      return this.wholePower(base.args[0]!, exponent);
    }
    // |v|^2 is smooth where |v| is not.
    if (base.operation === 'norm' && exponent % 2 === 0) {
      const [x, y] = base.args as [Node, Node];
      return this.wholePower(this.add(this.square(x), this.square(y)), exponent / 2);
    }
    if (base.operation === 'sqrt' && exponent === 2) return base.args[0]!;
    if (base.operation === 'wholePower' && base.value * exponent <= LARGEST_WHOLE) {
      return this.wholePower(base.args[0]!, base.value * exponent);
    }
    return this.graph.intern('wholePower', [base], exponent);
  }

  square(x: Node): Node {
    return this.wholePower(x, 2);
  }

  sqrt(x: Node): Node {
    if (isSquare(x)) return this.unary('abs', x.args[0]!);
    // The norm of a vector, whose squares may underflow.
    if (x.operation === 'add' && x.args.every(isSquare)) {
      return this.norm(x.args[0]!.args[0]!, x.args[1]!.args[0]!);
    }
    return this.unaryNode('sqrt', x);
  }

  norm(x: Node, y: Node): Node {
    return this.binaryNode('norm', ...ordered(x, y));
  }

  direction(x: Node, y: Node): Node {
    if (x === this.zero) return this.zero;
    return this.binaryNode('direction', x, y);
  }

  exp(x: Node): Node {
    return this.unaryNode('exp', x);
  }

  log(x: Node): Node {
    // log(sigma(x)) = -softplus(-x), log(1 + e^x) = softplus(x)
    if (x.operation === 'sigmoid') return this.negate(this.softplus(this.negate(x.args[0]!)));
    if (x.operation === 'sigmoidOfOpposite') return this.negate(this.softplus(x.args[0]!));
    if (x.operation === 'exp') return x.args[0]!;
    const exponent = exponentOfOnePlus(x);
    return exponent ? this.softplus(exponent) : this.unaryNode('log', x);
  }

  sigmoid(x: Node): Node {
    if (x.operation === 'negate') return this.unaryNode('sigmoidOfOpposite', x.args[0]!);
    return this.unaryNode('sigmoid', x);
  }

  sigmoidOfOpposite(x: Node): Node {
    if (x.operation === 'negate') return this.unaryNode('sigmoid', x.args[0]!);
    return this.unaryNode('sigmoidOfOpposite', x);
  }

  softplus(x: Node): Node {
    return this.unaryNode('softplus', x);
  }

  /** Any operation of one number. */
  unary(operation: Unary, x: Node): Node {
    return this.simplifying[operation]?.(x) ?? this.unaryNode(operation, x);
  }

  least(a: Node, b: Node): Node {
    return a === b ? a : this.binaryNode('min', a, b);
  }

  largest(a: Node, b: Node): Node {
    return a === b ? a : this.binaryNode('max', a, b);
  }

  compare(operation: Comparing, a: Node, b: Node): Node {
    if (isConstant(a) && isConstant(b)) {
      return COMPARING_VALUES[operation](a.value, b.value) ? this.one : this.zero;
    }
    return this.graph.intern(operation, [a, b]);
  }

  /** @param condition a comparison, or the constant 0 or 1 that it has become */
  select(condition: Node, then: Node, otherwise: Node): Node {
    if (then === otherwise) return then;
    if (isConstant(condition)) return condition === this.zero ? otherwise : then;
    return this.graph.intern('select', [condition, then, otherwise]);
  }

  private unaryNode(operation: Unary, x: Node): Node {
    return isConstant(x)
      ? this.constant(UNARY_VALUES[operation](x.value))
      : this.graph.intern(operation, [x]);
  }

  private binaryNode(operation: Binary, a: Node, b: Node): Node {
    return isConstant(a) && isConstant(b)
      ? this.constant(BINARY_VALUES[operation](a.value, b.value))
      : this.graph.intern(operation, [a, b]);
  }
}

function isConstant(node: Node, value?: number): boolean {
  return node.operation === 'constant' && (value === undefined || node.value === value);
}

function isSquare(node: Node): boolean {
  return node.operation === 'wholePower' && node.value === 2;
}

/** Sums and products commute: constants come first, then the older node. */
function ordered(a: Node, b: Node): [Node, Node] {
  if (isConstant(a) !== isConstant(b)) return isConstant(a) ? [a, b] : [b, a];
  return a.id <= b.id ? [a, b] : [b, a];
}

/** x of `1 + exp(x)`. */
function exponentOfOnePlus(node: Node): Node | undefined {
  if (node.operation !== 'add') return undefined;
  const [first, second] = node.args as [Node, Node];
  if (!isConstant(first, 1)) return undefined;
  if (second.operation === 'exp') return second.args[0];
  return undefined;
}
