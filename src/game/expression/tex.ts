import type { Quantity } from './names.ts';
import type { Syntax } from './syntax.ts';

const [COMPARING, SUM, PRODUCT, SIGN, POWER, ATOM] = [1, 2, 3, 4, 5, 6];

/** TeX of an expression. */
export function texOf(tree: Syntax): string {
  return written(tree)[0];
}

/** TeX of an expression as a factor: in brackets where it is a sum. */
export function texFactorOf(tree: Syntax): string {
  return within(tree, PRODUCT);
}

function written(node: Syntax): readonly [string, number] {
  switch (node.kind) {
    case 'number':
      return [numberTex(node.value), /e/i.test(String(node.value)) ? PRODUCT : ATOM];
    case 'constant':
      return [node.name === 'pi' ? String.raw`\pi` : String.raw`\mathrm{e}`, ATOM];
    case 'quantity':
      return [QUANTITIES[node.name], ATOM];
    case 'parameter':
      return [parameterTex(node.name), ATOM];
    case 'negation':
      return [`-${within(node.of, SIGN)}`, SUM];
    case 'comparison': {
      const operator = COMPARISONS[node.operator];
      return [`${within(node.left, SUM)}${operator}${within(node.right, SUM)}`, COMPARING];
    }
    case 'call':
      return calledTex(node.name, node.args);
    case 'arithmetic':
      return arithmeticTex(node.operator, node.left, node.right);
  }
}

function arithmeticTex(operator: string, left: Syntax, right: Syntax): readonly [string, number] {
  switch (operator) {
    case '+':
    case '-':
      return [`${within(left, SUM)}${operator}${within(right, SUM + 1)}`, SUM];
    case '*':
      return [productTex(within(left, PRODUCT), within(right, PRODUCT)), PRODUCT];
    case '/':
      return [String.raw`\dfrac{${texOf(left)}}{${texOf(right)}}`, ATOM - 0.5];
    default:
      return [`${within(left, ATOM)}^{${texOf(right)}}`, POWER];
  }
}

/** Two numbers side by side would be one. */
function productTex(left: string, right: string): string {
  return /^[\d-]/.test(right) ? String.raw`${left}\cdot ${right}` : String.raw`${left}\,${right}`;
}

function calledTex(name: string, args: readonly Syntax[]): readonly [string, number] {
  const [a = '', b = '', c = ''] = args.map(texOf);
  switch (name) {
    case 'sqrt':
      return [String.raw`\sqrt{${a}}`, ATOM];
    case 'abs':
      return [String.raw`\left|${a}\right|`, ATOM];
    case 'exp':
      return [String.raw`\mathrm{e}^{${a}}`, POWER];
    case 'if':
      return [String.raw`\begin{cases}${b}&${a}\\${c}&\text{else}\end{cases}`, PRODUCT];
    default:
      return [
        String.raw`${FUNCTIONS[name] ?? operatorName(name)}\!\left(${args.map(texOf).join(',')}\right)`,
        ATOM,
      ];
  }
}

function within(node: Syntax, least: number): string {
  const [text, own] = written(node);
  return own < least ? String.raw`\left(${text}\right)` : text;
}

function operatorName(name: string): string {
  return String.raw`\operatorname{${name}}`;
}

const QUANTITIES: Readonly<Record<Quantity, string>> = {
  phi1: String.raw`\varphi_1`,
  phi2: String.raw`\varphi_2`,
  theta1: String.raw`\theta_1`,
  theta2: String.raw`\theta_2`,
  u: 'u',
  p: String.raw`|\varphi|`,
  q: String.raw`|\theta|`,
  x: 'x',
  y: 'y',
};

const COMPARISONS: Readonly<Record<string, string>> = {
  '<': '<',
  '<=': String.raw`\le `,
  '>': '>',
  '>=': String.raw`\ge `,
  '==': '=',
  '!=': String.raw`\ne `,
};

const FUNCTIONS: Readonly<Record<string, string>> = {
  log: String.raw`\log`,
  sin: String.raw`\sin`,
  cos: String.raw`\cos`,
  tan: String.raw`\tan`,
  sinh: String.raw`\sinh`,
  cosh: String.raw`\cosh`,
  tanh: String.raw`\tanh`,
  atan: String.raw`\arctan`,
  min: String.raw`\min`,
  max: String.raw`\max`,
  sigmoid: String.raw`\sigma`,
};

const GREEK: ReadonlySet<string> = new Set(
  'alpha beta gamma delta epsilon zeta eta iota kappa lambda mu nu xi rho tau chi psi omega sigma'.split(
    ' ',
  ),
);

/** `lambda2` is a Greek letter with an index, `rate` a word. */
function parameterTex(name: string): string {
  const [, stem = name, index = ''] = /^([A-Za-z]+)_?(\w*)$/.exec(name) ?? [];
  const letter = GREEK.has(stem) ? `\\${stem}` : stem.length === 1 ? stem : `\\mathrm{${stem}}`;
  return index === '' ? letter : `${letter}_{${index.replaceAll('_', '')}}`;
}

function numberTex(value: number): string {
  const [mantissa, exponent] = String(value).split('e');
  return exponent === undefined
    ? mantissa!
    : String.raw`${mantissa}\cdot 10^{${exponent.replace('+', '')}}`;
}
