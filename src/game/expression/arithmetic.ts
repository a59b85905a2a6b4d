/** What each operation computes, in float64. */
import { norm, reciprocalOrZero } from '../../models/norms.ts';
import { softplus } from '../../models/model.ts';
import type { Binary, Comparing, Unary } from './graph.ts';

export const UNARY_VALUES: Readonly<Record<Unary, (x: number) => number>> = {
  negate: (x) => -x,
  exp: Math.exp,
  log: Math.log,
  sqrt: Math.sqrt,
  abs: Math.abs,
  sign: Math.sign,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  atan: Math.atan,
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  sigmoidOfOpposite: (x) => 1 / (1 + Math.exp(x)),
  softplus,
};

export const BINARY_VALUES: Readonly<Record<Binary, (a: number, b: number) => number>> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  divideOrZero: (a, b) => (b === 0 ? 0 : a / b),
  power: Math.pow,
  powerOrZero: (a, b) => (a === 0 && b < 0 ? 0 : a ** b),
  min: Math.min,
  max: Math.max,
  norm,
  direction: (a, b) => a * reciprocalOrZero(norm(a, b)),
};

export const COMPARING_VALUES: Readonly<Record<Comparing, (a: number, b: number) => boolean>> = {
  less: (a, b) => a < b,
  lessOrEqual: (a, b) => a <= b,
  equal: (a, b) => a === b,
  notEqual: (a, b) => a !== b,
};
