/**
 * Random expressions with their values: the text for the compiler, and an interpreter that knows
 * nothing of it and follows the definitions with plain `Math`.
 */
export interface RandomExpression {
  readonly text: string;
  /** The value at a state and a parameter `k`. */
  readonly value: (s: ArrayLike<number>, k: number) => number;
}

type Value = RandomExpression['value'];

const LEAVES: readonly (readonly [string, Value])[] = [
  ['phi1', (s) => s[0]!],
  ['phi2', (s) => s[1]!],
  ['theta1', (s) => s[2]!],
  ['theta2', (s) => s[3]!],
  ['x', (s) => s[2]!],
  ['y', (s) => s[0]!],
  ['u', (s) => s[0]! * s[2]! + s[1]! * s[3]!],
  ['p', (s) => Math.hypot(s[0]!, s[1]!)],
  ['q', (s) => Math.hypot(s[2]!, s[3]!)],
  ['k', (_, k) => k],
  ['pi', () => Math.PI],
  ['2', () => 2],
  ['0.75', () => 0.75],
  ['1.5e-1', () => 0.15],
  ['3', () => 3],
];

/** Of functions that are defined everywhere and do not grow fast. */
const UNARY: readonly (readonly [string, (x: number) => number])[] = [
  ['sin', Math.sin],
  ['cos', Math.cos],
  ['tanh', Math.tanh],
  ['atan', Math.atan],
  ['sigmoid', (x) => 1 / (1 + Math.exp(-x))],
  ['softplus', (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))],
  ['abs', Math.abs],
  ['sign', Math.sign],
  ['relu', (x) => (x > 0 ? x : 0)],
  ['step', (x) => (x > 0 ? 1 : 0)],
];

const COMPARISONS: readonly (readonly [string, (a: number, b: number) => boolean])[] = [
  ['<', (a, b) => a < b],
  ['<=', (a, b) => a <= b],
  ['>', (a, b) => a > b],
  ['>=', (a, b) => a >= b],
];

/** @param smooth nothing that has a kink, a jump or a norm that may be 0 */
export function randomExpression(
  random: () => number,
  depth = 4,
  smooth = false,
): RandomExpression {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const inner = () => randomExpression(random, depth - 1, smooth);
  const kind = random();
  if (depth === 0 || kind < 0.1) {
    const [text, value] = pick(LEAVES);
    return { text, value };
  }
  if (kind < 0.3) {
    const [name, compute] = pick(smooth ? UNARY.slice(0, 6) : UNARY);
    const a = inner();
    return { text: `${name}(${a.text})`, value: (s, k) => compute(a.value(s, k)) };
  }
  if (kind < 0.4) return domainBound(pick, inner);
  if (kind < 0.5 && !smooth) return branching(pick, inner);
  return arithmetic(pick, inner);
}

/** Functions with a domain, of arguments that are held within it. */
function domainBound(
  pick: <T>(list: readonly T[]) => T,
  inner: () => RandomExpression,
): RandomExpression {
  const a = inner();
  const b = inner();
  return pick<() => RandomExpression>([
    () => ({ text: `log(1.5+(${a.text})^2)`, value: (s, k) => Math.log(1.5 + a.value(s, k) ** 2) }),
    () => ({
      text: `sqrt(2 + sin(${a.text}))`,
      value: (s, k) => Math.sqrt(2 + Math.sin(a.value(s, k))),
    }),
    () => ({ text: `exp(-(${a.text})^2)`, value: (s, k) => Math.exp(-(a.value(s, k) ** 2)) }),
    () => ({ text: `sinh(tanh(${a.text}))`, value: (s, k) => Math.sinh(Math.tanh(a.value(s, k))) }),
    () => ({ text: `cosh(sin(${a.text}))`, value: (s, k) => Math.cosh(Math.sin(a.value(s, k))) }),
    () => ({ text: `tan(sin(${a.text}))`, value: (s, k) => Math.tan(Math.sin(a.value(s, k))) }),
    () => ({
      text: `log(sigmoid(${a.text}))`,
      value: (s, k) => {
        const x = a.value(s, k);
        return Math.min(x, 0) - Math.log1p(Math.exp(-Math.abs(x)));
      },
    }),
    () => ({
      text: `sqrt((${a.text})^2 + 1 + (${b.text})^2)`,
      value: (s, k) => Math.sqrt(a.value(s, k) ** 2 + 1 + b.value(s, k) ** 2),
    }),
    () => ({
      text: `(1.5 + cos(${a.text}))^(k + sin(${b.text}))`,
      value: (s, k) => (1.5 + Math.cos(a.value(s, k))) ** (k + Math.sin(b.value(s, k))),
    }),
  ])();
}

function branching(
  pick: <T>(list: readonly T[]) => T,
  inner: () => RandomExpression,
): RandomExpression {
  const [a, b, c, d] = [inner(), inner(), inner(), inner()];
  const [name, holds] = pick(COMPARISONS);
  return pick<() => RandomExpression>([
    () => ({
      text: `if(${a.text} ${name} ${b.text}, ${c.text}, ${d.text})`,
      value: (s, k) => (holds(a.value(s, k), b.value(s, k)) ? c : d).value(s, k),
    }),
    () => ({
      text: `max(${a.text},${b.text})`,
      value: (s, k) => Math.max(a.value(s, k), b.value(s, k)),
    }),
    () => ({
      text: `min(${a.text},${b.text})`,
      value: (s, k) => Math.min(a.value(s, k), b.value(s, k)),
    }),
  ])();
}

function arithmetic(
  pick: <T>(list: readonly T[]) => T,
  inner: () => RandomExpression,
): RandomExpression {
  const [a, b] = [inner(), inner()];
  return pick<() => RandomExpression>([
    () => ({ text: `(${a.text} + ${b.text})`, value: (s, k) => a.value(s, k) + b.value(s, k) }),
    () => ({ text: `(${a.text} - ${b.text})`, value: (s, k) => a.value(s, k) - b.value(s, k) }),
    () => ({ text: `(${a.text})*(${b.text})`, value: (s, k) => a.value(s, k) * b.value(s, k) }),
    () => ({
      text: `(${a.text})/(1.25 + (${b.text})^2)`,
      value: (s, k) => a.value(s, k) / (1.25 + b.value(s, k) ** 2),
    }),
    () => ({ text: `(-(${a.text}))`, value: (s, k) => -a.value(s, k) }),
    () => ({ text: `(${a.text})^3`, value: (s, k) => a.value(s, k) ** 3 }),
    // Signs and powers as arithmetic has them: -x^2 = -(x^2), 2^3^x = 2^(3^x).
    () => ({ text: `(-(${a.text})^2)`, value: (s, k) => -(a.value(s, k) ** 2) }),
    () => ({
      text: `(2^2^tanh(${a.text}))`,
      value: (s, k) => 2 ** (2 ** Math.tanh(a.value(s, k))),
    }),
    () => ({
      text: `(1 - (${a.text}))`,
      value: (s, k) => 1 - a.value(s, k),
    }),
  ])();
}
