import { inOrder, isUnary, type Node, type Unary } from './graph.ts';

/** Above float32's largest number a constant is none; what is that large is out of bounds anyhow. */
const LARGEST = 3e38;

/** Below its least normal number hardware may take it for 0. */
const LEAST = 1.2e-38;

/**
 * The body of a WGSL function that returns a vec4f of four nodes.
 * @param inputs WGSL of each variable, by name
 * @param parameterOf WGSL of a parameter
 */
export function bodyOf(
  outputs: readonly Node[],
  inputs: Readonly<Record<string, string>>,
  parameterOf: (name: string) => string = (name) => `parameters.${name}`,
): string {
  const names = new Map<Node, string>();
  const lines: string[] = [];
  const pairs = new Map<string, string>();
  /** Declares a value once for all nodes that read a part of it. */
  const shared = (value: string): string => {
    const known = pairs.get(value);
    if (known !== undefined) return known;
    const name = `w${pairs.size}`;
    lines.push(`  let ${name} = ${value};`);
    pairs.set(value, name);
    return name;
  };
  for (const node of inOrder(outputs)) {
    const { operation, value } = node;
    const args = node.args.map((arg) => names.get(arg)!);
    if (operation === 'variable') names.set(node, inputs[node.name]!);
    else if (operation === 'parameter') names.set(node, parameterOf(node.name));
    else if (operation === 'constant') names.set(node, literalOf(value));
    else {
      const code = codeOf(node, args, shared);
      names.set(node, `v${node.id}`);
      lines.push(`  let v${node.id} = ${code};`);
    }
  }
  const results = outputs.map((output) => names.get(output)!).join(', ');
  return `${lines.join('\n')}\n  return vec4f(${results});`;
}

function literalOf(value: number): string {
  const held = Math.max(-LARGEST, Math.min(LARGEST, value));
  return `f32(${Math.abs(held) < LEAST ? 0 : Math.fround(held)})`;
}

/** The expression of a node. Functions that WGSL leaves inexact are those of shaders/expression.wgsl. */
function codeOf(node: Node, args: readonly string[], shared: (value: string) => string): string {
  const { operation, value } = node;
  const [a, b, c] = args as [string, string, string];
  if (isUnary(operation)) return FUNCTIONS[operation](a, shared);
  switch (operation) {
    case 'constant':
    case 'variable':
    case 'parameter':
      throw new Error(`no operation: ${operation}`);
    case 'add':
      return `${a} + ${b}`;
    case 'subtract':
      return `${a} - ${b}`;
    case 'multiply':
      return `${a} * ${b}`;
    case 'divide':
      return `${a} / ${b}`;
    case 'divideOrZero':
      return `quotientOrZero(${a}, ${b})`;
    case 'powerOrZero':
      return `powerOrZero(${a}, ${b})`;
    case 'power':
      return `powerOf(${a}, ${b})`;
    case 'wholePower':
      return productOf(a, value);
    case 'norm':
      return `norm(vec2f(${a}, ${b}))`;
    case 'direction': {
      // Both components of a unit vector from one norm.
      const [x, y] = node.args as [Node, Node];
      const isFirst = x.id <= y.id;
      const unit = shared(isFirst ? `unit(vec2f(${a}, ${b}))` : `unit(vec2f(${b}, ${a}))`);
      return `${unit}.${isFirst ? 'x' : 'y'}`;
    }
    case 'less':
      return `${a} < ${b}`;
    case 'lessOrEqual':
      return `${a} <= ${b}`;
    case 'equal':
      return `${a} == ${b}`;
    case 'notEqual':
      return `${a} != ${b}`;
    case 'select':
      return `select(${c}, ${b}, ${a})`;
    case 'min':
    case 'max':
      return `${operation}(${a}, ${b})`;
  }
}

const FUNCTIONS: Readonly<Record<Unary, (x: string, shared: (value: string) => string) => string>> =
  {
    negate: (x) => `-${x}`,
    exp: (x) => `exp(${x})`,
    log: (x) => `log(${x})`,
    sqrt: (x) => `sqrt(${x})`,
    abs: (x) => `abs(${x})`,
    sign: (x) => `sign(${x})`,
    sin: (x) => `sineOf(${x})`,
    cos: (x) => `cosineOf(${x})`,
    tan: (x) => `tangentOf(${x})`,
    sinh: (x) => `sinhOf(${x})`,
    cosh: (x) => `coshOf(${x})`,
    tanh: (x) => `tanhOf(${x})`,
    atan: (x) => `atanOf(${x})`,
    // sigma(x) and sigma(-x) from one exponential.
    sigmoid: (x, shared) => `${shared(`logistics(${x})`)}.x`,
    sigmoidOfOpposite: (x, shared) => `${shared(`logistics(${x})`)}.y`,
    softplus: (x) => `softplusOf(${x})`,
  };

/** x^n of a whole n by squaring. */
function productOf(x: string, n: number): string {
  if (n === 1) return x;
  if (n % 2 === 1) return `${x} * ${factor(productOf(x, n - 1))}`;
  const half = productOf(x, n / 2);
  return n === 2 ? `${x} * ${x}` : `selfProduct(${half})`;
}

function factor(text: string): string {
  return text.startsWith('selfProduct(') ? text : `(${text})`;
}
