/** Names that mean something in an expression. Everything else is a parameter. */
import { COMPONENTS, type Component } from '../../models/state.ts';

/** Functions of numbers and how many they take. `if` takes a comparison first. */
const FUNCTIONS = {
  exp: 1,
  log: 1,
  sqrt: 1,
  abs: 1,
  sign: 1,
  sin: 1,
  cos: 1,
  tan: 1,
  sinh: 1,
  cosh: 1,
  tanh: 1,
  atan: 1,
  min: 2,
  max: 2,
  sigmoid: 1,
  softplus: 1,
  relu: 1,
  step: 1,
  if: 3,
} as const;

export type FunctionName = keyof typeof FUNCTIONS;

/** Values of the state. x = theta1 descends in a min-max game, y = phi1 ascends. */
export type Quantity = Component | 'u' | 'p' | 'q' | 'x' | 'y';

const QUANTITIES: readonly Quantity[] = [...COMPONENTS, 'u', 'p', 'q', 'x', 'y'];

const CONSTANTS = { pi: Math.PI, e: Math.E } as const;

export type ConstantName = keyof typeof CONSTANTS;

/** Everything with a meaning, for suggestions. */
export const KNOWN_NAMES: readonly string[] = [
  ...QUANTITIES,
  ...Object.keys(CONSTANTS),
  ...Object.keys(FUNCTIONS),
];

// Maps, so that a name of Object's prototype is a name like any other.
const ARITIES: ReadonlyMap<string, number> = new Map(Object.entries(FUNCTIONS));
const VALUES: ReadonlyMap<string, number> = new Map(Object.entries(CONSTANTS));

/** How many arguments a function takes; undefined for what is none. */
export function arityOf(name: string): number | undefined {
  return ARITIES.get(name);
}

export function isFunction(name: string): name is FunctionName {
  return ARITIES.has(name);
}

export function isQuantity(name: string): name is Quantity {
  return (QUANTITIES as readonly string[]).includes(name);
}

export function isConstant(name: string): name is ConstantName {
  return VALUES.has(name);
}

export function valueOf(name: ConstantName): number {
  return CONSTANTS[name];
}
