/**
 * A tape: a game's formulas as plain numbers that a small loop computes in float64. It is data, so that
 * it travels to workers, and a page that opens a compiled game needs no compiler.
 */
import { softplus } from '../models/model.ts';
import { norm, reciprocalOrZero } from '../models/norms.ts';

/** Numbers of an instruction: its code, the register it writes, and up to three that it reads. */
export const INSTRUCTION = 5;

/**
 * The codes of instructions, by their place. `logistics` writes sigma(a) and into the register after
 * it sigma(-a); the fused ones round twice, as their parts do.
 */
export const INSTRUCTIONS = [
  'add',
  'subtract',
  'multiply',
  'divide',
  'multiplyAdd', // a b + c
  'multiplySubtract', // a b - c
  'subtractProduct', // c - a b
  'negateProduct', // -a b
  'negate',
  'square',
  'logistics',
  'sigmoid',
  'sigmoidOfOpposite',
  'softplus',
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
  'min',
  'max',
  'norm',
  'direction',
  'divideOrZero',
  'power',
  'wholePower', // a^c of the whole number c itself
  'less',
  'lessOrEqual',
  'equal',
  'notEqual',
  'select', // b where a is not 0, else c
  'powerOrZero',
] as const;

export interface Tape {
  /** Instructions, the ones that read parameters alone before all others. */
  readonly code: readonly number[];
  /** Numbers of `code` that only a change of parameters makes anew. */
  readonly prelude: number;
  /** How many registers there are; the first ones are the inputs. */
  readonly registers: number;
  readonly constants: readonly { readonly register: number; readonly value: number }[];
  readonly parameters: readonly { readonly register: number; readonly name: string }[];
  /** Where the results are. */
  readonly outputs: readonly number[];
}

/** A tape made ready for parameters: inputs go into the first of `registers`, then `run` computes. */
export interface Player {
  readonly registers: Float64Array;
  readonly outputs: readonly number[];
  run(): void;
}

/** @param values of the parameters, by name */
export function playerOf(tape: Tape, values: Readonly<Record<string, unknown>>): Player {
  const code = Int32Array.from(tape.code);
  const registers = new Float64Array(tape.registers);
  for (const { register, value } of tape.constants) registers[register] = value;
  for (const { register, name } of tape.parameters) registers[register] = Number(values[name]);
  play(code, 0, tape.prelude, registers);
  const { outputs, prelude } = tape;
  return { registers, outputs, run: () => play(code, prelude, code.length, registers) };
}

/** Executes instructions from `begin` to before `end`. */
function play(code: Int32Array, begin: number, end: number, r: Float64Array): void {
  for (let at = begin; at < end; at += INSTRUCTION) {
    const to = code[at + 1]!;
    const a = r[code[at + 2]!]!;
    // Literal codes, in the order of `INSTRUCTIONS`: the engine makes a table of jumps of them.
    switch (code[at]!) {
      case 0:
        r[to] = a + r[code[at + 3]!]!;
        break;
      case 1:
        r[to] = a - r[code[at + 3]!]!;
        break;
      case 2:
        r[to] = a * r[code[at + 3]!]!;
        break;
      case 3:
        r[to] = a / r[code[at + 3]!]!;
        break;
      case 4:
        r[to] = a * r[code[at + 3]!]! + r[code[at + 4]!]!;
        break;
      case 5:
        r[to] = a * r[code[at + 3]!]! - r[code[at + 4]!]!;
        break;
      case 6:
        r[to] = r[code[at + 4]!]! - a * r[code[at + 3]!]!;
        break;
      case 7:
        r[to] = -(a * r[code[at + 3]!]!);
        break;
      case 8:
        r[to] = -a;
        break;
      case 9:
        r[to] = a * a;
        break;
      case 10: {
        const exponential = Math.exp(-a);
        const sigma = 1 / (1 + exponential);
        r[to] = sigma;
        // Without a second exponential, and 1 where it overflows.
        r[to + 1] = exponential < Infinity ? exponential * sigma : 1;
        break;
      }
      case 11:
        r[to] = 1 / (1 + Math.exp(-a));
        break;
      case 12:
        r[to] = 1 / (1 + Math.exp(a));
        break;
      default:
        r[to] = rarer(code[at]!, a, r[code[at + 3]!]!, code[at + 4]!, r);
    }
  }
}

/** The instructions that are dear themselves, so that a call costs little beside them. */
function rarer(code: number, a: number, b: number, c: number, r: Float64Array): number {
  switch (code) {
    case 13:
      return softplus(a);
    case 14:
      return Math.exp(a);
    case 15:
      return Math.log(a);
    case 16:
      return Math.sqrt(a);
    case 17:
      return Math.abs(a);
    case 18:
      return Math.sign(a);
    case 19:
      return Math.sin(a);
    case 20:
      return Math.cos(a);
    case 21:
      return Math.tan(a);
    case 22:
      return Math.sinh(a);
    case 23:
      return Math.cosh(a);
    case 24:
      return Math.tanh(a);
    case 25:
      return Math.atan(a);
    case 26:
      return Math.min(a, b);
    case 27:
      return Math.max(a, b);
    case 28:
      return norm(a, b);
    case 29:
      return a * reciprocalOrZero(norm(a, b));
    case 30:
      return b === 0 ? 0 : a / b;
    case 31:
      return a ** b;
    case 32:
      return wholePower(a, c);
    case 33:
      return a < b ? 1 : 0;
    case 34:
      return a <= b ? 1 : 0;
    case 35:
      return a === b ? 1 : 0;
    case 36:
      return a !== b ? 1 : 0;
    case 37:
      return a === 0 ? r[c]! : b;
    case 38:
      return a === 0 && b < 0 ? 0 : a ** b;
    default:
      throw new Error(`unknown instruction: ${code}`);
  }
}

/** x^n by squaring: a few products where `Math.pow` takes a logarithm. */
function wholePower(x: number, n: number): number {
  let [result, square, rest] = [1, x, n];
  while (rest > 0) {
    if (rest % 2 === 1) result *= square;
    square *= square;
    rest = Math.floor(rest / 2);
  }
  return result;
}
